package io.riskloom.engine.djl;

import io.riskloom.engine.stats.Quantiles;
import java.util.Arrays;

/**
 * How far rows lie from the closest of the real ones that were learnt (Euclidean, over the encoded inputs): of generated rows
 * and of real ones that were held out. Generated rows that are closer than nearly all held-out ones are copies.
 *
 * @param generated distance of each generated row
 * @param real      distance of each held-out one
 */
record ClosestRecord(double[] generated, double[] real) {
    /** Of either, at even distances. */
    private static final int MOST = 1000;

    private static final double CLOSEST = 0.01;

    /** Each array of rows has one at least. */
    static ClosestRecord of(float[][] learnt, float[][] heldOut, float[][] generated) {
        return new ClosestRecord(distances(some(generated, MOST), learnt), distances(some(heldOut, MOST), learnt));
    }

    /** Share of the generated rows whose distance is at most that of the closest 1 % of those held out. */
    double copies() {
        double limit = Quantiles.of(real, CLOSEST);
        return (double) Arrays.stream(generated).filter(far -> far <= limit).count() / generated.length;
    }

    private static double[] distances(float[][] rows, float[][] learnt) {
        return Arrays.stream(rows)
                .mapToDouble(row -> Math.sqrt(Arrays.stream(learnt)
                        .mapToDouble(other -> square(row, other))
                        .min()
                        .orElseThrow()))
                .toArray();
    }

    private static double square(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double gap = a[i] - b[i];
            sum += gap * gap;
        }
        return sum;
    }

    /** All rows, or so many of them at even distances. */
    static float[][] some(float[][] rows, int most) {
        if (rows.length <= most) {
            return rows;
        }
        float[][] picked = new float[most][];
        Arrays.setAll(picked, i -> rows[(int) ((long) i * rows.length / most)]);
        return picked;
    }
}
