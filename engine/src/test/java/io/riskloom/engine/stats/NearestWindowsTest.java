package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestWindowsTest {

    private static final double[] REAL = {0, 1, 5, 5, 0, 2};

    @Test
    void eachRealWindowHasTheDistanceToTheNearestThatSharesNoDay() {
        // windows of two days: (0 1) (1 5) (5 5) (5 0) (0 2); partners at least two days away
        double[] expected = {1, Math.sqrt(10), Math.sqrt(34), Math.sqrt(41), 1};
        expected[1] = Math.min(Math.sqrt(16 + 25), Math.sqrt(1 + 9));
        expected[2] = Math.min(Math.sqrt(25 + 16), Math.sqrt(25 + 9));
        expected[3] = Math.min(Math.sqrt(25 + 1), Math.sqrt(16 + 25));
        assertArrayEquals(expected, new NearestWindows(REAL, 2).among(), 1e-12);
    }

    @Test
    void theNearestStretchIsFoundWithItsDays() {
        NearestWindows.Match match = new NearestWindows(REAL, 2)
                .nearest(new double[] {9, 9, 5, 4.5, 9})
                .orElseThrow();
        assertEquals(2, match.at());
        assertEquals(2, match.realAt());
        assertEquals(0.5, match.distance(), 1e-12);
    }

    @Test
    void whatWasCopiedIsNearerThanTheSeriesEverRepeatsItself() {
        double[] real = noise(1, 600);
        double[] copy = noise(2, 100);
        System.arraycopy(real, 300, copy, 40, 20);
        NearestWindows windows = new NearestWindows(real, 20);
        NearestWindows.Match match = windows.nearest(copy).orElseThrow();
        assertEquals(40, match.at());
        assertEquals(300, match.realAt());
        assertEquals(0, match.distance(), 1e-9);
        assertEquals(0, windows.rank(copy.length, match.distance()));
    }

    @Test
    void pathsOfTheSameProcessRankLikeTheRealSeries() {
        NearestWindows windows = new NearestWindows(noise(1, 900), 20);
        double mean = IntStream.range(0, 40)
                .mapToDouble(i -> {
                    double[] path = noise(100 + i, 120);
                    return windows.rank(120, windows.nearest(path).orElseThrow().distance());
                })
                .average()
                .orElseThrow();
        assertTrue(mean > 0.25 && mean < 0.75, "mean rank " + mean);
    }

    @Test
    void theDiagonalsAgreeWithEveryPairCountedByItself() {
        double[] real = noise(5, 80);
        double[] path = noise(6, 30);
        NearestWindows windows = new NearestWindows(real, 7);
        double least = IntStream.rangeClosed(0, 23)
                .boxed()
                .flatMap(i -> IntStream.rangeClosed(0, 73)
                        .mapToObj(
                                j -> distance(Arrays.copyOfRange(path, i, i + 7), Arrays.copyOfRange(real, j, j + 7))))
                .min(Double::compare)
                .orElseThrow();
        assertEquals(least, windows.nearest(path).orElseThrow().distance(), 1e-12);
    }

    @Test
    void shortSeriesAreRefusedAndShortPathsHaveNoMatch() {
        assertThrows(IllegalArgumentException.class, () -> new NearestWindows(new double[39], 20));
        assertTrue(new NearestWindows(REAL, 2).nearest(new double[] {1}).isEmpty());
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static double[] noise(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(size, -1, 1).toArray();
    }
}
