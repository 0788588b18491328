package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.Activation;
import io.riskloom.engine.feature.PoolShape;
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

    @Test
    void aDenseEndWithSoftmaxGivesTheShares() throws NoticeException {
        double[] p = EngineArithmetic.dense(new double[] {1, 2}, new double[][] {{1, 1}, {0, 1}}, new double[] {0, 0});
        // z = 3, 2: 1/(1 + e⁻¹)
        assertArrayEquals(new double[] {0.7310585786300049, 0.2689414213699951}, p, 1e-12);
    }

    @Test
    void channelsThatGroupsCannotShareAreRefused() {
        NoticeException e = assertThrows(
                NoticeException.class,
                () -> EngineArithmetic.convolve(
                        new double[][][] {X, X, X},
                        new double[][][][] {{K}, {K}},
                        new double[] {0, 0},
                        new EngineArithmetic.Sliding(1, 0, 1, 2, "zeros"),
                        Activation.NONE));
        assertEquals("run.error.convolution[channels, 3, = 1 × 2]", e.notice().toString());
    }

    private static String refused(
            double[][][] input, double[][][][] kernels, double[] biases, EngineArithmetic.Sliding sliding) {
        return assertThrows(
                        NoticeException.class,
                        () -> EngineArithmetic.convolve(input, kernels, biases, sliding, Activation.NONE))
                .notice()
                .toString();
    }

    private static String refused(EngineArithmetic.Sliding sliding) {
        return refused(new double[][][] {X}, new double[][][][] {{K}}, new double[1], sliding);
    }

    private static String refused(double[][][] input, PoolShape shape) {
        return assertThrows(NoticeException.class, () -> EngineArithmetic.pool(input, shape, "max"))
                .notice()
                .toString();
    }

    @Test
    void sizesThatWouldFillTheMemoryAreRefused() {
        assertEquals(
                "run.error.convolution[padding, 1100000000, 0 … 1000]",
                refused(new EngineArithmetic.Sliding(1, 1_100_000_000, 1, 1, "replicate")));
        // 2·(2³¹ − 1) + 1 is −1 in 32 bits
        assertEquals(
                "run.error.convolution[rows, 3, ≥ 4294967295]",
                refused(new EngineArithmetic.Sliding(1, 0, Integer.MAX_VALUE, 1, "zeros")));
        double[][][] one = {X};
        assertEquals(
                "run.error.convolution[rows, 1001, 1 … 1000]",
                refused(one, new PoolShape(PoolShape.Form.ADAPTIVE, 1001, 2, 1, 0)));
        assertEquals(
                "run.error.convolution[columns, 2147483647, 1 … 1000]",
                refused(one, new PoolShape(PoolShape.Form.ADAPTIVE, 2, Integer.MAX_VALUE, 1, 0)));
        assertEquals(
                "run.error.convolution[padding, 1000000000, 0 … 1000]",
                refused(one, new PoolShape(PoolShape.Form.WINDOW, 2_000_000_000, 2_000_000_000, 1, 1_000_000_000)));
    }

    @Test
    void countsThatDoNotGoTogetherAreRefused() {
        EngineArithmetic.Sliding plain = new EngineArithmetic.Sliding(1, 0, 1, 1, "zeros");
        double[][][] one = {X};
        assertEquals(
                "run.error.convolution[biases, 1, = 2]",
                refused(one, new double[][][][] {{K}, {K}}, new double[1], plain));
        assertEquals(
                "run.error.convolution[kernel, 2 × 3, = 3 × 3]",
                refused(one, new double[][][][] {{K}, {{{1, 2, 3}, {4, 5, 6}}}}, new double[2], plain));
        assertEquals(
                "run.error.convolution[kernel, 2, = 1]",
                refused(one, new double[][][][] {{K}, {K, K}}, new double[2], plain));
        assertEquals(
                "run.error.convolution[filters, 3, n × 2]",
                refused(
                        new double[][][] {X, X},
                        new double[][][][] {{K}, {K}, {K}},
                        new double[3],
                        new EngineArithmetic.Sliding(1, 0, 1, 2, "zeros")));
        assertEquals(
                "run.error.convolution[padMode, null, zeros, reflect, replicate]",
                refused(new EngineArithmetic.Sliding(1, 1, 1, 1, null)));
        NoticeException dense = assertThrows(
                NoticeException.class,
                () -> EngineArithmetic.dense(new double[] {1}, new double[][] {{1}, {2}}, new double[] {0.5}));
        assertEquals("run.error.convolution[biases, 1, = 2]", dense.notice().toString());
    }
}
