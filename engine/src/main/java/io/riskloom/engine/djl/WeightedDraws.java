package io.riskloom.engine.djl;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws of indices with replacement. */
final class WeightedDraws {
    private WeightedDraws() {}

    /**
     * @param weights of the indices, at least 0, some above
     * @return so many indices, each i with probability weights[i] / Σ weights
     */
    static long[] of(double[] weights, int count, long seed) {
        double[] sums = weights.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        double all = sums[sums.length - 1];
        if (!(all > 0)) {
            throw new IllegalArgumentException("weights sum to " + all);
        }
        SplittableRandom random = new SplittableRandom(seed);
        long[] drawn = new long[count];
        for (int i = 0; i < count; i++) {
            int at = Arrays.binarySearch(sums, random.nextDouble() * all);
            drawn[i] = Math.min(at < 0 ? -at - 1 : at + 1, sums.length - 1);
        }
        return drawn;
    }

    /** Weights 2^(−age / halfLife) of rows in the order of time, the last of age 0; null for a half-life of 0. */
    static double[] recent(int rows, double halfLife) {
        if (halfLife <= 0) {
            return null;
        }
        double[] weights = new double[rows];
        Arrays.setAll(weights, i -> Math.exp(-Math.log(2) * (rows - 1 - i) / halfLife));
        return weights;
    }
}
