package io.riskloom.engine.djl;

import io.riskloom.engine.lesson.ArenaSettings;

/**
 * Divergences of points on the plane, counted in 20 × 20 equal cells of [−{@value ArenaSettings#VIEW}, {@value ArenaSettings#VIEW}]²;
 * points beyond it count in the nearest cell. Shares are (count + 1/400) / (points + 1), so that empty cells cost much but not
 * all. In nats.
 */
final class ArenaCells {
    private static final int SIDE = 20;
    private static final int CELLS = SIDE * SIDE;

    private final double[] shares;

    /** @param points x and y, one after the other */
    ArenaCells(float[] points) {
        int[] counts = new int[CELLS];
        for (int i = 0; i < points.length; i += 2) {
            counts[cell(points[i + 1]) * SIDE + cell(points[i])]++;
        }
        shares = shares(counts, points.length / 2);
    }

    private ArenaCells(double[] shares) {
        this.shares = shares;
    }

    private static int cell(float at) {
        return Math.clamp((int) Math.floor((at + ArenaSettings.VIEW) * SIDE / (2 * ArenaSettings.VIEW)), 0, SIDE - 1);
    }

    private static double[] shares(int[] counts, int points) {
        double[] shares = new double[CELLS];
        for (int c = 0; c < CELLS; c++) {
            shares[c] = (counts[c] + 1.0 / CELLS) / (points + 1.0);
        }
        return shares;
    }

    /** Kullback and Leibler's Σ p·ln(p / q), p from here. */
    double kl(ArenaCells other) {
        double sum = 0;
        for (int c = 0; c < CELLS; c++) {
            sum += shares[c] * Math.log(shares[c] / other.shares[c]);
        }
        return sum;
    }

    /** Jensen and Shannon's ½·KL(p, m) + ½·KL(q, m) with m = ½(p + q), at most ln 2. */
    double js(ArenaCells other) {
        double[] middle = new double[CELLS];
        for (int c = 0; c < CELLS; c++) {
            middle[c] = (shares[c] + other.shares[c]) / 2;
        }
        ArenaCells both = new ArenaCells(middle);
        return (kl(both) + other.kl(both)) / 2;
    }
}
