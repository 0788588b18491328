package io.riskloom.app.result;

import io.riskloom.app.text.Formats;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;

/** Metrics as people read them: shares in percent, distances of returns in basis points, ratios with two digits. */
public final class MetricWords {

    private static final double BASIS_POINTS = 1e4;

    private MetricWords() {}

    /** {@code 51.3 %}, {@code 25.1 bp}, {@code 0.784}; an en dash for NaN. */
    public static String value(String metric, double value) {
        return switch (metric) {
            case Metric.COVERAGE_90,
                    Metric.DIRECTIONAL_ACCURACY,
                    Metric.ACCURACY,
                    Metric.PRECISION,
                    Metric.RECALL,
                    Metric.VAR_ERROR_01,
                    Metric.ES_ERROR_01 -> Formats.percent(value, 1);
            case Metric.WASSERSTEIN_1, Metric.WASSERSTEIN_5, Metric.WASSERSTEIN_20 ->
                Double.isNaN(value) ? Formats.number(value, 1) : Formats.number(value * BASIS_POINTS, 1) + " bp";
            // already a percentage, 0 … 200
            case Metric.SMAPE -> Double.isNaN(value) ? Formats.number(value, 2) : Formats.number(value, 2) + " %";
            case Metric.REL_MAE, Metric.MASE, Metric.SHARPE_NET, Metric.NEAREST_REAL_RATIO -> Formats.number(value, 2);
            case Metric.AUC,
                    Metric.GINI,
                    Metric.KS,
                    Metric.BRIER,
                    Metric.LOG_LOSS,
                    Metric.F1,
                    Metric.PR_AUC,
                    Metric.KURTOSIS_ERROR,
                    Metric.ACF_ABS_ERROR,
                    Metric.LEVERAGE_ERROR,
                    Metric.DM_P_VALUE -> Formats.number(value, 3);
            default -> Formats.compact(value);
        };
    }

    /** {@code 46.4 – 56.2 %}; empty where there is none. */
    public static String interval(String metric, Interval interval) {
        if (interval == null) {
            return "";
        }
        String low = value(metric, interval.low());
        String high = value(metric, interval.high());
        int unit = low.indexOf(' ');
        return (unit > 0 ? low.substring(0, unit) : low) + " – " + high;
    }
}
