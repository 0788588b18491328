package io.riskloom.engine.stats;

/**
 * Forecast errors. Pairs whose actual value is NaN (not known yet) are left out; without any pair the answer is NaN.
 * Arrays of different lengths are an {@code IllegalArgumentException}.
 */
public final class Errors {

    /** Levels of {@link #crpsFromQuantiles} and the width of the strip of [0, 1] that each stands for. */
    private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

    private static final double[] WIDTHS = {0.15, 0.225, 0.25, 0.225, 0.15};

    private Errors() {}

    @FunctionalInterface
    private interface Loss {
        double at(int index);
    }

    private static double mean(double[] actual, Loss loss) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < actual.length; i++) {
            if (!Double.isNaN(actual[i])) {
                sum += loss.at(i);
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** Mean absolute error, (1/n) Σ |y − f|, in the unit of y. */
    public static double mae(double[] actual, double[] forecast) {
        Moments.sameLength("actual and forecast", actual.length, forecast.length);
        return mean(actual, i -> Math.abs(actual[i] - forecast[i]));
    }

    /** Root mean squared error, √((1/n) Σ (y − f)²), in the unit of y. */
    public static double rmse(double[] actual, double[] forecast) {
        Moments.sameLength("actual and forecast", actual.length, forecast.length);
        return Math.sqrt(mean(actual, i -> (actual[i] - forecast[i]) * (actual[i] - forecast[i])));
    }

    /**
     * Symmetric mean absolute percentage error of the M4 competition, (200/n) Σ |y − f| / (|y| + |f|), in 0…200; 0/0 is
     * 0.
     */
    public static double smape(double[] actual, double[] forecast) {
        Moments.sameLength("actual and forecast", actual.length, forecast.length);
        return mean(actual, i -> {
            double size = Math.abs(actual[i]) + Math.abs(forecast[i]);
            return size == 0 ? 0 : 200 * Math.abs(actual[i] - forecast[i]) / size;
        });
    }

    /**
     * Mean absolute scaled error (Hyndman and Koehler 2006): MAE over the naive MAE of the training span.
     *
     * @param inSampleNaiveMae {@link #naiveMae} of the training span
     */
    public static double mase(double[] actual, double[] forecast, double inSampleNaiveMae) {
        return mae(actual, forecast) / inSampleNaiveMae;
    }

    /**
     * MAE of "as it was {@code step} days ago" within a series: mean of |x(t) − x(t − step)|; NaN for a shorter series.
     */
    public static double naiveMae(double[] series, int step) {
        if (step < 1) {
            throw new IllegalArgumentException("step must be at least 1, not " + step);
        }
        double sum = 0;
        for (int t = step; t < series.length; t++) {
            sum += Math.abs(series[t] - series[t - step]);
        }
        return series.length <= step ? Double.NaN : sum / (series.length - step);
    }

    /** Pinball loss of quantile forecasts, mean of max(τ(y − q), (τ − 1)(y − q)), in the unit of y. */
    public static double pinball(double[] actual, double[] quantile, double level) {
        Moments.sameLength("actual and quantile", actual.length, quantile.length);
        return mean(actual, i -> pinball(actual[i], quantile[i], level));
    }

    private static double pinball(double actual, double quantile, double level) {
        double gap = actual - quantile;
        return Math.max(level * gap, (level - 1) * gap);
    }

    /**
     * Continuous ranked probability score from a median, a 50 % and a 90 % band. CRPS = 2 ∫₀¹ pinball(τ) dτ; the
     * integral is taken as a sum over τ = .05, .25, .5, .75, .95, each standing for the strip up to half-way to its
     * neighbours (widths .15, .225, .25, .225, .15). Bands of width 0 give the MAE; for a calibrated normal forecast
     * the value is 3 % below the exact one (the tails beyond 90 % are not seen). In the unit of y.
     */
    public static double crpsFromQuantiles(
            double[] actual, double[] median, double[] lower50, double[] upper50, double[] lower90, double[] upper90) {
        double[][] quantiles = {lower90, lower50, median, upper50, upper90};
        for (double[] quantile : quantiles) {
            Moments.sameLength("actual and quantile", actual.length, quantile.length);
        }
        return mean(actual, i -> {
            double sum = 0;
            for (int k = 0; k < LEVELS.length; k++) {
                sum += WIDTHS[k] * pinball(actual[i], quantiles[k][i], LEVELS[k]);
            }
            return 2 * sum;
        });
    }

    /** Share of actual values within their band, ends included, in [0, 1]. */
    public static double coverage(double[] lower, double[] upper, double[] actual) {
        Moments.sameLength("lower and actual", lower.length, actual.length);
        Moments.sameLength("upper and actual", upper.length, actual.length);
        return mean(actual, i -> actual[i] >= lower[i] && actual[i] <= upper[i] ? 1 : 0);
    }

    /**
     * How often the forecast change had the sign of the actual one. Days without any change, and unknown ones, do not
     * count.
     *
     * @return hits among the days that count, with their interval
     */
    public static Proportion direction(double[] actualChange, double[] forecastChange) {
        Moments.sameLength("actual and forecast", actualChange.length, forecastChange.length);
        int hits = 0;
        int n = 0;
        for (int i = 0; i < actualChange.length; i++) {
            if (!Double.isNaN(actualChange[i]) && actualChange[i] != 0) {
                hits += Math.signum(actualChange[i]) == Math.signum(forecastChange[i]) ? 1 : 0;
                n++;
            }
        }
        return Proportion.wilson(hits, n);
    }
}
