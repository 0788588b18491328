package io.riskloom.app.result;

import io.riskloom.app.text.Formats;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.run.StudySummary.Spread;

/**
 * Mean ± standard deviation: {@code 0.781 ± 0.029}. As many decimals as give the deviation two digits, but no more than give
 * the mean three. A difference, whose mean is near zero, has as many as give its deviation one digit, or two where it begins
 * with less than 3.55.
 */
public final class SpreadWords {

    private static final double PERCENT = 100;
    private static final double BASIS_POINTS = 1e4;
    private static final double COARSE = 3.55;
    private static final int MOST = 6;

    private SpreadWords() {}

    /** The mean alone where there is one value, an en dash where there is none. */
    public static String of(String metric, Spread spread) {
        if (alone(spread)) {
            return MetricWords.value(metric, spread.mean());
        }
        int ofMean = spread.mean() == 0 ? MOST : 2 - magnitude(Math.abs(spread.mean()) * scale(metric));
        return words(metric, spread, Math.min(1 - magnitude(spread.sd() * scale(metric)), ofMean), false);
    }

    /** A difference with its sign. */
    public static String signed(String metric, Spread spread) {
        if (alone(spread)) {
            String words = MetricWords.value(metric, spread.mean());
            return spread.mean() > 0 ? "+" + words : words;
        }
        return words(metric, spread, fine(metric, spread), true);
    }

    /** A difference without its sign, to be said in a sentence. */
    public static String size(String metric, Spread spread) {
        Spread positive = new Spread(Math.abs(spread.mean()), spread.sd(), spread.n());
        return alone(spread)
                ? MetricWords.value(metric, positive.mean())
                : words(metric, positive, fine(metric, spread), false);
    }

    private static boolean alone(Spread spread) {
        return spread.n() < 2 || spread.sd() == 0;
    }

    private static int fine(String metric, Spread spread) {
        double sd = spread.sd() * scale(metric);
        return (sd / Math.pow(10, magnitude(sd)) < COARSE ? 1 : 0) - magnitude(sd);
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
