package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.NoticeException;
import org.junit.jupiter.api.Test;

class EngineArithmeticTest {
    private static final double[][] X = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    private static final double[][] K = {{1, 0, -1}, {0, 1, 0}, {-1, 0, 1}};

    @Test
    void theArticlesConvolutionGivesFive() throws NoticeException {
        assertArrayEquals(new double[] {5}, EngineArithmetic.convolve(X, K, 1, 0, 1, "zeros", 0)[0]);
        assertEquals(7.5, EngineArithmetic.convolve(X, K, 1, 0, 1, "zeros", 2.5)[0][0]);
    }

    @Test
    void theArticlesMaxPoolingGivesFive() throws NoticeException {
        double[][] pooled = EngineArithmetic.pool(X, 2, 2, 2, "max");
        assertEquals(1, pooled.length);
        assertArrayEquals(new double[] {5}, pooled[0]);
        assertArrayEquals(new double[] {3}, EngineArithmetic.pool(X, 2, 2, 2, "average")[0]);
    }

    @Test
    void paddingModesFillTheBorderAsNamed() throws NoticeException {
        double[][] one = {{1}};
        assertArrayEquals(new double[] {0, 0, 0, 0, 0}, EngineArithmetic.convolve(X, one, 1, 1, 1, "zeros", 0)[0]);
        assertArrayEquals(new double[] {5, 4, 5, 6, 5}, EngineArithmetic.convolve(X, one, 1, 1, 1, "reflect", 0)[0]);
        assertArrayEquals(new double[] {1, 1, 2, 3, 3}, EngineArithmetic.convolve(X, one, 1, 1, 1, "replicate", 0)[0]);
    }

    @Test
    void dilationAndStrideSpreadTheWindow() throws NoticeException {
        double[][] x = new double[7][7];
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 7; j++) {
                x[i][j] = 10 * i + j;
            }
        }
        // corners of the 3 × 3 window with gaps of one: x(0,0) + x(0,2)·2 at (0,0), then two columns on
        double[][] k = {{1, 2}, {0, 0}};
        double[][] y = EngineArithmetic.convolve(x, k, 2, 0, 2, "zeros", 0);
        assertEquals(3, y.length);
        assertArrayEquals(new double[] {0 + 2 * 2, 2 + 2 * 4, 4 + 2 * 6}, y[0]);
    }

    @Test
    void aWindowThatDoesNotFitIsRefusedWithBothSizes() {
        NoticeException e = assertThrows(
                NoticeException.class, () -> EngineArithmetic.convolve(X, new double[4][4], 1, 0, 1, "zeros", 0));
        assertEquals("run.error.convolution[rows, 3, ≥ 4]", e.notice().toString());
    }
}
