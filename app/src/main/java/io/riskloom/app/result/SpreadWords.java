package io.riskloom.app.result;

import io.riskloom.app.text.Formats;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.run.StudySummary.Spread;

/**
 * Mean ± standard deviation: {@code 0.781 ± 0.029}. As many decimals as give the deviation two digits, but no more than give
 * the mean three. A difference, whose mean is near zero, has as many as what it is the difference of, or more where its
 * deviation needs them for one digit, or for two where it begins with less than 3.55.
 */
public final class SpreadWords {

    private static final double PERCENT = 100;
    private static final double BASIS_POINTS = 1e4;
    private static final double COARSE = 3.55;
    private static final int MOST = 6;

    private SpreadWords() {}

    /** The mean alone where there is one value, an en dash where there is none. */
    public static String of(String metric, Spread spread) {
        return alone(spread)
                ? MetricWords.value(metric, spread.mean())
                : words(metric, spread, decimals(metric, spread), false);
    }

    /**
     * A difference with its sign.
     *
     * @param scores of one of those that differ
     */
    public static String signed(String metric, Spread difference, Spread scores) {
        if (alone(difference)) {
            String words = MetricWords.value(metric, difference.mean());
            return difference.mean() > 0 ? "+" + words : words;
        }
        return words(metric, difference, decimals(metric, difference, scores), true);
    }

    /** A difference without its sign, to be said in a sentence. */
    public static String size(String metric, Spread difference, Spread scores) {
        Spread positive = new Spread(Math.abs(difference.mean()), difference.sd(), difference.n());
        return alone(difference)
                ? MetricWords.value(metric, positive.mean())
                : words(metric, positive, decimals(metric, difference, scores), false);
    }

    private static boolean alone(Spread spread) {
        return spread.n() < 2 || spread.sd() == 0;
    }

    private static int decimals(String metric, Spread scores) {
        int ofMean = scores.mean() == 0 ? MOST : 2 - magnitude(Math.abs(scores.mean()) * scale(metric));
        return Math.min(1 - magnitude(scores.sd() * scale(metric)), ofMean);
    }

    private static int decimals(String metric, Spread difference, Spread scores) {
        double sd = difference.sd() * scale(metric);
        int own = (sd / Math.pow(10, magnitude(sd)) < COARSE ? 1 : 0) - magnitude(sd);
        return alone(scores) ? own : Math.max(own, decimals(metric, scores));
    }

    private static String words(String metric, Spread spread, int decimals, boolean signed) {
        int digits = Math.clamp(decimals, 0, MOST);
        double mean = spread.mean() * scale(metric);
        return (signed ? MetricWords.signed(mean, digits) : MetricWords.number(mean, digits)) + " ± "
                + Formats.number(spread.sd() * scale(metric), digits) + unit(metric);
    }

    private static int magnitude(double positive) {
        return (int) Math.floor(Math.log10(positive));
    }

    /** By what a metric is multiplied before it is shown with its {@link #unit}. */
    public static double scale(String metric) {
        return switch (unit(metric)) {
            case "%" -> metric.equals(Metric.SMAPE) ? 1 : PERCENT;
            case " bp" -> BASIS_POINTS;
            default -> 1;
        };
    }

    /** {@code %}, {@code bp} after a space, or nothing. */
    public static String unit(String metric) {
        String zero = MetricWords.value(metric, 0);
        return zero.endsWith("%") ? "%" : zero.endsWith(" bp") ? " bp" : "";
    }
}
