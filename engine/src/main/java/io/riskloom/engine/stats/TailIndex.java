package io.riskloom.engine.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Hill's estimate (1975) of how heavy a tail is: k / Σ ln(x₍ᵢ₎ / x₍ₖ₊₁₎) over the k = ⌊share·n⌋ largest sizes of n values.
 * Stock returns have 3 to 5; smaller means heavier; Student's t has its degrees of freedom. NaN for k &lt; 2, where the
 * threshold is not above 0, or where all of the tail equals it.
 */
public final class TailIndex {

    private TailIndex() {}

    /**
     * Of |x|.
     *
     * @param share of the sample taken as tail, such as .05
     */
    public static double both(double[] x, double share) {
        return hill(x, Math::abs, share);
    }

    /** Of the losses, −x: the share is of the whole sample as well. */
    public static double lower(double[] x, double share) {
        return hill(x, value -> -value, share);
    }

    /** Of the gains. */
    public static double upper(double[] x, double share) {
        return hill(x, value -> value, share);
    }

    private static double hill(double[] x, DoubleUnaryOperator size, double share) {
        double[] sizes = Arrays.stream(x).map(size).sorted().toArray();
        int n = sizes.length;
        int k = (int) Math.floor(share * n);
        if (k < 2 || k >= n || sizes[n - k - 1] <= 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = n - k; i < n; i++) {
            sum += Math.log(sizes[i] / sizes[n - k - 1]);
        }
        return sum == 0 ? Double.NaN : k / sum;
    }
}
