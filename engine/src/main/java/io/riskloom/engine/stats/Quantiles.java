package io.riskloom.engine.stats;

import java.util.Arrays;

/** Sample quantiles of type 7 (Hyndman and Fan 1996), the default of R and NumPy. */
public final class Quantiles {

    private Quantiles() {}

    /**
     * The value at position (n − 1)·p of the sorted sample, interpolated linearly.
     *
     * @param x sample in any order, unchanged; NaN for an empty one
     * @param p probability in [0, 1]
     * @throws IllegalArgumentException for a probability outside [0, 1]
     */
    public static double of(double[] x, double p) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, p);
    }

    /** As {@link #of} for values in ascending order; the order is not checked. */
    public static double ofSorted(double[] sorted, double p) {
        return ofSorted(sorted, sorted.length, p);
    }

    /** As {@link #of} for the first {@code n} values, which are in ascending order already; the order is not checked. */
    static double ofSorted(double[] sorted, int n, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1], not " + p);
        }
        if (n == 0) {
            return Double.NaN;
        }
        double position = (n - 1) * p;
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, n - 1);
        double part = position - below;
        return part == 0 ? sorted[below] : sorted[below] + part * (sorted[above] - sorted[below]);
    }
}
