package io.riskloom.engine.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Stylised facts of daily returns (Cont 2001), for one long series or a set of paths. Paths are pooled: mean and
 * variance are taken over all days of all paths, and a pair of days always lies within one path. Autocovariances are
 * means over the pairs there are, so that short paths and a long series are comparable. Answers without enough data are
 * NaN.
 */
public final class StylisedFacts {

    private StylisedFacts() {}

    /** Excess kurtosis m₄/m₂² − 3 with population moments; 0 for a normal sample. */
    public static double kurtosis(double[] x) {
        double mean = Moments.mean(x);
        double m2 = 0;
        double m4 = 0;
        for (double value : x) {
            double square = (value - mean) * (value - mean);
            m2 += square;
            m4 += square * square;
        }
        return x.length * m4 / (m2 * m2) - 3;
    }

    public static double kurtosis(double[][] paths) {
        return kurtosis(pooled(paths));
    }

    /** Autocorrelation at a lag ≥ 0: mean of (x(t) − m)(x(t + lag) − m) over the pairs, over the variance. */
    public static double acf(double[] x, int lag) {
        return acf(new double[][] {x}, lag);
    }

    public static double acf(double[][] paths, int lag) {
        return correlations(paths, x -> x, x -> x, lag, lag)[0];
    }

    /** Autocorrelations of |x| at lags 1 … {@code lags}. */
    public static double[] acfAbs(double[] x, int lags) {
        return acfAbs(new double[][] {x}, lags);
    }

    public static double[] acfAbs(double[][] paths, int lags) {
        return correlations(paths, Math::abs, Math::abs, 1, lags);
    }

    /**
     * Leverage effect: mean over τ = 1 … 10 of corr(r(t), r²(t + τ)); negative for shares (falls are followed by
     * unrest).
     */
    public static double leverage(double[] x) {
        return leverage(new double[][] {x});
    }

    public static double leverage(double[][] paths) {
        return Moments.mean(correlations(paths, x -> x, x -> x * x, 1, 10));
    }

    /**
     * Value at risk as a positive loss: minus the type-7 quantile of the returns.
     *
     * @param level share of worse days, such as .01
     */
    public static double valueAtRisk(double[] x, double level) {
        return -Quantiles.of(x, level);
    }

    public static double valueAtRisk(double[][] paths, double level) {
        return valueAtRisk(pooled(paths), level);
    }

    /** Expected shortfall as a positive loss: minus the mean of the returns at or below the quantile of that level. */
    public static double expectedShortfall(double[] x, double level) {
        double limit = Quantiles.of(x, level);
        return -Arrays.stream(x).filter(value -> value <= limit).average().orElse(Double.NaN);
    }

    public static double expectedShortfall(double[][] paths, double level) {
        return expectedShortfall(pooled(paths), level);
    }

    /** All days of all paths, one path after another. */
    public static double[] pooled(double[][] paths) {
        if (paths.length == 1) {
            return paths[0].clone();
        }
        return Arrays.stream(paths).flatMapToDouble(Arrays::stream).toArray();
    }

    /** corr(first(r(t)), second(r(t + lag))) for every lag of a range, NaN for fewer than two pairs or no variation. */
    static double[] correlations(
            double[][] paths, DoubleUnaryOperator first, DoubleUnaryOperator second, int from, int to) {
        double[] all = pooled(paths);
        double[] a = centred(all, first);
        double[] b = centred(all, second);
        double scale = Math.sqrt(squares(a) / a.length) * Math.sqrt(squares(b) / b.length);
        double[] out = new double[to - from + 1];
        for (int lag = from; lag <= to; lag++) {
            double sum = 0;
            long pairs = 0;
            int start = 0;
            for (double[] path : paths) {
                int end = start + path.length;
                for (int t = start; t + lag < end; t++) {
                    sum += a[t] * b[t + lag];
                }
                pairs += Math.max(0, path.length - lag);
                start = end;
            }
            out[lag - from] = pairs < 2 || scale == 0 ? Double.NaN : sum / pairs / scale;
        }
        return out;
    }

    private static double[] centred(double[] x, DoubleUnaryOperator change) {
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = change.applyAsDouble(x[i]);
        }
        double mean = Moments.mean(out);
        for (int i = 0; i < x.length; i++) {
            out[i] -= mean;
        }
        return out;
    }

    private static double squares(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return sum;
    }
}
