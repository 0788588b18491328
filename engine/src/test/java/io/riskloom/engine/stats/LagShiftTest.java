package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LagShiftTest {

    /** Origins 1, 2, 3 of 1, 4, 2, 7, 3; forecasts 3, 4, 6 for days 2, 3, 4. From day 0 a lag of 2 has no day. */
    @Test
    void smallCaseByHand() {
        double[] series = {1, 4, 2, 7, 3};
        LagShift shift = LagShift.of(series, new int[] {0, 1, 2, 3, 4}, new double[] {9, 3, 4, 6, 9}, 1, 2);
        assertEquals(3, shift.origins());
        double lag0 = (Math.abs(3 - 2) + Math.abs(4 - 7) + Math.abs(6 - 3)) / 3.0;
        double lag1 = (Math.abs(3 - 4) + Math.abs(4 - 2) + Math.abs(6 - 7)) / 3.0;
        double lag2 = (Math.abs(3 - 1) + Math.abs(4 - 4) + Math.abs(6 - 2)) / 3.0;
        assertArrayEquals(new double[] {lag0, lag1, lag2}, shift.mae(), 1e-12);
        assertEquals(1, shift.best());
        assertTrue(shift.justYesterday());
    }

    @Test
    void repeatingTheLastValueIsFoundOutAtEveryStep() {
        double[] series = walk(400, 1);
        int[] origins = IntStream.range(20, 390).toArray();
        for (int step : new int[] {1, 5}) {
            double[] last = IntStream.of(origins).mapToDouble(t -> series[t]).toArray();
            LagShift shift = LagShift.of(series, origins, last, step, step + 5);
            assertEquals(step, shift.best());
            assertEquals(0, shift.mae()[step], 1e-12);
            assertTrue(shift.justYesterday());
        }
    }

    @Test
    void aForecastThatKnowsIsNotYesterdays() {
        double[] series = walk(400, 2);
        int[] origins = IntStream.range(20, 390).toArray();
        SplittableRandom random = new SplittableRandom(3);
        double[] good = IntStream.of(origins)
                .mapToDouble(t -> series[t + 1] + 0.3 * random.nextGaussian())
                .toArray();
        LagShift shift = LagShift.of(series, origins, good, 1, 5);
        assertEquals(0, shift.best());
        assertFalse(shift.justYesterday());
    }

    /** x(t) + (x(t) − x(t − 1)): of a random walk no better than the last value. */
    @Test
    void carryingTheLastChangeOnIsNoForecast() {
        double[] series = walk(400, 4);
        int[] origins = IntStream.range(20, 399).toArray();
        double[] on = IntStream.of(origins)
                .mapToDouble(t -> 2 * series[t] - series[t - 1])
                .toArray();
        LagShift shift = LagShift.of(series, origins, on, 1, 3);
        assertEquals(1, shift.best());
        assertTrue(shift.justYesterday());
    }

    @Test
    void unknownDaysDoNotCount() {
        double[] series = {1, 2, Double.NaN, 4, 5, 6, 7};
        LagShift shift = LagShift.of(series, new int[] {1, 3, 4, 5, 6}, new double[] {1, 1, 5, 6.5, 1}, 1, 1);
        assertEquals(3, shift.origins(), "origins 3, 4 and 5");
        assertArrayEquals(new double[] {(4 + 1 + 0.5) / 3, (3 + 0 + 0.5) / 3}, shift.mae(), 1e-12);
        LagShift none = LagShift.of(series, new int[] {6}, new double[] {1}, 1, 1);
        assertEquals(0, none.origins());
        assertTrue(Double.isNaN(none.mae()[0]));
        assertFalse(none.justYesterday());
        assertThrows(IllegalArgumentException.class, () -> LagShift.of(series, new int[1], new double[1], 2, 1));
        assertThrows(IllegalArgumentException.class, () -> LagShift.of(series, new int[1], new double[2], 1, 1));
    }

    private static double[] walk(int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[days];
        for (int t = 1; t < days; t++) {
            x[t] = x[t - 1] + random.nextGaussian();
        }
        return x;
    }
}
