package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.Activation;
import io.riskloom.engine.feature.Convolution;
import io.riskloom.engine.feature.ConvolutionLayer;
import io.riskloom.engine.feature.PadMode;
import io.riskloom.engine.feature.PoolShape;
import io.riskloom.engine.feature.Pooling;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EngineAgreementTest {

    @Test
    void explainedConvolutionAndPoolingAgreeWithTheEngineOnRandomSetups() throws NoticeException {
        Random random = new Random(8);
        for (int trial = 0; trial < 60; trial++) {
            double[][] input = random(random, 6 + random.nextInt(6), 6 + random.nextInt(6), 1000);
            double[][] kernel = random(random, 1 + random.nextInt(3), 1 + random.nextInt(3), 2);
            int stride = 1 + random.nextInt(3);
            int padding = random.nextInt(3);
            int dilation = 1 + random.nextInt(2);
            PadMode mode = PadMode.values()[trial % PadMode.values().length];
            String word = mode == PadMode.ZERO ? "zeros" : mode.name().toLowerCase(Locale.ROOT);
            same(
                    Convolution.output(input, kernel, stride, padding, dilation, mode, 0.5),
                    EngineArithmetic.convolve(input, kernel, stride, padding, dilation, word, 0.5));
            int rows = 1 + random.nextInt(4);
            int columns = 1 + random.nextInt(4);
            same(
                    Pooling.output(input, Pooling.Kind.MAX, rows, columns, stride),
                    EngineArithmetic.pool(input, rows, columns, stride, "max"));
            same(
                    Pooling.output(input, Pooling.Kind.AVERAGE, rows, columns, stride),
                    EngineArithmetic.pool(input, rows, columns, stride, "average"));
        }
    }

    @Test
    void wholeLayersAgreeWithTheEngineOverChannelsGroupsAndActivations() throws NoticeException {
        Random random = new Random(9);
        for (int trial = 0; trial < 80; trial++) {
            int groups = 1 + random.nextInt(3);
            int read = 1 + random.nextInt(2);
            int filters = groups * (1 + random.nextInt(2));
            int rows = 5 + random.nextInt(5);
            int columns = 5 + random.nextInt(7);
            double[][][] input = new double[groups * read][][];
            for (int c = 0; c < input.length; c++) {
                input[c] = random(random, rows, columns, 10);
            }
            int p = 1 + random.nextInt(3);
            int q = 1 + random.nextInt(3);
            double[][][][] kernels = new double[filters][read][][];
            for (double[][][] kernel : kernels) {
                for (int c = 0; c < read; c++) {
                    kernel[c] = random(random, p, q, 1);
                }
            }
            double[] biases = random.doubles(filters).toArray();
            PadMode mode = PadMode.values()[trial % 3];
            Activation activation = Activation.values()[trial % Activation.values().length];
            ConvolutionLayer layer = new ConvolutionLayer(
                    input,
                    kernels,
                    biases,
                    1 + random.nextInt(3),
                    random.nextInt(4),
                    1 + random.nextInt(2),
                    groups,
                    mode,
                    activation);
            String word = mode == PadMode.ZERO ? "zeros" : mode.name().toLowerCase(Locale.ROOT);
            double[][][] engine = EngineArithmetic.convolve(
                    input,
                    kernels,
                    biases,
                    new EngineArithmetic.Sliding(layer.stride(), layer.padding(), layer.dilation(), groups, word),
                    activation);
            same(layer.output(), engine);
        }
    }

    @Test
    void everyKindOfPoolingAgreesWithTheEngineInValueAndGradient() throws NoticeException {
        Random random = new Random(10);
        for (int trial = 0; trial < 120; trial++) {
            double[][] input = random(random, 4 + random.nextInt(8), 4 + random.nextInt(8), 100);
            PoolShape.Form form = PoolShape.Form.values()[trial % 3];
            int rows = 1 + random.nextInt(4);
            int columns = 1 + random.nextInt(4);
            int padding = random.nextInt(1 + Math.min(rows, columns) / 2);
            PoolShape shape = new PoolShape(form, rows, columns, 1 + random.nextInt(3), padding);
            for (Pooling.Kind kind : Pooling.Kind.values()) {
                EngineArithmetic.Pooled engine = EngineArithmetic.pool(
                        new double[][][] {input}, shape, kind.name().toLowerCase(Locale.ROOT));
                same(Pooling.output(input, kind, shape), engine.output()[0]);
                same(Pooling.gradient(input, kind, shape), engine.gradient()[0]);
            }
        }
    }

    @Test
    void onADrawTheEnginesGradientFlowsToTheFirstMaximumToo() throws NoticeException {
        double[][] draw = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};
        PoolShape shape = PoolShape.window(2, 2, 1);
        assertArrayEquals(
                new double[][] {{1, 1, 0}, {1, 1, 0}, {0, 0, 0}},
                EngineArithmetic.pool(new double[][][] {draw}, shape, "max").gradient()[0]);
        same(
                Pooling.gradient(draw, Pooling.Kind.MAX, shape),
                EngineArithmetic.pool(new double[][][] {draw}, shape, "max").gradient()[0]);
    }

    /** DJL's leaky rectifier has its slope in single precision. */
    private static void same(double[][][] explained, double[][][] engine) {
        assertEquals(explained.length, engine.length);
        for (int c = 0; c < explained.length; c++) {
            same(explained[c], engine[c], 1e-7);
        }
    }

    private static double[][] random(Random random, int rows, int columns, double scale) {
        double[][] cells = new double[rows][columns];
        for (double[] row : cells) {
            for (int j = 0; j < columns; j++) {
                row[j] = scale * random.nextGaussian();
            }
        }
        return cells;
    }

    private static void same(double[][] explained, double[][] engine) {
        same(explained, engine, 1e-9);
    }

    private static void same(double[][] explained, double[][] engine, double tolerance) {
        assertEquals(explained.length, engine.length);
        for (int i = 0; i < explained.length; i++) {
            assertArrayEquals(explained[i], engine[i], tolerance);
        }
    }
}
