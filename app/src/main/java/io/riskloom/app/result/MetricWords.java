package io.riskloom.app.result;

import io.riskloom.app.text.Formats;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import java.util.regex.Pattern;

/** Metrics as people read them: shares in percent, distances of returns in basis points, ratios with two digits or, where the third decides, with three. */
public final class MetricWords {

    private static final double BASIS_POINTS = 1e4;
    private static final double SMALLEST_P = 0.001;
    private static final String DISTANCE = "wasserstein";
    private static final int DIFFERENCE_DIGITS = 4;
    private static final Pattern ZERO = Pattern.compile("−(0(?:\\.0*)?(?: .*)?)");
    private static final Pattern UNIT = Pattern.compile("( bp|%)$");

    private MetricWords() {}

    /** {@code 51.3%}, {@code 25.1 bp}, {@code 0.784}; an en dash for NaN. */
    public static String value(String metric, double value) {
        return unsigned(words(metric, value));
    }

    /** A p-value: {@code 0.042}, {@code < 0.001}; an en dash for NaN. */
    public static String p(double value) {
        return value < SMALLEST_P ? "< " + Formats.number(SMALLEST_P, 3) : number(value, 3);
    }

    /** What one has more of a metric than another: distances of returns in basis points, other figures with four digits. */
    public static String difference(String metric, double value) {
        return metric.startsWith(DISTANCE) && Double.isFinite(value)
                ? signed(value * BASIS_POINTS, 1) + " bp"
                : signed(value, DIFFERENCE_DIGITS);
    }

    /** As {@link Formats#number}, but what rounds to zero has no sign. */
    public static String number(double value, int digits) {
        return unsigned(Formats.number(value, digits));
    }

    /** As {@link #number} with a plus where it is above zero. */
    public static String signed(double value, int digits) {
        String words = number(value, digits);
        return value > 0 && !words.equals(number(0, digits)) ? "+" + words : words;
    }

    private static String unsigned(String words) {
        return ZERO.matcher(words).matches() ? words.substring(1) : words;
    }

    private static String words(String metric, double value) {
        return switch (metric) {
            case Metric.COVERAGE_50,
                    Metric.COVERAGE_90,
                    Metric.MAX_DRAWDOWN,
                    Metric.DIRECTIONAL_ACCURACY,
                    Metric.ACCURACY,
                    Metric.PRECISION,
                    Metric.RECALL,
                    Metric.VAR_ERROR_01,
                    Metric.ES_ERROR_01,
                    Metric.VAR_ERROR_05,
                    Metric.ES_ERROR_05,
                    Metric.DRAWDOWN_ERROR,
                    Metric.NEAR_COPIES -> Formats.percent(value, 1);
            case Metric.WASSERSTEIN_1, Metric.WASSERSTEIN_5, Metric.WASSERSTEIN_20, Metric.WASSERSTEIN_100 ->
                Double.isNaN(value) ? Formats.number(value, 1) : Formats.number(value * BASIS_POINTS, 1) + " bp";
            // already percentages
            case Metric.SMAPE, Metric.WIDTH_90 ->
                Double.isNaN(value) ? Formats.number(value, 2) : Formats.number(value, 2) + "%";
            case Metric.MASE,
                    Metric.SHARPE_NET,
                    Metric.NEAREST_REAL_RATIO,
                    Metric.FACT_SCORE,
                    Metric.TAIL_INDEX_ERROR,
                    Metric.CALIBRATION_SLOPE,
                    Metric.CALIBRATION_SLOPE_RAW,
                    Metric.CALIBRATION_INTERCEPT -> Formats.number(value, 2);
            case Metric.BEST_LAG, Metric.FACTS_INSIDE -> Formats.number(value, 0);
            case Metric.TURNOVER -> Formats.number(value, 1);
            case Metric.REL_MAE,
                    Metric.AUC,
                    Metric.PLANTED_AUC,
                    Metric.AGREEMENT,
                    Metric.CUT_OFF,
                    Metric.GINI,
                    Metric.KS,
                    Metric.BRIER,
                    Metric.LOG_LOSS,
                    Metric.F1,
                    Metric.PR_AUC,
                    Metric.LOG_MAE,
                    Metric.QLIKE,
                    Metric.KURTOSIS_ERROR,
                    Metric.CORRELATION_ERROR,
                    Metric.ACF_ABS_ERROR,
                    Metric.LEVERAGE_ERROR -> Formats.number(value, 3);
            case Metric.DM_P_VALUE, Metric.HOSMER_LEMESHOW -> p(value);
            default -> Formats.compact(value);
        };
    }

    /** {@code 46.4 – 56.2%}; empty where there is none. */
    public static String interval(String metric, Interval interval) {
        if (interval == null) {
            return "";
        }
        String low = value(metric, interval.low());
        String high = value(metric, interval.high());
        return UNIT.matcher(low).replaceFirst("") + " – " + high;
    }
}
