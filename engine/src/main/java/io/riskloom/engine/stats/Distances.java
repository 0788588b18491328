package io.riskloom.engine.stats;

import java.util.Arrays;

/** Distances between samples, and returns over several days. */
public final class Distances {

    private Distances() {}

    /**
     * Wasserstein-1 (earth mover's) distance of two samples, ∫ |F(x) − G(x)| dx, in the unit of the sample. The samples
     * may differ in length; for equal lengths it is the mean gap between the sorted values. NaN where a sample holds NaN.
     *
     * @throws IllegalArgumentException for an empty sample
     */
    public static double wasserstein1(double[] a, double[] b) {
        if (a.length == 0 || b.length == 0) {
            throw new IllegalArgumentException(
                    "samples of " + a.length + " and " + b.length + " values, expected some");
        }
        double[] x = a.clone();
        double[] y = b.clone();
        Arrays.sort(x);
        Arrays.sort(y);
        if (Double.isNaN(x[x.length - 1]) || Double.isNaN(y[y.length - 1])) { // they are sorted to the end
            return Double.NaN;
        }
        int i = 0;
        int j = 0;
        double sum = 0;
        double here = Math.min(x[0], y[0]);
        while (i < x.length || j < y.length) {
            double next = Math.min(
                    i < x.length ? x[i] : Double.POSITIVE_INFINITY, j < y.length ? y[j] : Double.POSITIVE_INFINITY);
            sum += Math.abs((double) i / x.length - (double) j / y.length) * (next - here);
            here = next;
            while (i < x.length && x[i] == here) {
                i++;
            }
            while (j < y.length && y[j] == here) {
                j++;
            }
        }
        return sum;
    }

    /**
     * Log returns over k days, overlapping: r(t) + … + r(t + k − 1) for every t. Overlapping sums use every day of a
     * short test span; they are dependent, so no test may treat them as independent. Empty where the series is shorter
     * than k.
     */
    public static double[] overlapping(double[] returns, int k) {
        return sums(returns, k, 1);
    }

    /**
     * Log returns over k days, side by side: blocks of k days from the first day on; an unfinished block is left out.
     */
    public static double[] apart(double[] returns, int k) {
        return sums(returns, k, k);
    }

    /**
     * Overlapping k-day returns of several paths, one path after another; no sum crosses from one path into the next.
     */
    public static double[] overlapping(double[][] paths, int k) {
        return Arrays.stream(paths)
                .flatMapToDouble(path -> Arrays.stream(overlapping(path, k)))
                .toArray();
    }

    private static double[] sums(double[] returns, int k, int step) {
        if (k < 1) {
            throw new IllegalArgumentException("days must be at least 1, not " + k);
        }
        int count = returns.length < k ? 0 : (returns.length - k) / step + 1;
        double[] sums = new double[count];
        for (int i = 0; i < count; i++) {
            for (int t = i * step; t < i * step + k; t++) {
                sums[i] += returns[t];
            }
        }
        return sums;
    }
}
