package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DecimationTest {

    /** Smallest and largest pixel of every column. */
    private static void put(Map<Long, double[]> columns, double px, double py) {
        double[] range = columns.computeIfAbsent((long) Math.floor(px), c -> new double[] {py, py});
        range[0] = Math.min(range[0], py);
        range[1] = Math.max(range[1], py);
    }

    @Test
    void everyPixelColumnKeepsItsLowestAndHighestPoint() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int n = 1 + random.nextInt(5000);
            double[] x = random.doubles(n, 0, 100).sorted().toArray();
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                y[i] = random.nextInt(20) == 0 ? Double.NaN : 1 + Math.abs(random.nextGaussian()) * 50;
            }
            Axis xAxis = Axis.of(0, 100, 8, 8 + 1 + random.nextInt(400), false);
            Axis yAxis = Axis.of(1, 200, 300, 10, random.nextBoolean());
            Map<Long, double[]> expected = new TreeMap<>();
            for (int i = 0; i < n; i++) {
                if (Double.isFinite(y[i])) {
                    put(expected, xAxis.at(x[i]), yAxis.at(y[i]));
                }
            }
            Map<Long, double[]> kept = new TreeMap<>();
            Decimation.run(x, y, 0, n, xAxis, yAxis, (px, py, count) -> {
                for (int i = 0; i < count; i++) {
                    put(kept, px[i], py[i]);
                }
            });
            assertEquals(expected.keySet(), kept.keySet());
            expected.forEach((column, range) -> assertTrue(Arrays.equals(range, kept.get(column)), "column " + column));
        }
    }

    @Test
    void atMostFourPointsAColumnRemain() {
        double[] y = new Random(1).doubles(100_000).toArray();
        AtomicInteger points = new AtomicInteger();
        Decimation.run(
                null,
                y,
                0,
                y.length,
                Axis.of(0, y.length, 0, 500, false),
                Axis.of(0, 1, 300, 0, false),
                (px, py, count) -> points.addAndGet(count));
        assertTrue(points.get() <= 4 * 500, points + " points");
    }

    @Test
    void aGapEndsAStretch() {
        AtomicInteger stretches = new AtomicInteger();
        Decimation.run(
                null,
                new double[] {1, 2, Double.NaN, 3, Double.POSITIVE_INFINITY, 4},
                0,
                6,
                Axis.of(0, 6, 0, 600, false),
                Axis.of(0, 5, 300, 0, false),
                (px, py, n) -> stretches.incrementAndGet());
        assertEquals(3, stretches.get());
    }
}
