package io.riskloom.engine.challenger;

import java.util.Arrays;

/**
 * The same answer for every case: the share of positive cases in training.
 *
 * @param share in [0, 1]
 */
public record Majority(double share) {

    /** @param positive the training cases, at least one */
    public static Majority fit(boolean[] positive) {
        if (positive.length == 0) {
            throw new IllegalArgumentException("no training case to count");
        }
        int count = 0;
        for (boolean p : positive) {
            count += p ? 1 : 0;
        }
        return new Majority((double) count / positive.length);
    }

    /** The class that most training cases had; positive on a draw. */
    public boolean positive() {
        return share >= 0.5;
    }

    /** The share, once for each case. */
    public double[] probability(int cases) {
        double[] out = new double[cases];
        Arrays.fill(out, share);
        return out;
    }
}
