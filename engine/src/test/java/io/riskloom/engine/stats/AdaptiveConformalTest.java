package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdaptiveConformalTest {

    /** Against the loop of {@code forecasts.py}, with delays of 1, 5 and 20 days and levels of 50 to 99 %. */
    @Test
    void theTriedRecipesLoopGivesTheSameBands() throws IOException {
        JsonObject reference = ForecastsReference.read();
        double[] scores = ForecastsReference.numbers(reference.get("scores"));
        int start = reference.get("start").getAsInt();
        int test = reference.get("test").getAsInt();
        int[] origins = IntStream.range(start, scores.length).toArray();
        double[] used = Arrays.copyOfRange(scores, start, scores.length);
        for (JsonElement element : reference.getAsJsonArray("adaptive")) {
            JsonObject one = element.getAsJsonObject();
            AdaptiveConformal bands = AdaptiveConformal.from(
                    test - start,
                    origins,
                    used,
                    one.get("delay").getAsInt(),
                    one.get("level").getAsDouble());
            assertEquals(scores.length - test, bands.half().length);
            assertArrayEquals(ForecastsReference.numbers(one.get("half")), everyThird(bands.half()), 1e-8);
            assertArrayEquals(ForecastsReference.numbers(one.get("alpha")), everyThird(bands.alpha()), 1e-8);
        }
    }

    private static double[] everyThird(double[] x) {
        return IntStream.range(0, (x.length + 2) / 3).mapToDouble(i -> x[3 * i]).toArray();
    }

    /** Scores 1, 2, 3 known, level .5: the first half-width is the quantile at .5·(4/3) of them. */
    @Test
    void smallCaseByHand() {
        AdaptiveConformal bands =
                AdaptiveConformal.of(new double[] {3, 1, 2}, new int[] {10, 11, 12}, new double[] {9, 0, 9}, 1, 0.5);
        double second = 0.5 + 0.02 * (0.5 - 1);
        double third = second + 0.02 * 0.5;
        assertArrayEquals(new double[] {0.5, second, third}, bands.alpha(), 1e-12);
        double[] half = {
            1 + 2 * 0.5 * 4 / 3,
            Quantiles.of(new double[] {1, 2, 3, 9}, (1 - second) * 1.25),
            Quantiles.of(new double[] {0, 1, 2, 3, 9}, (1 - third) * 1.2)
        };
        assertArrayEquals(half, bands.half(), 1e-12);
    }

    @Test
    void anOutcomeIsUsedOnTheDayItIsKnownAndNoDayBefore() {
        double[] calibration = uniform(200, 1);
        int[] origins = IntStream.range(0, 60).toArray();
        double[] scores = uniform(60, 2);
        AdaptiveConformal bands = AdaptiveConformal.of(calibration, origins, scores, 5, 0.9);
        double[] other = scores.clone();
        other[20] = 50;
        AdaptiveConformal changed = AdaptiveConformal.of(calibration, origins, other, 5, 0.9);
        assertArrayEquals(Arrays.copyOf(bands.half(), 25), Arrays.copyOf(changed.half(), 25));
        assertTrue(changed.half()[25] > bands.half()[25]);
        double[] unknown = scores.clone();
        Arrays.fill(unknown, 40, 60, Double.NaN);
        AdaptiveConformal atTheEnd = AdaptiveConformal.of(calibration, origins, unknown, 5, 0.9);
        assertArrayEquals(Arrays.copyOf(bands.half(), 45), Arrays.copyOf(atTheEnd.half(), 45));
        assertEquals(atTheEnd.half()[45], atTheEnd.half()[59], "nothing more becomes known");
    }

    @Test
    void theWindowKeepsTheLastFiveHundredScores() {
        double[] calibration = new double[600];
        Arrays.fill(calibration, 0, 100, 99);
        Arrays.fill(calibration, 100, 600, 1);
        assertEquals(
                1,
                AdaptiveConformal.of(calibration, new int[] {5}, new double[1], 1, 0.99)
                        .half()[0]);
        Arrays.fill(calibration, 100, 110, 50);
        assertEquals(
                50,
                AdaptiveConformal.of(calibration, new int[] {5}, new double[1], 1, 0.99)
                        .half()[0]);
    }

    /** Stored calibration scores and the same scores as origins of their own give the same bands. */
    @Test
    void storedScoresStandForTheOriginsTheyCameFrom() {
        double[] all = uniform(300, 3);
        int[] days = IntStream.range(0, 300).toArray();
        AdaptiveConformal whole = AdaptiveConformal.from(100, days, all, 1, 0.9);
        AdaptiveConformal stored = AdaptiveConformal.of(
                Arrays.copyOf(all, 100), Arrays.copyOfRange(days, 100, 300), Arrays.copyOfRange(all, 100, 300), 1, 0.9);
        assertArrayEquals(whole.half(), stored.half());
    }

    @Test
    void stationaryErrorsAreCoveredAsPromised() {
        for (int delay : new int[] {1, 20}) {
            int held = 0;
            int n = 0;
            for (int trial = 0; trial < 20; trial++) {
                double[] scores = normal(1500, 100 + trial);
                int[] days = IntStream.range(0, 1500).toArray();
                double[] half =
                        AdaptiveConformal.from(500, days, scores, delay, 0.9).half();
                held += count(scores, 500, half, 0, 1000);
                n += 1000;
            }
            double coverage = (double) held / n;
            assertTrue(coverage >= 0.88 && coverage <= 0.92, "delay " + delay + ": " + coverage);
        }
    }

    /** Errors three times as large from one day on: fixed bands hold 42 %; these are back after a hundred days. */
    @Test
    void aBreakInVarianceIsRecoveredFrom() {
        int after = 0;
        int fixed = 0;
        for (int trial = 0; trial < 20; trial++) {
            double[] scores = normal(1500, 200 + trial);
            for (int t = 900; t < 1500; t++) {
                scores[t] *= 3;
            }
            int[] days = IntStream.range(0, 1500).toArray();
            double[] half = AdaptiveConformal.from(500, days, scores, 1, 0.9).half();
            after += count(scores, 500, half, 500, 1000);
            double[] split = new double[1000];
            Arrays.fill(split, Quantiles.of(Arrays.copyOf(scores, 500), 0.9));
            fixed += count(scores, 500, split, 500, 1000);
        }
        double coverage = after / 10_000.0;
        assertTrue(coverage >= 0.87 && coverage <= 0.92, "after the break " + coverage);
        assertTrue(fixed / 10_000.0 < 0.5, "without adapting " + fixed / 10_000.0);
    }

    /**
     * Quantiles that reach ten too far: fifty hits lead to α = 1, where no band is asked for. It stays as narrow as the
     * scores say, counts as missed and so holds α there; once outcomes lie outside, bands reach them again.
     */
    @Test
    void quantilesThatAlwaysHoldAreNotWidenedWhereNoBandIsAskedFor() {
        double[] calibration = new double[40];
        Arrays.fill(calibration, -10);
        double[] scores = new double[250];
        Arrays.fill(scores, 0, 150, -10);
        Arrays.fill(scores, 150, 250, 3);
        int[] origins = IntStream.range(0, 250).toArray();
        AdaptiveConformal bands = AdaptiveConformal.of(calibration, origins, scores, 1, 0.5);
        double[] narrow = new double[151];
        Arrays.fill(narrow, -10);
        assertArrayEquals(narrow, Arrays.copyOf(bands.half(), 151));
        assertEquals(0.99, bands.alpha()[49], 1e-9);
        assertEquals(1, bands.alpha()[50], 1e-9);
        double most = Arrays.stream(bands.alpha()).max().orElseThrow();
        assertTrue(most <= 1.01 + 1e-9, "bounded: " + most);
        double least = Arrays.stream(bands.alpha(), 60, 151).min().orElseThrow();
        assertTrue(least >= 0.99 - 1e-9, "and kept there: " + least);
        assertEquals(3, Arrays.stream(bands.half(), 200, 250).max().orElseThrow());
    }

    @Test
    void badInputsAreRefused() {
        int[] days = {1, 2};
        double[] scores = {1, 2};
        assertThrows(
                IllegalArgumentException.class,
                () -> AdaptiveConformal.of(new double[0], days, scores, 1, 0.9),
                "nothing is known");
        assertThrows(IllegalArgumentException.class, () -> AdaptiveConformal.of(scores, days, scores, 0, 0.9));
        assertThrows(IllegalArgumentException.class, () -> AdaptiveConformal.of(scores, days, scores, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> AdaptiveConformal.of(scores, days, new double[1], 1, 0.9));
    }

    private static int count(double[] scores, int first, double[] half, int from, int to) {
        int held = 0;
        for (int j = from; j < to; j++) {
            held += scores[first + j] <= half[j] ? 1 : 0;
        }
        return held;
    }

    private static double[] uniform(int n, long seed) {
        return new SplittableRandom(seed).doubles(n).toArray();
    }

    private static double[] normal(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, n)
                .mapToDouble(i -> Math.abs(random.nextGaussian()))
                .toArray();
    }

    @Test
    void aLeastAlphaBoundsTheWidthAfterManyMisses() {
        double[] calibration = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        int[] days = IntStream.range(0, 60).toArray();
        double[] scores = new double[60];
        Arrays.fill(scores, 1_000);
        scores[59] = 0;
        double[] free = AdaptiveConformal.of(calibration, days, scores, 1, 0.9).half();
        AdaptiveConformal bounded = AdaptiveConformal.of(calibration, days, scores, 1, 0.9, 0.05);
        assertEquals(0.05, bounded.alpha()[3], 1e-12, "0.1 - 0.018 - 0.018 - 0.018, but not below");
        // after three misses: 103 scores, the quantile .95 · (1 + 1/103) of 1 … 100 and three thousands
        double place = 102 * 0.95 * (1 + 1.0 / 103);
        assertEquals(1 + place, bounded.half()[3], 1e-9);
        assertTrue(free[8] == 1_000 && bounded.half()[8] > 100, "what is seen often enough counts for both");
    }
}
