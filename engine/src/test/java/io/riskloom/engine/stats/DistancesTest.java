package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistancesTest {

    /** The example of SciPy's manual. */
    @Test
    void wassersteinGivesTheValueOfScipy() {
        assertEquals(5, Distances.wasserstein1(new double[] {0, 1, 3}, new double[] {5, 6, 8}), 1e-12);
    }

    @Test
    void wassersteinOfEqualLengthsIsTheMeanGapOfSortedValues() {
        SplittableRandom random = new SplittableRandom(4);
        double[] a = random.doubles(101).toArray();
        double[] b = random.doubles(101).map(x -> Math.rint(8 * x) / 5).toArray();
        double distance = Distances.wasserstein1(a, b);
        Arrays.sort(a);
        Arrays.sort(b);
        double gap = 0;
        for (int i = 0; i < a.length; i++) {
            gap += Math.abs(a[i] - b[i]) / a.length;
        }
        assertEquals(gap, distance, 1e-12);
    }

    @Test
    void wassersteinOfDifferentLengthsIsTheAreaBetweenTheDistributions() {
        assertEquals(0.5, Distances.wasserstein1(new double[] {1, 0}, new double[] {2, 0, 1}), 1e-15);
        assertEquals(0, Distances.wasserstein1(new double[] {1, 2}, new double[] {1, 1, 2, 2}), 1e-15);
    }

    @Test
    void aShiftMovesTheDistanceByAsMuch() {
        assertEquals(0.3, Distances.wasserstein1(new double[] {1, 5, 9}, new double[] {1.3, 5.3, 9.3}), 1e-12);
    }

    /** It sorts to the end, where a walk along both samples would never come past it. */
    @Test
    void aSampleWithoutNumbersHasNoDistance() {
        assertEquals(Double.NaN, Distances.wasserstein1(new double[] {1, Double.NaN, 2}, new double[] {1, 2}));
        assertEquals(Double.NaN, Distances.wasserstein1(new double[] {1, 2}, new double[] {Double.NaN}));
    }

    @Test
    void returnsOverSeveralDaysAreSums() {
        double[] daily = {1, 2, 3, 4, 5};
        assertArrayEquals(new double[] {3, 5, 7, 9}, Distances.overlapping(daily, 2));
        assertArrayEquals(new double[] {3, 7}, Distances.apart(daily, 2));
        assertArrayEquals(new double[0], Distances.overlapping(daily, 6));
        assertArrayEquals(daily, Distances.apart(daily, 1));
    }

    @Test
    void sumsNeverCrossFromPathToPath() {
        assertArrayEquals(new double[] {3, 30}, Distances.overlapping(new double[][] {{1, 2}, {10, 20}}, 2));
    }

    @Test
    void refusesEmptySamples() {
        assertThrows(IllegalArgumentException.class, () -> Distances.wasserstein1(new double[0], new double[1]));
        assertThrows(IllegalArgumentException.class, () -> Distances.apart(new double[1], 0));
    }
}
