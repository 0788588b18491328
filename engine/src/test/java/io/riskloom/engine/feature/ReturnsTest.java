package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ReturnsTest {

    @Test
    void logReturnsLeadFromEachDayToTheNext() {
        assertArrayEquals(new double[] {Math.log(2), Math.log(0.25)}, Returns.log(new double[] {10, 20, 5}), 1e-15);
        assertArrayEquals(new double[0], Returns.log(new double[] {10}));
        assertArrayEquals(new double[0], Returns.log(new double[0]));
    }

    @Test
    void squaresAreSummedFromTheFirstReturnOn() {
        double[] sums = Returns.squaredSums(new double[] {1, Math.E, Math.E, Math.exp(-1)});
        assertArrayEquals(new double[] {0, 1, 1, 5}, sums, 1e-12);
    }

    @Test
    void pricesUndoReturns() {
        double[] close = {10, 20, 5, 7};
        assertArrayEquals(new double[] {20, 5, 7}, Returns.prices(10, Returns.log(close)), 1e-12);
    }
}
