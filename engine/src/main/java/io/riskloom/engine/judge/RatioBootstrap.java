package io.riskloom.engine.judge;

import io.riskloom.engine.model.Interval;
import io.riskloom.engine.stats.Quantiles;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Interval of a ratio of means over origins by the stationary bootstrap of Politis and Romano 1994, as {@link
 * io.riskloom.engine.stats.Bootstrap} draws it, but a block at a time from running sums: fast enough for a chart that is
 * brushed. The same losses give the same interval.
 */
final class RatioBootstrap {
    private static final int REPLICATES = 500;
    private static final double LEVEL = 0.95;
    private static final long SEED = 0x5DEECE66DL;

    private RatioBootstrap() {}

    /** @param block mean length of a block, at least 1 */
    static Interval interval(double[] top, double[] bottom, double block) {
        int n = top.length;
        double[] above = sums(top);
        double[] below = sums(bottom);
        double ending = Math.log1p(-Math.min(1 / block, 1 - 1e-12));
        SplittableRandom random = new SplittableRandom(SEED);
        double[] ratios = new double[REPLICATES];
        for (int i = 0; i < REPLICATES; i++) {
            double sumAbove = 0;
            double sumBelow = 0;
            int left = n;
            while (left > 0) {
                int start = random.nextInt(n);
                int length = (int) Math.min(left, 1 + Math.log(random.nextDouble()) / ending);
                sumAbove += ring(above, start, length);
                sumBelow += ring(below, start, length);
                left -= length;
            }
            ratios[i] = sumAbove / sumBelow;
        }
        double[] known = Arrays.stream(ratios).filter(r -> !Double.isNaN(r)).toArray();
        return new Interval(Quantiles.of(known, (1 - LEVEL) / 2), Quantiles.of(known, (1 + LEVEL) / 2));
    }

    /** Sum of the first k values, for k = 0 … n. */
    private static double[] sums(double[] values) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }

    /** Sum of up to n values from one on, after the last of which the first follows. */
    private static double ring(double[] sums, int start, int length) {
        int n = sums.length - 1;
        int end = start + length;
        return end <= n ? sums[end] - sums[start] : sums[n] - sums[start] + sums[end - n];
    }
}
