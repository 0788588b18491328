package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class WindowMapTest {

    /** Points along (3, 4, 0) and a little along (−4, 3, 0): the first axis is the first direction, whatever the mean. */
    @Test
    void principalComponentsAreTheDirectionsOfMostVariance() {
        double[][] real = {point(-2, 0), point(2, 0), point(0, 1)};
        double[][] generated = {point(0, -1)};
        WindowMap map = WindowMap.pca(real, generated);
        assertArrayEquals(new double[] {-2, 0}, map.real()[0], 1e-6);
        assertArrayEquals(new double[] {2, 0}, map.real()[1], 1e-6);
        assertEquals(1, Math.abs(map.real()[2][1]), 1e-6);
        assertEquals(-map.real()[2][1], map.generated()[0][1], 1e-6);
        assertEquals(1, map.explained(), 1e-9);
    }

    private static double[] point(double first, double second) {
        return new double[] {7 + 0.6 * first - 0.8 * second, -1 + 0.8 * first + 0.6 * second, 5};
    }

    @Test
    void explainedIsTheShareOfVariance() {
        double[][] real = {{3, 0, 0}, {-3, 0, 0}, {0, 2, 0}, {0, -2, 0}};
        double[][] generated = {{0, 0, 1}, {0, 0, -1}};
        assertEquals(26.0 / 28, WindowMap.pca(real, generated).explained(), 1e-9);
    }

    @Test
    void neighboursStayTogetherAndRepeatBySeed() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] real = cluster(0, random);
        double[][] generated = cluster(8, random);
        WindowMap map = WindowMap.tsne(real, generated, 3, () -> false);
        double apart = distance(mean(map.real()), mean(map.generated()));
        double spread = Arrays.stream(map.real())
                .mapToDouble(p -> distance(p, mean(map.real())))
                .average()
                .orElseThrow();
        assertTrue(apart > 2 * spread, apart + " against " + spread);
        assertArrayEquals(
                map.real()[5], WindowMap.tsne(real, generated, 3, () -> false).real()[5]);
        assertTrue(Double.isNaN(map.explained()));
    }

    @Test
    void stopEndsIt() {
        double[][] some = cluster(0, new SplittableRandom(1));
        assertThrows(CancellationException.class, () -> WindowMap.tsne(some, some, 3, () -> true));
    }

    private static double[][] cluster(double centre, SplittableRandom random) {
        double[][] rows = new double[60][5];
        for (double[] row : rows) {
            Arrays.setAll(row, i -> centre + random.nextGaussian());
        }
        return rows;
    }

    private static double[] mean(double[][] points) {
        double[] mean = new double[2];
        for (double[] point : points) {
            mean[0] += point[0] / points.length;
            mean[1] += point[1] / points.length;
        }
        return mean;
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }

    @Test
    void windowsStandAtEvenDistancesAndCrossNoSeries() {
        double[][] series = {{1, 2, 3, 4}, {5}, {6, 7, 8}};
        assertArrayEquals(new double[][] {{1, 2}, {2, 3}, {3, 4}, {6, 7}, {7, 8}}, WindowMap.windows(series, 2, 9));
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, WindowMap.windows(series, 2, 2));
        assertEquals(0, WindowMap.windows(series, 5, 9).length);
    }
}
