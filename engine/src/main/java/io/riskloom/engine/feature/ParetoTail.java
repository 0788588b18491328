package io.riskloom.engine.feature;

import io.riskloom.engine.stats.Normal;
import java.util.Arrays;

/**
 * How far a normal score beyond a threshold lies beyond it as a return: a generalised Pareto tail (Pickands 1975), P(beyond by
 * e) = share·(1 + ξe/β)^(−1/ξ). From a tenth of the probability of one in so many returns on the line goes on straight, that
 * no score of a network becomes a price without end.
 *
 * @param start score of the threshold
 * @param shape ξ
 * @param scale β
 * @param end   score from which the line is straight
 */
public record ParetoTail(double start, double shape, double scale, double end) {
    private static final double LEAST_SHAPE = 0.01;
    /** Below it the variance is finite. */
    private static final double MOST_SHAPE = 0.5;

    private static final double RARER = 0.1;

    /**
     * By probability-weighted moments (Hosking and Wallis 1987).
     *
     * @param start    score of the threshold, at least 0
     * @param excesses of the returns beyond the threshold, above 0
     * @param typical  what counts as the one excess where there is none
     * @param returns  on both sides
     */
    static ParetoTail fit(double start, double[] excesses, double typical, int returns) {
        double[] sorted = excesses.length == 0 ? new double[] {typical} : excesses.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double first = 0;
        double second = 0;
        for (int i = 0; i < n; i++) {
            first += sorted[i] / n;
            second += sorted[i] * (n - 0.65 - i) / n / n;
        }
        double shape = Math.clamp(2 - first / (first - 2 * second), LEAST_SHAPE, MOST_SHAPE);
        double end = Math.max(start, -Normal.quantile(Math.min(0.5, RARER / returns)));
        return new ParetoTail(start, shape, first * (1 - shape), end);
    }

    /** 0 for a score below that of the threshold. */
    double excess(double score) {
        if (score <= start) {
            return 0;
        }
        return score <= end ? curved(score) : curved(end) + (score - end) * slope();
    }

    /** @param excess at least 0 */
    double score(double excess) {
        double most = curved(end);
        if (excess > most) {
            return end + (excess - most) / slope();
        }
        double probability = Normal.below(-start) * Math.exp(-Math.log1p(shape * excess / scale) / shape);
        return -Normal.quantile(Math.min(0.5, probability));
    }

    private double curved(double score) {
        return scale / shape * Math.expm1(-shape * Math.log(Normal.below(-score) / Normal.below(-start)));
    }

    /** Of the curve at its end. */
    private double slope() {
        double beyond = Normal.below(-end);
        double density = Math.exp(-end * end / 2) / Math.sqrt(2 * Math.PI);
        return scale * Math.pow(beyond / Normal.below(-start), -shape) * density / beyond;
    }
}
