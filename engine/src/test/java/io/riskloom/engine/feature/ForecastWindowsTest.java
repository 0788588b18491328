package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastWindowsTest {

    private static final PriceHistory WALK = Histories.walk(300, 1);

    @Test
    void trainingWindowsIgnorePricesAfterTheSplit() throws NoticeException {
        DateSplit split = DateSplit.of(300, 20, 5, 0.15, 0.2);
        ForecastWindows before = ForecastWindows.of(WALK, split, FeatureGroups.defaults());
        PriceHistory changed = Histories.changedAfter(WALK, split.train().last());
        ForecastWindows after = ForecastWindows.of(changed, split, FeatureGroups.defaults());
        assertArrayEquals(before.scaler().mean(), after.scaler().mean());
        assertArrayEquals(before.scaler().scale(), after.scaler().scale());
        for (int origin : split.train().days()) {
            assertArrayEquals(before.of(origin), after.of(origin), "origin " + origin);
        }
        int test = split.test().first();
        assertFalse(Arrays.equals(before.of(test), after.of(test)), "the change is seen where it may be");
    }

    @Test
    void scalersOfAllGroupsIgnorePricesAfterTheSplit() throws NoticeException {
        DateSplit split = DateSplit.of(300, 20, 5, 0.15, 0.2);
        ForecastWindows before = ForecastWindows.of(WALK, split, FeatureGroups.all());
        PriceHistory changed = Histories.changedAfter(WALK, split.train().last());
        ForecastWindows after = ForecastWindows.of(changed, split, FeatureGroups.all());
        assertEquals(20, before.names().size());
        assertArrayEquals(before.scaler().mean(), after.scaler().mean());
        assertArrayEquals(before.scaler().scale(), after.scaler().scale());
        for (int origin : split.train().days()) {
            assertArrayEquals(before.of(origin), after.of(origin), "origin " + origin);
        }
    }

    @Test
    void defaultGroupsAreTheFeaturesOfModelsStoredSoFar() throws NoticeException {
        DateSplit split = DateSplit.of(300, 20, 5, 0.15, 0.2);
        assertEquals(
                List.of("logReturn", "range", "closeInRange", "volumeChange", "volatility5", "volatility20"),
                ForecastWindows.of(WALK, split, FeatureGroups.defaults()).names());
        assertEquals(
                List.of("logReturn", "logPrice"),
                ForecastWindows.of(WALK, split, List.of("logPrice", "returns")).names());
    }

    @Test
    void everyWindowIgnoresPricesAfterItsOrigin() throws NoticeException {
        DateSplit split = DateSplit.of(300, 20, 5, 0.15, 0.2);
        ForecastWindows fitted = ForecastWindows.of(WALK, split, FeatureGroups.defaults());
        for (int origin : new int[] {20, 57, 200, 298}) {
            ForecastWindows changed =
                    ForecastWindows.of(Histories.changedAfter(WALK, origin), 20, fitted.names(), fitted.scaler());
            assertArrayEquals(fitted.of(origin), changed.of(origin), "origin " + origin);
        }
    }

    @Test
    void trainingLabelsStopBeforeTheValidationSpan() throws NoticeException {
        DateSplit split = DateSplit.of(300, 20, 5, 0.15, 0.2);
        int last = split.train().last();
        int[] steps = {1, 2, 3, 4, 5};
        Target changed = Target.ofCloses(Histories.changedAfter(WALK, last + 5), steps, 20);
        assertArrayEquals(Target.ofCloses(WALK, steps, 20).label(last), changed.label(last));
        assertTrue(last + 5 < split.validation().first());
    }

    @Test
    void featuresFollowTheirFormulas() throws NoticeException {
        double[] open = {10, 10, 11, 12};
        double[] high = {12, 12, 14, 13};
        double[] low = {9, 10, 10, 13};
        double[] close = {10, 11, 12, 13};
        double[] volume = {100, 200, 0, 50};
        PriceHistory history = Histories.of(open, high, low, close, volume);
        List<String> names =
                List.of("logReturn", "range", "closeInRange", "volumeChange", "volatility5", "volatility20");
        double[] zero = new double[6];
        double[] one = {1, 1, 1, 1, 1, 1};
        float[] window =
                ForecastWindows.of(history, 3, names, new Scaler(zero, one)).of(3);
        double r1 = Math.log(1.1);
        double r2 = Math.log(12 / 11.0);
        double r3 = Math.log(13 / 12.0);
        double[] expected = {
            r1, Math.log(1.2), 0, Math.log(2), r1, r1,
            r2, Math.log(1.4), 0, 0, Math.sqrt((r1 * r1 + r2 * r2) / 2), Math.sqrt((r1 * r1 + r2 * r2) / 2),
            r3, 0, 0, 0, Math.sqrt((r1 * r1 + r2 * r2 + r3 * r3) / 3), Math.sqrt((r1 * r1 + r2 * r2 + r3 * r3) / 3)
        };
        assertEquals(expected.length, window.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], window[i], 1e-6, "value " + i);
        }
    }

    @Test
    void volatilityLooksBackFiveAndTwentyDays() throws NoticeException {
        double[] returns = Returns.log(WALK.close());
        List<String> names = List.of("volatility5", "volatility20");
        Scaler plain = new Scaler(new double[2], new double[] {1, 1});
        float[] window = ForecastWindows.of(WALK, 1, names, plain).of(100);
        assertEquals(rootMeanSquare(returns, 95, 100), window[0], 1e-7);
        assertEquals(rootMeanSquare(returns, 80, 100), window[1], 1e-7);
    }

    @Test
    void aCloseOutsideItsRawBarStaysWithinHalf() throws NoticeException {
        PriceHistory adjusted = Histories.of(
                new double[] {10, 10}, new double[] {11, 11}, new double[] {9, 9}, new double[] {5, 5}, new double[0]);
        Scaler plain = new Scaler(new double[1], new double[] {1});
        float[] window =
                ForecastWindows.of(adjusted, 1, List.of("closeInRange"), plain).of(1);
        assertEquals(-0.5f, window[0]);
    }

    @Test
    void scaledTrainingDaysHaveMeanZeroAndDeviationOne() throws NoticeException {
        DateSplit split = DateSplit.of(300, 20, 5, 0.15, 0.2);
        ForecastWindows windows = ForecastWindows.of(WALK, split, FeatureGroups.defaults());
        int width = windows.names().size();
        Span days = split.trainingDays();
        for (int f = 0; f < width; f++) {
            double sum = 0;
            double squares = 0;
            for (int day : days.days()) {
                int origin = Math.max(day, windows.firstOrigin());
                double value = windows.of(origin)[(19 - (origin - day)) * width + f];
                sum += value;
                squares += value * value;
            }
            assertEquals(0, sum / days.size(), 1e-6, windows.names().get(f));
            assertEquals(1, squares / days.size(), 1e-5, windows.names().get(f));
        }
        assertEquals(20 * width, windows.of(20).length);
    }

    @Test
    void withoutBarsAndVolumeOnlyReturnsAndVolatilityRemain() throws NoticeException {
        double[] close = WALK.close();
        ForecastWindows windows = ForecastWindows.of(
                Histories.closesOnly(close), DateSplit.of(300, 20, 5, 0.15, 0.2), FeatureGroups.defaults());
        assertEquals(List.of("logReturn", "volatility5", "volatility20"), windows.names());
    }

    @Test
    void aFileWithoutTheModelsColumnsIsRefusedByName() {
        PriceHistory closes = Histories.closesOnly(1, 2, 3);
        Scaler plain = new Scaler(new double[1], new double[] {1});
        NoticeException e =
                assertThrows(NoticeException.class, () -> ForecastWindows.of(closes, 1, List.of("range"), plain));
        assertEquals("feature.error.missingColumns", e.notice().key());
        assertEquals(List.of("TEST", "open, high, low"), e.notice().args());
    }

    @Test
    void originsWithoutAFullWindowAreRefused() throws NoticeException {
        ForecastWindows windows =
                ForecastWindows.of(WALK, DateSplit.of(300, 20, 5, 0.15, 0.2), FeatureGroups.defaults());
        assertThrows(IndexOutOfBoundsException.class, () -> windows.of(19));
        assertThrows(IndexOutOfBoundsException.class, () -> windows.of(300));
    }

    private static double rootMeanSquare(double[] x, int from, int to) {
        return Math.sqrt(Arrays.stream(x, from, to).map(v -> v * v).average().orElseThrow());
    }
}
