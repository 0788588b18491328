package io.riskloom.engine.djl;

import io.riskloom.engine.model.Playback;
import java.util.Arrays;

/**
 * How varied generated windows are beside real ones: the mean Euclidean distance of pairs of generated windows of 20 days over
 * that of real ones that share no day. Near 0 where the generator has collapsed on one window.
 */
final class Diversity {
    /** Below it a generator counts as collapsed. */
    static final double COLLAPSED = Playback.COLLAPSED;

    private static final int MOST_DAYS = 20;
    private static final int PAIRS = 400;

    private final int days;
    private final double real;

    /** @param training daily log returns; of fewer than 60, windows of a third of them are compared */
    Diversity(double[] training) {
        days = Math.clamp(training.length / 3, 1, MOST_DAYS);
        int windows = training.length - days + 1;
        double[] far = new double[PAIRS];
        for (int p = 0; p < PAIRS; p++) {
            int i = (int) ((long) p * 7919 % windows);
            int j = (int) ((i + days + (long) p * 104_729 % Math.max(1, windows - 2 * days)) % windows);
            far[p] = distance(training, i, training, j);
        }
        real = Arrays.stream(far).average().orElse(Double.NaN);
    }

    double of(double[][] paths) {
        if (paths.length < 2 || paths[0].length < days) {
            return Double.NaN;
        }
        double[] far = new double[Math.min(PAIRS, paths.length / 2)];
        Arrays.setAll(far, p -> distance(paths[2 * p], 0, paths[2 * p + 1], 0));
        return Arrays.stream(far).average().orElse(Double.NaN) / real;
    }

    private double distance(double[] a, int i, double[] b, int j) {
        double sum = 0;
        for (int t = 0; t < days; t++) {
            sum += (a[i + t] - b[j + t]) * (a[i + t] - b[j + t]);
        }
        return Math.sqrt(sum);
    }
}
