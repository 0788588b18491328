package io.riskloom.engine.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Predicted and observed shares of bad in bins of equal size by the predicted probability, ascending; equal probabilities stay in
 * one bin ({@code EqualGroups}), empty bins are left out.
 */
public record CalibrationCurve(List<Bin> bins) {

    /**
     * @param low       lowest probability in it
     * @param high      highest one
     * @param predicted mean probability
     * @param observed  share of bad with Wilson's 95 % interval
     */
    public record Bin(double low, double high, double predicted, Proportion observed) {}

    public CalibrationCurve {
        bins = List.copyOf(bins);
    }

    /** @throws IllegalArgumentException for no case */
    public static CalibrationCurve of(double[] probability, boolean[] bad, int bins) {
        Moments.sameLength("probabilities and labels", probability.length, bad.length);
        if (bad.length == 0) {
            throw new IllegalArgumentException("no case to judge");
        }
        int[] group = EqualGroups.of(probability, bins);
        int[] n = new int[bins];
        int[] hits = new int[bins];
        double[] sum = new double[bins];
        double[] low = new double[bins];
        double[] high = new double[bins];
        for (int i = 0; i < group.length; i++) {
            int g = group[i];
            low[g] = n[g] == 0 ? probability[i] : Math.min(low[g], probability[i]);
            high[g] = n[g] == 0 ? probability[i] : Math.max(high[g], probability[i]);
            sum[g] += probability[i];
            n[g]++;
            hits[g] += bad[i] ? 1 : 0;
        }
        List<Bin> made = new ArrayList<>();
        for (int g = 0; g < bins; g++) {
            if (n[g] > 0) {
                made.add(new Bin(low[g], high[g], sum[g] / n[g], Proportion.wilson(hits[g], n[g])));
            }
        }
        return new CalibrationCurve(made);
    }

    /** Expected calibration error: mean of |predicted − observed| over the bins, by their cases. */
    public double expectedError() {
        int cases = 0;
        double sum = 0;
        for (Bin bin : bins) {
            cases += bin.observed().n();
            sum += bin.observed().n()
                    * Math.abs(bin.predicted() - bin.observed().value());
        }
        return sum / cases;
    }
}
