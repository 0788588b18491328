package io.riskloom.engine.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public class WildDaysTest {

    /** A hundred calm days and a hundred that are five times as wild, again and again. */
    public static PriceHistory turns(int days) {
        Random random = new Random(2);
        double[] close = new double[days];
        close[0] = 100;
        for (int t = 1; t < days; t++) {
            close[t] = close[t - 1] * Math.exp((t / 100 % 2 == 0 ? 0.004 : 0.02) * random.nextGaussian());
        }
        return history(close);
    }

    private static PriceHistory history(double[] close) {
        double[] none = new double[0];
        return new PriceHistory(
                "TURNS",
                IntStream.range(0, close.length)
                        .mapToObj(LocalDate.ofEpochDay(10_000)::plusDays)
                        .toList(),
                none,
                none,
                none,
                close,
                none,
                new Source("turns.csv", "0", close.length));
    }

    @Test
    void aTargetTellsWhetherTheNextFiveDaysAreWilderThanTheMedian() throws NoticeException {
        PriceHistory history = turns(600);
        WildDays days = new WildDays(history);
        RaceTask task = days.words();
        double[] close = history.close();
        int first = WildDays.DAYS;
        assertEquals(history.dates().get(first), task.from());
        double squares = 0;
        for (int t = first; t < first + WildDays.AHEAD; t++) {
            squares += Math.pow(Math.log(close[t + 1] / close[t]), 2);
        }
        float wild = Math.sqrt(squares / WildDays.AHEAD) > task.threshold() ? 1 : 0;
        assertArrayEquals(new float[] {wild}, days.trainTargets(0));
        double share = IntStream.range(0, task.train())
                .mapToDouble(row -> days.trainTargets(row)[0])
                .average()
                .orElseThrow();
        assertEquals(0.5, share, 0.01, "the threshold is the median of the training windows");
    }

    @Test
    void noWindowLearntFromReachesIntoThoseChecked() throws NoticeException {
        PriceHistory history = turns(600);
        WildDays days = new WildDays(history);
        RaceTask task = days.words();
        int origins = 600 - WildDays.AHEAD - WildDays.DAYS;
        assertEquals(origins * 3 / 4 - WildDays.AHEAD, task.train());
        int lastLearnt = WildDays.DAYS + task.train() - 1;
        assertTrue(history.dates().get(lastLearnt + WildDays.AHEAD).isBefore(task.cut()));
        assertEquals(task.cut(), days.validDay(0));
        assertEquals(task.to(), days.validDay(task.valid() - 1));
    }

    @Test
    void pricesOfTheCheckedDaysChangeNoWindowLearntFrom() throws NoticeException {
        double[] close = turns(600).close();
        WildDays before = new WildDays(history(close));
        double[] changed = close.clone();
        for (int t = 500; t < changed.length; t++) {
            changed[t] *= 1 + 0.1 * (t % 3);
        }
        WildDays after = new WildDays(history(changed));
        int[] rows = IntStream.range(0, before.trainSize()).toArray();
        assertArrayEquals(before.trainInputs(rows), after.trainInputs(rows));
        assertArrayEquals(before.trainTargets(rows), after.trainTargets(rows));
    }

    @Test
    void inputsAreStandardisedReturnsAndTheirSizes() throws NoticeException {
        WildDays days = new WildDays(turns(600));
        float[] inputs = days.trainInputs(0);
        assertEquals(WildDays.CHANNELS * WildDays.DAYS, inputs.length);
        int[] rows = IntStream.range(0, days.trainSize()).toArray();
        float[] all = days.trainInputs(rows);
        double squares = 0;
        for (int row : rows) {
            for (int d = 0; d < WildDays.DAYS; d++) {
                squares += Math.pow(all[row * inputs.length + d], 2) / (rows.length * WildDays.DAYS);
            }
        }
        assertEquals(1, squares, 0.1);
    }

    @Test
    void windowsWithAGapAreLeftOut() throws NoticeException {
        double[] close = turns(600).close();
        close[100] = Double.NaN;
        int whole = new WildDays(turns(600)).trainSize();
        int gapped = new WildDays(history(close)).trainSize();
        assertTrue(gapped < whole && gapped > whole - 60, gapped + " of " + whole);
    }

    @Test
    void aSeriesThatIsTooShortIsRefusedByName() {
        double[] close = Arrays.copyOf(turns(600).close(), 100);
        NoticeException thrown = assertThrows(NoticeException.class, () -> new WildDays(history(close)));
        assertEquals(Notice.of("residual.error.short", "TURNS", 63, WildDays.FEWEST), thrown.notice());
    }
}
