package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.feature.Target;
import io.riskloom.engine.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdaptiveBandsTest {
    private static final int[] STEPS = {1, 3};
    private static final Span CALIBRATION = new Span(60, 119);
    private static final int DAYS = 320;

    private static Outlook outlook(double[] close, int levels) {
        return outlook(ToySeries.ofCloses(close, 0), levels, 30);
    }

    /** A point forecast or five quantiles that depend on the closes up to the origin. */
    private static Outlook outlook(PriceHistory history, int levels, int first) {
        double[] close = history.close();
        double[] spread = {0, -0.02, -0.006, 0.006, 0.02};
        Predictor predictor = days -> {
            double[][][] answers = new double[levels][days.length][STEPS.length];
            for (int i = 0; i < days.length; i++) {
                double momentum = Math.log(close[days[i]] / close[days[i] - 1]);
                for (int level = 0; level < levels; level++) {
                    for (int s = 0; s < STEPS.length; s++) {
                        answers[level][i][s] = 0.3 * momentum + spread[level] * Math.sqrt(STEPS[s]);
                    }
                }
            }
            return answers;
        };
        return new Outlook(predictor, Target.ofCloses(history, STEPS, 20), history.dates(), first);
    }

    private static double[] closes(long seed) {
        Random random = new Random(seed);
        double[] close = new double[DAYS];
        close[0] = 100;
        for (int t = 1; t < DAYS; t++) {
            double wild = t > 200 ? 0.03 : 0.01;
            close[t] = close[t - 1] * Math.exp(wild * random.nextGaussian());
        }
        return close;
    }

    /** α ← α + .02·(α₀ − missed) for every score that has become known, then a quantile of the last 500 known ones. */
    @Test
    void halfWidthsFollowTheDefinitionStepByStep() {
        double[] close = closes(5);
        Outlook outlook = outlook(close, 1);
        Bands bands = Bands.fit("adaptive", outlook, CALIBRATION);
        checked(bands, outlook, outlook, CALIBRATION.last() + 1, 125, 126, 199, 240, 319);
        // a newer file goes on, a later one starts with its first full window, before or after the end of calibration
        Outlook shorter = outlook(ToySeries.ofCloses(Arrays.copyOf(close, 211), 0), 1, 30);
        checked(bands, outlook, shorter, CALIBRATION.last() + 1, 125, 210);
        checked(bands, outlook, outlook(ToySeries.ofCloses(close, 75), 1, 30), 45, 45, 46, 200);
        checked(bands, outlook, outlook(ToySeries.ofCloses(close, 75), 1, 55), 55, 55, 58, 200);
        checked(bands, outlook, outlook(ToySeries.ofCloses(close, 200), 1, 30), 30, 30, 34, 119);
    }

    private static void checked(Bands bands, Outlook fitted, Outlook asked, int start, int... origins) {
        Fan fan = bands.fan(asked, origins, 0.8);
        for (int s = 0; s < STEPS.length; s++) {
            double[] half = byDefinition(fitted, asked, start, s, 0.8);
            for (int i = 0; i < origins.length; i++) {
                double scale = asked.target().scale(origins[i]);
                double width = (fan.high()[0][i][s] - fan.low()[0][i][s]) / 2;
                assertEquals(half[origins[i]], width / scale, 1e-12, "origin " + origins[i] + ", step " + STEPS[s]);
                assertEquals(fan.point()[i][s], (fan.high()[0][i][s] + fan.low()[0][i][s]) / 2, 1e-12);
            }
        }
    }

    private static double[] byDefinition(Outlook fitted, Outlook asked, int start, int step, double level) {
        List<Double> known = new ArrayList<>();
        for (int day = CALIBRATION.first(); day <= CALIBRATION.last(); day++) {
            known.add(score(fitted, day, step));
        }
        double alpha = 1 - level;
        int days = asked.dates().size();
        double[] half = new double[days];
        double[] alphas = new double[days];
        for (int t = start; t < days; t++) {
            int news = t - STEPS[step];
            if (news >= start) {
                double score = score(asked, news, step);
                known.add(score);
                boolean missed = alphas[news] > 0 && score > half[news];
                alpha = Math.max((1 - level) / 4, alpha + 0.02 * (1 - level - (missed ? 1 : 0)));
            }
            int n = known.size();
            double[] window = known.stream().mapToDouble(Double::doubleValue).toArray();
            alphas[t] = alpha;
            half[t] = Quantiles.of(window, Math.min(1, (1 - alpha) * (1 + 1.0 / n)));
        }
        return half;
    }

    private static double score(Outlook outlook, int day, int step) {
        double forecast = outlook.predictor().answers(new int[] {day})[0][0][step];
        return Math.abs(outlook.target().label(day)[step] - forecast)
                / outlook.target().scale(day);
    }

    @Test
    void noBandKnowsWhatComesAfterItsOrigin() {
        double[] close = closes(7);
        for (int levels : new int[] {1, 5}) {
            Bands bands = Bands.fit("adaptive", outlook(close, levels), CALIBRATION);
            int[] origins = IntStream.range(100, 281).toArray();
            Banded before = bands.around(outlook(close, levels), origins);
            for (int cut : new int[] {130, 131, 205, 260}) {
                double[] changed = close.clone();
                for (int t = cut + 1; t < DAYS; t++) {
                    changed[t] *= 1.5 + Math.sin(t);
                }
                Banded after = bands.around(outlook(changed, levels), origins);
                for (int i = 0; origins[i] <= cut; i++) {
                    assertArrayEquals(before.low90()[i], after.low90()[i]);
                    assertArrayEquals(before.high50()[i], after.high50()[i]);
                }
                int later = 280 - 100;
                assertFalse(Arrays.equals(before.high90()[later], after.high90()[later]));
            }
        }
    }

    @Test
    void anOriginHasTheSameBandWhicheverOthersAreAskedFor() {
        double[] close = closes(8);
        Outlook outlook = outlook(close, 5);
        Bands bands = Bands.fit("adaptive", outlook, CALIBRATION);
        Banded all = bands.around(outlook, new Span(40, DAYS - 1).days());
        Banded few = bands.around(outlook, new int[] {50, 110, 140, 300});
        assertArrayEquals(all.low90()[140 - 40], few.low90()[2]);
        assertArrayEquals(all.high90()[300 - 40], few.high90()[3]);
        Banded split = Bands.fit("split", outlook, CALIBRATION).around(outlook, new int[] {50, 110});
        assertArrayEquals(split.high90()[1], few.high90()[1]);
        assertEquals(0, bands.around(outlook, new int[0]).point().length);
    }

    /** A volatility of 1 % while calibrating, 3 % in the test. */
    @Test
    void bandsRecoverFromABreakThatSplitBandsNeverSee() {
        Random random = new Random(3);
        int n = 1500;
        double[] close = new double[n];
        close[0] = 1;
        for (int t = 1; t < n; t++) {
            close[t] = close[t - 1] * Math.exp((t > 500 ? 0.03 : 0.01) * random.nextGaussian());
        }
        PriceHistory history = ToySeries.ofCloses(close, 0);
        Predictor calm = days -> new double[][][] {
            Arrays.stream(days).mapToObj(day -> new double[] {Math.log(0.01)}).toArray(double[][]::new)
        };
        Outlook outlook = new Outlook(calm, Target.ofVolatility(history, 5, 5, 252), history.dates(), 10);
        Span calibration = new Span(100, 450);
        int[] test = new Span(700, n - 6).days();
        assertTrue(coverage(Bands.fit("split", outlook, calibration), outlook, test) < 0.4);
        assertEquals(0.9, coverage(Bands.fit("adaptive", outlook, calibration), outlook, test), 0.03);
    }

    private static double coverage(Bands bands, Outlook outlook, int[] origins) {
        Banded around = bands.around(outlook, origins);
        int inside = 0;
        for (int i = 0; i < origins.length; i++) {
            double y = outlook.target().label(origins[i])[0];
            inside += y >= around.low90()[i][0] && y <= around.high90()[i][0] ? 1 : 0;
        }
        return (double) inside / origins.length;
    }

    @Test
    void answersMustBeOneNumberAStepOrFiveQuantiles() {
        Outlook two = outlook(ToySeries.ofCloses(closes(1), 0), 2, 30);
        assertThrows(IllegalArgumentException.class, () -> Bands.fit("adaptive", two, CALIBRATION));
        assertThrows(IllegalArgumentException.class, () -> Bands.fit("wide", two, CALIBRATION));
    }
}
