package io.riskloom.engine.stats;

/**
 * The Brier score in parts (Murphy 1973) over bins of equal size: brier = reliability − resolution + uncertainty + within. The
 * last part is what the first three miss because probabilities differ within a bin (Stephenson, Coelho and Jolliffe 2008), so
 * that the sum is exact.
 *
 * @param reliability Σ n(k) (mean p(k) − bad rate(k))² / n: error of the probabilities, 0 is best
 * @param resolution  Σ n(k) (bad rate(k) − bad rate)² / n: how far the bins are told apart, more is better
 * @param uncertainty bad rate · (1 − bad rate)
 * @param within      mean over all cases of (p − mean p(k))² − 2 (p − mean p(k)) (y − bad rate(k))
 */
public record BrierDecomposition(
        double brier, double reliability, double resolution, double uncertainty, double within) {

    /** @throws IllegalArgumentException for no case */
    public static BrierDecomposition of(double[] probability, boolean[] bad, int bins) {
        double brier = Classification.brier(probability, bad);
        int[] group = EqualGroups.of(probability, bins);
        int all = bad.length;
        int[] n = new int[bins];
        double[] mean = new double[bins];
        double[] rate = new double[bins];
        double share = 0;
        for (int i = 0; i < all; i++) {
            n[group[i]]++;
            mean[group[i]] += probability[i];
            rate[group[i]] += bad[i] ? 1 : 0;
            share += bad[i] ? 1.0 / all : 0;
        }
        double reliability = 0;
        double resolution = 0;
        for (int g = 0; g < bins; g++) {
            if (n[g] > 0) {
                mean[g] /= n[g];
                rate[g] /= n[g];
                reliability += n[g] * (mean[g] - rate[g]) * (mean[g] - rate[g]) / all;
                resolution += n[g] * (rate[g] - share) * (rate[g] - share) / all;
            }
        }
        double within = 0;
        for (int i = 0; i < all; i++) {
            double ofMean = probability[i] - mean[group[i]];
            within += (ofMean * ofMean - 2 * ofMean * ((bad[i] ? 1 : 0) - rate[group[i]])) / all;
        }
        return new BrierDecomposition(brier, reliability, resolution, share * (1 - share), within);
    }
}
