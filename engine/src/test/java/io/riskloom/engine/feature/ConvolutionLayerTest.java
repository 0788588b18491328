package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.Notice;
import org.junit.jupiter.api.Test;

class ConvolutionLayerTest {

    private static final double[][][] TWO = {{{1, 2}, {3, 4}}, {{10, 20}, {30, 40}}};

    private static ConvolutionLayer layer(double[][][][] kernels, double[] biases, int groups, Activation activation) {
        return new ConvolutionLayer(TWO, kernels, biases, 1, 0, 1, groups, PadMode.ZERO, activation);
    }

    @Test
    void aFilterAddsTheSharesOfAllItsChannelsToItsBias() throws SetupException {
        ConvolutionLayer layer = layer(
                new double[][][][] {{{{1, 0}, {0, 1}}, {{0, -1}, {0, 0}}}}, new double[] {0.5}, 1, Activation.NONE);
        assertArrayEquals(new double[][] {{5}}, layer.share(0, 0));
        assertArrayEquals(new double[][] {{-20}}, layer.share(0, 1));
        assertArrayEquals(new double[][] {{-14.5}}, layer.sum(0));
    }

    @Test
    void groupsReadTheirOwnChannelsOnly() throws SetupException {
        double[][][][] kernels = {{{{1}}}, {{{1}}}};
        ConvolutionLayer layer = layer(kernels, new double[] {0, -25}, 2, Activation.RELU);
        assertEquals(1, layer.firstChannel(1));
        assertArrayEquals(new double[][][] {{{1, 2}, {3, 4}}, {{0, 0}, {5, 15}}}, layer.output());
    }

    @Test
    void groupsThatDoNotDivideAreRefusedWithTheNearest() {
        SetupException refused = assertThrows(SetupException.class, () -> ConvolutionLayer.checkGroups(4, 2, 3));
        assertEquals(Notice.of("conv.error.groups", 3, 4, 2, 2), refused.notice());
        assertEquals(4, ConvolutionLayer.nearestGroups(4, 4, 3 + 2));
        assertEquals(1, ConvolutionLayer.nearestGroups(3, 2, 2));
    }

    @Test
    void activationsAreThoseOfTheTextbook() {
        assertEquals(-2, Activation.NONE.of(-2));
        assertEquals(0, Activation.RELU.of(-2));
        assertEquals(-0.02, Activation.LEAKY_RELU.of(-2));
        assertEquals(0.5, Activation.SIGMOID.of(0));
        assertEquals(0.7310585786300049, Activation.SIGMOID.of(1), 1e-15);
        assertEquals(0.7615941559557649, Activation.TANH.of(1), 1e-15);
    }
}
