package io.riskloom.engine.djl;

import io.riskloom.engine.model.Playback;
import io.riskloom.engine.stats.Quantiles;
import java.util.Arrays;

/**
 * How varied generated windows are beside real ones: the median Euclidean distance of pairs of generated windows of 20 days over
 * that of real ones that share no day. Near 0 where the generator has collapsed on one window.
 */
final class Diversity {
    /** Below it a generator counts as collapsed. */
    static final double COLLAPSED = Playback.COLLAPSED;

    private static final int DAYS = 20;
    private static final int PAIRS = 400;

    private final double real;

    /** @param training daily log returns, at least 41 */
    Diversity(double[] training) {
        int windows = training.length - DAYS + 1;
        double[] far = new double[PAIRS];
        for (int p = 0; p < PAIRS; p++) {
            int i = (int) ((long) p * 7919 % windows);
            int j = (int) ((i + DAYS + (long) p * 104_729 % Math.max(1, windows - 2 * DAYS)) % windows);
            far[p] = distance(training, i, training, j);
        }
        real = Quantiles.of(far, 0.5);
    }

    double of(double[][] paths) {
        if (paths.length < 2 || paths[0].length < DAYS) {
            return Double.NaN;
        }
        double[] far = new double[Math.min(PAIRS, paths.length / 2)];
        Arrays.setAll(far, p -> distance(paths[2 * p], 0, paths[2 * p + 1], 0));
        return Quantiles.of(far, 0.5) / real;
    }

    private static double distance(double[] a, int i, double[] b, int j) {
        double sum = 0;
        for (int t = 0; t < DAYS; t++) {
            sum += (a[i + t] - b[j + t]) * (a[i + t] - b[j + t]);
        }
        return Math.sqrt(sum);
    }
}
