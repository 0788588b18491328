package io.riskloom.engine.stats;

import java.util.stream.IntStream;

/**
 * Cox's recalibration (1958): logit P(bad) = intercept + slope · logit p. Right probabilities have intercept 0 and slope 1; a
 * slope below 1 says that they are too extreme, above 1 that they lie too close together. Probabilities are kept within 1e-6 of
 * 0 and 1. NaN where all are alike or classes do not overlap ({@link LogisticLine}).
 *
 * @param inTheLarge intercept where the slope is held at 1: above 0 where more are bad than was said
 */
public record CalibrationLine(
        double intercept, double interceptError, double slope, double slopeError, double inTheLarge) {

    private static final double EDGE = 1e-6;
    private static final int MOST_STEPS = 100;

    /** @throws IllegalArgumentException unless both classes occur */
    public static CalibrationLine of(double[] probability, boolean[] bad) {
        Roc.counted(probability, bad);
        double[] logits = new double[bad.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = logit(probability[i]);
        }
        double[] target =
                IntStream.range(0, bad.length).mapToDouble(i -> bad[i] ? 1 : 0).toArray();
        LogisticLine line = LogisticLine.fit(logits, target);
        return new CalibrationLine(
                line.intercept(), line.interceptError(), line.slope(), line.slopeError(), shift(logits, target));
    }

    private static double logit(double p) {
        double inside = Math.clamp(p, EDGE, 1 - EDGE);
        return Math.log(inside) - Math.log1p(-inside);
    }

    /** Newton's steps to Σ (y − 1 / (1 + exp(−a − logit))) = 0, which has one root where both classes occur. */
    private static double shift(double[] logits, double[] target) {
        double share = Moments.mean(target);
        double a = Math.log(share / (1 - share)) - Moments.mean(logits);
        for (int step = 0; step < MOST_STEPS; step++) {
            double gap = 0;
            double weight = 0;
            for (int i = 0; i < logits.length; i++) {
                double p = 1 / (1 + Math.exp(-a - logits[i]));
                gap += target[i] - p;
                weight += p * (1 - p);
            }
            if (Math.abs(gap) < 1e-10 * logits.length) {
                return a;
            }
            a += Math.clamp(gap / weight, -1, 1);
        }
        return Double.NaN;
    }

    public double slopeLow() {
        return slope - Proportion.Z95 * slopeError;
    }

    public double slopeHigh() {
        return slope + Proportion.Z95 * slopeError;
    }

    public double interceptLow() {
        return intercept - Proportion.Z95 * interceptError;
    }

    public double interceptHigh() {
        return intercept + Proportion.Z95 * interceptError;
    }
}
