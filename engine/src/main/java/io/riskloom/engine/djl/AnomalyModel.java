package io.riskloom.engine.djl;

import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.Scaler;
import io.riskloom.engine.stats.Quantiles;
import java.util.Arrays;

/**
 * What an anomaly detector needs beside its weights.
 *
 * @param meanError    of the validation rows: error of putting an applicant together again
 * @param errorScale   its standard deviation
 * @param meanDistance of the validation rows: what the discriminator tells apart
 * @param distanceScale its standard deviation
 * @param weight       of the error in the sum of both, the distance has the rest
 * @param ranks         quantiles of that sum on the validation rows, ascending, at equal steps from 0 to 1
 */
record AnomalyModel(
        CreditEncoder encoder,
        double meanError,
        double errorScale,
        double meanDistance,
        double distanceScale,
        double weight,
        double[] ranks,
        int bestEpoch) {
    private static final int RANKS = 1001;

    static AnomalyModel of(CreditEncoder encoder, double[] error, double[] distance, double weight, int bestEpoch) {
        double[][] both = new double[error.length][];
        Arrays.setAll(both, i -> new double[] {error[i], distance[i]});
        Scaler scaler = Scaler.fit(both);
        double[] mean = scaler.mean();
        double[] scale = scaler.scale();
        AnomalyModel plain =
                new AnomalyModel(encoder, mean[0], scale[0], mean[1], scale[1], weight, new double[0], bestEpoch);
        double[] sums = new double[error.length];
        Arrays.setAll(sums, i -> plain.sum(error[i], distance[i]));
        Arrays.sort(sums);
        double[] ranks = new double[Math.min(RANKS, sums.length)];
        Arrays.setAll(ranks, i -> Quantiles.ofSorted(sums, i / (ranks.length - 1.0)));
        return new AnomalyModel(encoder, mean[0], scale[0], mean[1], scale[1], weight, ranks, bestEpoch);
    }

    private double sum(double error, double distance) {
        return weight * (error - meanError) / errorScale + (1 - weight) * (distance - meanDistance) / distanceScale;
    }

    /**
     * Share of the validation rows that are more usual, in [0, 1). Beyond the most unusual of them it goes on rising, so that
     * the ranking of the very strange is kept.
     */
    double score(double error, double distance) {
        double sum = sum(error, distance);
        double whole = ranks.length / (ranks.length + 1.0);
        double most = ranks[ranks.length - 1];
        if (sum >= most) {
            double beyond = sum - most;
            return whole + (1 - whole) * beyond / (1 + beyond);
        }
        int at = Arrays.binarySearch(ranks, sum);
        if (at >= 0) {
            return whole * at / (ranks.length - 1.0);
        }
        int above = -at - 1;
        if (above == 0) {
            return 0;
        }
        double width = ranks[above] - ranks[above - 1];
        double part = width > 0 ? (sum - ranks[above - 1]) / width : 0;
        return whole * (above - 1 + part) / (ranks.length - 1.0);
    }
}
