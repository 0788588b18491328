package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.Convolution;
import io.riskloom.engine.feature.PadMode;
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
        assertEquals(explained.length, engine.length);
        for (int i = 0; i < explained.length; i++) {
            assertArrayEquals(explained[i], engine[i], 1e-9);
        }
    }
}
