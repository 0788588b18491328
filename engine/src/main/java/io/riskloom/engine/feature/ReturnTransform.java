package io.riskloom.engine.feature;

import io.riskloom.engine.stats.Moments;
import java.util.Arrays;

/**
 * Makes log returns into what a network learns, and back exactly: both ways are strictly increasing and inverse to each other
 * to rounding, any finite number has a return. Fitted on training returns.
 *
 * <ul>
 *   <li>{@code standard}: x = (r − mean) / deviation.
 *   <li>{@code lambert}: the heavy tails taken off by {@link HeavyTail} (Goerg 2015) from the standardised returns, then brought
 *       to a deviation of 1; a normal sample comes back with the kurtosis of the training returns.
 *   <li>{@code quantile}: what a normal sample of the same rank is, see {@link NormalScores}; tails after a generalised Pareto
 *       distribution, so that paths reach beyond the training returns.
 * </ul>
 *
 * @param kind      one of these
 * @param mean      of the training returns
 * @param deviation their standard deviation
 * @param tail      of {@code lambert}, else null
 * @param spread    standard deviation of the training returns without their tails, else 1
 * @param scores    of {@code quantile}, else null
 */
public record ReturnTransform(
        String kind, double mean, double deviation, HeavyTail tail, double spread, NormalScores scores) {

    /**
     * @param training daily log returns, which vary
     * @throws IllegalArgumentException for a kind that there is not, or returns that do not vary
     */
    public static ReturnTransform fit(String kind, double[] training) {
        double mean = Moments.mean(training);
        double deviation = deviation(training, mean);
        if (!(deviation > 0)) {
            throw new IllegalArgumentException(training.length + " returns that do not vary");
        }
        return switch (kind) {
            case "standard" -> new ReturnTransform(kind, mean, deviation, null, 1, null);
            case "lambert" -> {
                double[] z =
                        Arrays.stream(training).map(r -> (r - mean) / deviation).toArray();
                HeavyTail tail = HeavyTail.fit(z);
                double[] light = Arrays.stream(z).map(tail::off).toArray();
                yield new ReturnTransform(kind, mean, deviation, tail, deviation(light, 0), null);
            }
            case "quantile" -> new ReturnTransform(kind, mean, deviation, null, 1, NormalScores.fit(training));
            default -> throw new IllegalArgumentException("no transform " + kind);
        };
    }

    public double forward(double logReturn) {
        return switch (kind) {
            case "lambert" -> tail.off((logReturn - mean) / deviation) / spread;
            case "quantile" -> scores.score(logReturn);
            default -> (logReturn - mean) / deviation;
        };
    }

    public double inverse(double x) {
        return switch (kind) {
            case "lambert" -> tail.on(x * spread) * deviation + mean;
            case "quantile" -> scores.value(x);
            default -> x * deviation + mean;
        };
    }

    private static double deviation(double[] x, double mean) {
        double squares = 0;
        for (double value : x) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / x.length);
    }
}
