package io.riskloom.engine.judge;

import java.util.Arrays;

/**
 * Distribution functions at evenly spaced values, of which means can be taken.
 *
 * @param low  the first value
 * @param step to the next one
 */
record ShareGrid(double low, double step) {
    private static final int VALUES = 400;
    /** How far the grid goes beyond the sample on either side, as a share of its range. */
    private static final double BEYOND = 0.5;

    /** @param sample at least one value */
    static ShareGrid over(double[] sample) {
        double least = Arrays.stream(sample).min().orElseThrow();
        double range = Math.max(1e-9, Arrays.stream(sample).max().orElseThrow() - least);
        return new ShareGrid(least - BEYOND * range, (1 + 2 * BEYOND) * range / (VALUES - 1));
    }

    /** The share of a sample at or below each value. */
    double[] shares(double[] sample) {
        double[] shares = new double[VALUES];
        for (double x : sample) {
            int at = (int) Math.ceil((x - low) / step);
            if (at < VALUES) {
                shares[Math.max(0, at)] += 1.0 / sample.length;
            }
        }
        for (int i = 1; i < VALUES; i++) {
            shares[i] += shares[i - 1];
        }
        return shares;
    }

    /** Wasserstein-1 of two distribution functions within the grid. */
    double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < VALUES; i++) {
            sum += Math.abs(a[i] - b[i]) * step;
        }
        return sum;
    }
}
