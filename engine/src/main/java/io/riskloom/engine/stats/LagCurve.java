package io.riskloom.engine.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * How days of daily returns hang together with later ones: corr(first(r(t)), second(r(t + lag))) at lags 1 … L. A series is
 * centred by its own mean and scaled by its own deviation, covariances are means over the pairs there are.
 *
 * <p>In a span with memory the own mean follows the level of the span, which makes these correlations too small, the more the
 * shorter it is. Paths are therefore comparable with a real series of the same length, path by path ({@link #mean}), and not
 * as one pool of days.
 */
public enum LagCurve {
    /** Of returns; near 0 for liquid markets. */
    ACF(r -> r, r -> r),
    /** Of |r|: volatility comes in clusters that fade slowly. */
    ACF_ABS(Math::abs, Math::abs),
    /** Of r². */
    ACF_SQUARES(r -> r * r, r -> r * r),
    /** corr(r(t), r²(t + lag)); negative for shares: falls are followed by unrest. */
    LEVERAGE(r -> r, r -> r * r);

    private final DoubleUnaryOperator first;
    private final DoubleUnaryOperator second;

    LagCurve(DoubleUnaryOperator first, DoubleUnaryOperator second) {
        this.first = first;
        this.second = second;
    }

    /** Values at lags 1 … {@code lags}; NaN for fewer than two pairs or where the series does not vary. */
    public double[] of(double[] returns, int lags) {
        return StylisedFacts.correlations(new double[][] {returns}, first, second, 1, lags);
    }

    /** The value at one lag. */
    public double at(double[] returns, int lag) {
        return StylisedFacts.correlations(new double[][] {returns}, first, second, lag, lag)[0];
    }

    /** The mean over the paths of each path's own curve, at each lag over the paths that have a value there. */
    public double[] mean(double[][] paths, int lags) {
        double[] sum = new double[lags];
        int[] known = new int[lags];
        for (double[] path : paths) {
            double[] curve = of(path, lags);
            for (int i = 0; i < lags; i++) {
                if (!Double.isNaN(curve[i])) {
                    sum[i] += curve[i];
                    known[i]++;
                }
            }
        }
        for (int i = 0; i < lags; i++) {
            sum[i] = known[i] == 0 ? Double.NaN : sum[i] / known[i];
        }
        return sum;
    }

    /** √ Σ (a − b)² over the lags at which both have a value; NaN where there is none. */
    public static double distance(double[] a, double[] b) {
        double sum = 0;
        int used = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                sum += (a[i] - b[i]) * (a[i] - b[i]);
                used++;
            }
        }
        return used == 0 ? Double.NaN : Math.sqrt(sum);
    }
}
