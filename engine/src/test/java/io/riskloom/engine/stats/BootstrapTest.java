package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final double[] DAYS =
            IntStream.range(0, 1000).mapToDouble(i -> i).toArray();

    @Test
    void theSeedFixesTheSeries() {
        assertArrayEquals(Bootstrap.stationary(DAYS, 10, 500, 7), Bootstrap.stationary(DAYS, 10, 500, 7));
        assertFalse(Arrays.equals(Bootstrap.stationary(DAYS, 10, 500, 7), Bootstrap.stationary(DAYS, 10, 500, 8)));
    }

    @Test
    void blocksHaveTheExpectedLength() {
        double[] drawn = Bootstrap.stationary(DAYS, 20, 200_000, 1);
        int blocks = 1;
        for (int t = 1; t < drawn.length; t++) {
            blocks += drawn[t] == (drawn[t - 1] + 1) % 1000 ? 0 : 1;
        }
        assertEquals(20, (double) drawn.length / blocks, 0.6);
    }

    @Test
    void everyDayIsDrawnAboutAsOften() {
        double[] drawn = Bootstrap.stationary(new double[] {0, 1, 2, 3}, 5, 100_000, 2);
        for (int day = 0; day < 4; day++) {
            int wanted = day;
            assertEquals(0.25, Arrays.stream(drawn).filter(v -> v == wanted).count() / 1e5, 0.01);
        }
    }

    @Test
    void blocksOfOneDayAreTheOrdinaryBootstrap() {
        SplittableRandom random = new SplittableRandom(5);
        double[] x =
                IntStream.range(0, 400).mapToDouble(i -> random.nextGaussian()).toArray();
        Bootstrap.Band band =
                Bootstrap.interval(x, v -> Arrays.stream(v).average().orElseThrow(), 1, 2000, 0.9, 3);
        double mean = Arrays.stream(x).average().orElseThrow();
        double error =
                Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum()) / 400;
        assertEquals(mean - 1.645 * error, band.low(), 0.01);
        assertEquals(mean + 1.645 * error, band.high(), 0.01);
    }

    @Test
    void replicatesWithoutAValueAreLeftOut() {
        double[] x = {1, 2};
        Bootstrap.Band band = Bootstrap.interval(x, v -> v[0] == 1 ? Double.NaN : v[0], 1, 50, 0.9, 1);
        assertEquals(new Bootstrap.Band(2, 2), band);
        assertTrue(Double.isNaN(
                Bootstrap.interval(x, v -> Double.NaN, 1, 5, 0.9, 1).low()));
    }

    @Test
    void refusesAnEmptySeriesAndBlocksBelowOneDay() {
        assertThrows(IllegalArgumentException.class, () -> Bootstrap.stationary(new double[0], 10, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> Bootstrap.stationary(DAYS, 0.5, 5, 1));
    }
}
