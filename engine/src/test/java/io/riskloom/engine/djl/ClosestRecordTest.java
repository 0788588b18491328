package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Distances to the closest real row, and along random directions. */
class ClosestRecordTest {

    @Test
    void theDistanceIsThatToTheClosestRowThatWasLearnt() {
        float[][] learnt = {{0, 0}, {10, 0}};
        ClosestRecord found =
                ClosestRecord.of(learnt, new float[][] {{3, 4}, {10, 1}}, new float[][] {{0, 0}, {9, 0}, {0, 2}});
        assertArrayEquals(new double[] {5, 1}, found.real(), 1e-12);
        assertArrayEquals(new double[] {0, 1, 2}, found.generated(), 1e-12);
        // the closest 1 % of 1 and 5 lie at 1.04
        assertEquals(2 / 3.0, found.copies(), 1e-12);
    }

    @Test
    void plantedCopiesAreFoundAndFreshRowsAreNone() {
        float[][] learnt = normal(300, 1);
        float[][] heldOut = normal(200, 2);
        float[][] fresh = normal(200, 3);
        double before = ClosestRecord.of(learnt, heldOut, fresh).copies();
        assertEquals(0.01, before, 0.02);
        float[][] planted = fresh.clone();
        for (int i = 0; i < 50; i++) {
            planted[i] = learnt[3 * i];
        }
        assertEquals(0.25, ClosestRecord.of(learnt, heldOut, planted).copies(), 0.02);
    }

    @Test
    void ofManyRowsSomeAtEvenDistancesAreLookedAt() {
        float[][] rows = normal(25, 4);
        assertSame(rows, ClosestRecord.some(rows, 25));
        float[][] some = ClosestRecord.some(rows, 10);
        assertEquals(10, some.length);
        assertSame(rows[0], some[0]);
        assertSame(rows[22], some[9]);
    }

    /** In one dimension every direction is the line itself: the mean distance of {0, 2} from {1, 4} is 1.5. */
    @Test
    void alongOneLineItIsTheWassersteinDistance() {
        SlicedDistance distance = new SlicedDistance(new float[][] {{1}, {4}}, 7);
        assertEquals(1.5, distance.of(new float[] {0, 2}), 1e-9);
        assertEquals(0, distance.of(new float[] {4, 1}), 1e-9);
    }

    /** A shift by s in d dimensions is s·|cos| along a direction, in the mean of d = 2 it is 2·s/π. */
    @Test
    void aShiftInThePlaneIsTwoOverPiOfIt() {
        float[][] rows =
                Arrays.stream(normal(100, 5)).map(row -> Arrays.copyOf(row, 2)).toArray(float[][]::new);
        float[] shifted = CreditCases.flat(rows);
        IntStream.range(0, 100).forEach(i -> shifted[2 * i] += 3);
        assertEquals(6 / Math.PI, new SlicedDistance(rows, 11).of(shifted), 0.3);
    }

    private static float[][] normal(int rows, long seed) {
        Random random = new Random(seed);
        float[][] all = new float[rows][4];
        for (float[] row : all) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return all;
    }
}
