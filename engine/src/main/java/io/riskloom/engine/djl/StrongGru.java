package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A recurrent network of two layers of 64 gated units that tells two kinds of windows apart, taught by Adam at .001 on 64 windows
 * a side. It is tested as it was when it told the choosing windows best.
 */
final class StrongGru {
    private static final int UNITS = 64;
    private static final int LAYERS = 2;
    private static final int BATCH = 64;
    private static final int CHECKS = 6;
    private static final double RATE = 1e-3;

    /**
     * One kind's windows, days × values each.
     *
     * @param learnt   for learning
     * @param choosing for choosing when to stop
     * @param test     for the accuracy
     */
    record Kind(float[][] learnt, float[][] choosing, float[][] test) {}

    private final int days;
    private final int values;
    private final int iterations;
    private final Judging judging;

    StrongGru(int days, int values, int iterations, Judging judging) {
        this.days = days;
        this.values = values;
        this.iterations = iterations;
        this.judging = judging;
    }

    /** Mean of the shares of both kinds' test windows that are told right. */
    double accuracy(Kind one, Kind other, long seed) {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(seed);
        SplittableRandom random = new SplittableRandom(seed);
        Shape shape = new Shape(days, values);
        try (Network network = new Network(Recurrent.gru(UNITS, LAYERS, false, 0, 1), shape);
                Adam adam = new Adam(network, 0.9, 0, false, Optimiser.Limits.NONE);
                NDManager data = network.manager().newSubManager()) {
            NDArray target = data.create(labels(), new Shape(2L * BATCH, 1));
            double least = Double.POSITIVE_INFINITY;
            double accuracy = Double.NaN;
            for (int i = 1; i <= iterations; i++) {
                judging.check();
                try (NDManager step = data.newSubManager()) {
                    NDArray x = step.create(
                            batch(one.learnt(), other.learnt(), random), Network.batchOf(2L * BATCH, shape));
                    NDArray loss = Torch.recorded(() -> Losses.binary(network.forward(x, true), target));
                    adam.step(loss, RATE);
                }
                if (i % Math.max(1, iterations / CHECKS) == 0) {
                    double loss = loss(network, one.choosing(), 1) + loss(network, other.choosing(), 0);
                    if (loss < least) {
                        least = loss;
                        accuracy = (right(network, one.test(), true) + right(network, other.test(), false)) / 2;
                    }
                }
            }
            return accuracy;
        }
    }

    private static float[] labels() {
        float[] labels = new float[2 * BATCH];
        for (int i = 0; i < BATCH; i++) {
            labels[i] = 1;
        }
        return labels;
    }

    private float[] batch(float[][] one, float[][] other, SplittableRandom random) {
        int size = days * values;
        float[] batch = new float[2 * BATCH * size];
        for (int row = 0; row < 2 * BATCH; row++) {
            float[][] kind = row < BATCH ? one : other;
            System.arraycopy(kind[random.nextInt(kind.length)], 0, batch, row * size, size);
        }
        return batch;
    }

    private double loss(Network network, float[][] windows, double target) {
        float[] logits = logits(network, windows);
        return IntStream.range(0, logits.length)
                .mapToDouble(
                        i -> Math.log1p(Math.exp(-Math.abs(logits[i]))) + Math.max(logits[i], 0) - target * logits[i])
                .average()
                .orElse(Double.NaN);
    }

    private double right(Network network, float[][] windows, boolean first) {
        float[] logits = logits(network, windows);
        return IntStream.range(0, logits.length)
                        .filter(i -> logits[i] > 0 == first)
                        .count()
                / (double) logits.length;
    }

    private float[] logits(Network network, float[][] windows) {
        return network.predict(CreditCases.flat(windows), new Shape(days, values));
    }
}
