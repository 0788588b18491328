package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdamWTest {
    private static final int INPUTS = 4;

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    /** f = mean over the batch of (w·x + b)², minimised by hand in doubles and by the optimiser. */
    @Test
    void hundredStepsEqualTheFormulaInDoubles() {
        for (double clip : new double[] {0, 0.5}) {
            float[] x = new float[8 * INPUTS];
            Random random = new Random(5);
            for (int i = 0; i < x.length; i++) {
                x[i] = (float) random.nextGaussian();
            }
            Chain chain = new Chain().add("head", Linear.builder().setUnits(1).build());
            try (Network network = new Network(chain, new Shape(INPUTS))) {
                double[] expected = new double[INPUTS + 1];
                float[] w = network.trainable().get("head.weight").toFloatArray();
                for (int i = 0; i < INPUTS; i++) {
                    expected[i] = w[i];
                }
                expected[INPUTS] = network.trainable().get("head.bias").getFloat(0);
                AdamW adam = new AdamW(network, 0.1, 0.9, 0.999, clip);
                ByHand byHand = new ByHand(expected, clip);
                for (int step = 0; step < 100; step++) {
                    double rate = 0.02 / (1 + step * 0.01);
                    double norm = engineStep(network, adam, x, rate);
                    assertEquals(byHand.step(x, rate), norm, 1e-4, "gradient norm of step " + step);
                }
                float[] trained = new float[INPUTS + 1];
                System.arraycopy(network.trainable().get("head.weight").toFloatArray(), 0, trained, 0, INPUTS);
                trained[INPUTS] = network.trainable().get("head.bias").getFloat(0);
                for (int i = 0; i < trained.length; i++) {
                    assertEquals(expected[i], trained[i], 1e-5, "weight " + i + " with clip " + clip);
                }
            }
        }
    }

    @Test
    void gradientsThatAreNotFiniteChangeNothing() {
        Chain chain = new Chain().add("head", Linear.builder().setUnits(1).build());
        try (Network network = new Network(chain, new Shape(INPUTS))) {
            float[] before = network.trainable().get("head.weight").toFloatArray();
            AdamW adam = new AdamW(network, 0.1, 0.9, 0.999, 1);
            double norm = engineStep(network, adam, new float[] {Float.NaN, 0, 0, 0}, 0.1);
            assertFalse(Double.isFinite(norm));
            assertArrayEquals(before, network.trainable().get("head.weight").toFloatArray());
            assertEquals(0, adam.steps());
        }
    }

    private static double engineStep(Network network, AdamW adam, float[] x, double rate) {
        try (NDManager step = network.manager().newSubManager()) {
            NDArray batch = step.create(x, new Shape(x.length / INPUTS, INPUTS));
            try (GradientCollector collector = Torch.engine().newGradientCollector()) {
                collector.backward(network.forward(batch, true).square().mean());
            }
            return adam.step(rate, step);
        }
    }

    private static final class ByHand {
        private final double[] w;
        private final double[] m;
        private final double[] v;
        private final double clip;
        private int t;

        ByHand(double[] w, double clip) {
            this.w = w;
            this.m = new double[w.length];
            this.v = new double[w.length];
            this.clip = clip;
        }

        double step(float[] x, double rate) {
            double[] g = new double[w.length];
            int rows = x.length / INPUTS;
            for (int r = 0; r < rows; r++) {
                double y = w[INPUTS];
                for (int i = 0; i < INPUTS; i++) {
                    y += w[i] * x[r * INPUTS + i];
                }
                for (int i = 0; i < INPUTS; i++) {
                    g[i] += 2 * y * x[r * INPUTS + i] / rows;
                }
                g[INPUTS] += 2 * y / rows;
            }
            double norm = 0;
            for (double value : g) {
                norm += value * value;
            }
            norm = Math.sqrt(norm);
            double scale = clip > 0 && norm > clip ? clip / norm : 1;
            t++;
            for (int i = 0; i < w.length; i++) {
                w[i] -= rate * 0.1 * w[i];
                m[i] = 0.9 * m[i] + 0.1 * g[i] * scale;
                v[i] = 0.999 * v[i] + 0.001 * g[i] * scale * g[i] * scale;
                double mHat = m[i] / (1 - Math.pow(0.9, t));
                double vHat = v[i] / (1 - Math.pow(0.999, t));
                w[i] -= rate * mHat / (Math.sqrt(vHat) + 1e-8);
            }
            return norm;
        }
    }
}
