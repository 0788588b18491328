package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrawdownsTest {

    /** Prices 100, 110, 99, 108.9, 87.12. */
    private static final double[] RETURNS = {Math.log(1.1), Math.log(0.9), Math.log(1.1), Math.log(0.8)};

    @Test
    void largestIsTheFallFromThePeak() {
        assertEquals(1 - 87.12 / 110, Drawdowns.largest(RETURNS), 1e-12);
        assertEquals(0, Drawdowns.largest(new double[] {0.1, 0.2}), 0);
        assertEquals(-Math.expm1(-0.3), Drawdowns.largest(new double[] {-0.1, -0.2}), 1e-12);
    }

    @Test
    void windowsStartAfreshEachTime() {
        assertArrayEquals(new double[] {0.1, 0.1, 0.2}, Drawdowns.largest(RETURNS, 2, 1), 1e-12);
        assertArrayEquals(new double[] {0.1, 0.2}, Drawdowns.largest(RETURNS, 2, 2), 1e-12);
        assertEquals(0, Drawdowns.largest(RETURNS, 5, 1).length);
    }

    /** Without drift: 1, −2, 1; the largest fall 2, the largest rise 1. */
    @Test
    void gainLossIsTheLogOfFallsOverRises() {
        assertEquals(Math.log(2), Drawdowns.gainLoss(new double[] {1.5, -1.5, 1.5}, 3, 1), 1e-12);
        assertTrue(Double.isNaN(Drawdowns.gainLoss(new double[] {1, 2}, 3, 1)));
        assertTrue(Double.isNaN(Drawdowns.gainLoss(new double[] {1, 1, 1}, 3, 1)));
    }

    @Test
    void gainLossChangesItsSignWithTheReturns() {
        SplittableRandom random = new SplittableRandom(4);
        double[] r = random.doubles(2000)
                .map(u -> 0.02 * (0.5 - Math.log(1 / u) / 2))
                .toArray();
        double[] turned = Arrays.stream(r).map(v -> -v).toArray();
        double asymmetry = Drawdowns.gainLoss(r, 60, 10);
        assertEquals(-asymmetry, Drawdowns.gainLoss(turned, 60, 10), 1e-12);
        assertTrue(asymmetry > 0.02, "few deep falls among many small rises: " + asymmetry);
    }

    @Test
    void gainLossOfASymmetricWalkIsNear0() {
        SplittableRandom random = new SplittableRandom(5);
        double[] r = new double[200_000];
        Arrays.setAll(r, i -> 0.001 + 0.01 * random.nextGaussian());
        assertEquals(0, Drawdowns.gainLoss(r, 60, 10), 0.01);
    }
}
