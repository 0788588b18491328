package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.stats.Cholesky;
import java.util.HashMap;
import java.util.Map;

/**
 * White noise seen through six stationary filters h(t) = φ·h(t − 1) + √(1 − φ²)·e(t), φ = exp(−1/τ) for τ of 2, 5, 10, 22, 60 and
 * 150 days, each of unit variance. A stretch of days is one matrix product on the noise and on what the filters held before it,
 * so that stretches join without seams.
 */
final class Filters {
    /** Days after which a filter has forgotten all but a part of 1/e. */
    private static final double[] DAYS = {2, 5, 10, 22, 60, 150};

    /** How many there are. */
    static final int COUNT = DAYS.length;

    private final NDManager manager;
    /** φ^t and the weights of the noise by length of the stretch. */
    private final Map<Integer, NDList> products = new HashMap<>();

    private final NDArray root;

    /** @param manager in which the filters' matrices live */
    Filters(NDManager manager) {
        this.manager = manager;
        this.root = kept(root(), new Shape(COUNT, COUNT));
    }

    /**
     * What filters of the same noise hold on any day: normal, with the covariances √(1 − φ²)·√(1 − ψ²) / (1 − φψ).
     *
     * @return filters × rows × 1
     */
    NDArray together(NDManager scratch, int rows) {
        return scratch.randomNormal(new Shape(COUNT, rows))
                .transpose()
                .matMul(root)
                .transpose()
                .expandDims(2);
    }

    /** What filters of noises of their own hold on any day, filters × rows × 1. */
    static NDArray apart(NDManager scratch, int rows) {
        return scratch.randomNormal(new Shape(COUNT, rows, 1));
    }

    /**
     * @param noise  rows × days for one noise of all filters, filters × rows × days for noises of their own
     * @param before what the filters hold, filters × rows × 1
     * @return filters × rows × (days + 1): what they hold before each day and after the last
     */
    NDArray over(NDArray noise, NDArray before) {
        int days = Math.toIntExact(noise.getShape().get(noise.getShape().dimension() - 1));
        NDList product = products.computeIfAbsent(days, this::product);
        NDArray kept = before.mul(product.get(0));
        kept.attach(noise.getManager()); // not those of what was held, which may outlive the stretch
        return noise.matMul(product.get(1)).add(kept);
    }

    private NDList product(int days) {
        float[] kept = new float[COUNT * (days + 1)];
        float[] weights = new float[COUNT * days * (days + 1)];
        for (int f = 0; f < COUNT; f++) {
            double phi = Math.exp(-1 / DAYS[f]);
            for (int t = 0; t <= days; t++) {
                kept[f * (days + 1) + t] = (float) Math.pow(phi, t);
                for (int s = 0; s < t; s++) {
                    weights[(f * days + s) * (days + 1) + t] =
                            (float) (Math.sqrt(1 - phi * phi) * Math.pow(phi, t - 1.0 - s));
                }
            }
        }
        return new NDList(kept(kept, new Shape(COUNT, 1, days + 1)), kept(weights, new Shape(COUNT, days, days + 1)));
    }

    /** In memory of the native library's own, whose alignment is always the same, and with it the order of its sums. */
    private NDArray kept(float[] values, Shape shape) {
        try (NDArray given = manager.create(values, shape)) {
            return given.duplicate();
        }
    }

    /** The transposed Cholesky factor of the covariances of filters of the same noise. */
    private static float[] root() {
        double[][] covariances = new double[COUNT][COUNT];
        for (int i = 0; i < COUNT; i++) {
            for (int j = 0; j < COUNT; j++) {
                covariances[i][j] = covariance(i, j);
            }
        }
        double[][] factor = Cholesky.factor(covariances);
        float[] transposed = new float[COUNT * COUNT];
        for (int i = 0; i < transposed.length; i++) {
            transposed[i] = (float) factor[i % COUNT][i / COUNT];
        }
        return transposed;
    }

    private static double covariance(int i, int j) {
        double phi = Math.exp(-1 / DAYS[i]);
        double psi = Math.exp(-1 / DAYS[j]);
        return Math.sqrt((1 - phi * phi) * (1 - psi * psi)) / (1 - phi * psi);
    }

    /** Of an answer of {@link #over}: what the filters hold before each day. */
    static NDArray lagged(NDArray held) {
        return held.get(new NDIndex(":, :, :-1"));
    }

    /** What the filters hold after each day. */
    static NDArray fresh(NDArray held) {
        return held.get(new NDIndex(":, :, 1:"));
    }

    /** What they hold after the last day. */
    static NDArray after(NDArray held) {
        return held.get(new NDIndex(":, :, -1:"));
    }

    /** Channels × rows × days of filters × (series · rows) × days. */
    static NDArray channels(NDArray filtered, int series) {
        long rows = filtered.getShape().get(1) / series;
        return filtered.reshape(-1, rows, filtered.getShape().get(2));
    }

    /** All channels together, rows × days × channels. */
    static NDArray joined(NDArray... channels) {
        return NDArrays.concat(new NDList(channels), 0).transpose(1, 2, 0);
    }
}
