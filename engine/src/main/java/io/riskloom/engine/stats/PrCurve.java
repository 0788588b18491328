package io.riskloom.engine.stats;

import java.util.Arrays;

/**
 * Precision against recall, one point for each distinct score from the highest down; the step before the highest score is not
 * drawn, for no precision is known there.
 *
 * @param recall     share of the bad at or above the threshold
 * @param precision  share of bad among those
 * @param average    average precision, as {@link Classification#prAuc}
 */
public record PrCurve(double[] recall, double[] precision, double[] thresholds, double average) {

    public PrCurve {
        recall = recall.clone();
        precision = precision.clone();
        thresholds = thresholds.clone();
    }

    /** @throws IllegalArgumentException unless both classes occur */
    public static PrCurve of(double[] scores, boolean[] bad) {
        return of(Roc.curve(scores, bad));
    }

    public static PrCurve of(Roc.Curve roc) {
        int n = roc.tpr().length;
        double[] precision = new double[n - 1];
        double average = 0;
        for (int i = 1; i < n; i++) {
            double hits = roc.tpr()[i] * roc.bad();
            precision[i - 1] = hits / (hits + roc.fpr()[i] * roc.good());
            average += (roc.tpr()[i] - roc.tpr()[i - 1]) * precision[i - 1];
        }
        return new PrCurve(
                Arrays.copyOfRange(roc.tpr(), 1, n), precision, Arrays.copyOfRange(roc.thresholds(), 1, n), average);
    }

    @Override
    public double[] recall() {
        return recall.clone();
    }

    @Override
    public double[] precision() {
        return precision.clone();
    }

    @Override
    public double[] thresholds() {
        return thresholds.clone();
    }
}
