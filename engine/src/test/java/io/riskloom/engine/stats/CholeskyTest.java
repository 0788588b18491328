package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CholeskyTest {

    /** The example of Golub and Van Loan's kind with whole factors: L = (2; 1 3; −1 2 4). */
    @Test
    void theFactorTimesItselfIsTheMatrix() {
        double[][] matrix = {{4, 2, -2}, {2, 10, 5}, {-2, 5, 21}};
        double[][] factor = Cholesky.factor(matrix);
        assertArrayEquals(new double[] {2, 0, 0}, factor[0], 1e-12);
        assertArrayEquals(new double[] {1, 3, 0}, factor[1], 1e-12);
        assertArrayEquals(new double[] {-1, 2, 4}, factor[2], 1e-12);
    }

    @Test
    void aColumnThatFollowsFromAnotherHasAFactorAllTheSame() {
        double[][] factor = Cholesky.factor(new double[][] {{1, 1}, {1, 1}});
        assertArrayEquals(new double[] {1, 0}, factor[0]);
        assertEquals(1, factor[1][0], 1e-12);
        assertEquals(1e-6, factor[1][1], 1e-12);
    }
}
