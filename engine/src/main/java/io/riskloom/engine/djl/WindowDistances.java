package io.riskloom.engine.djl;

import io.riskloom.engine.feature.WindowSet;
import io.riskloom.engine.stats.Quantiles;
import java.util.SplittableRandom;

/** How near generated windows are to real ones, against how near real ones are to each other. */
final class WindowDistances {
    private static final int PROBES = 500;

    private WindowDistances() {}

    /**
     * Median Euclidean distance of generated windows to the nearest real one over that of real windows to the nearest that shares
     * no day; of up to 500 windows a side, drawn by seed. Near 0 for copies. NaN where no two real windows are apart.
     */
    static double ratio(WindowSet real, WindowSet generated, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        if (real.size() <= 2 * real.days()) {
            return Double.NaN;
        }
        double[] made = new double[Math.min(PROBES, generated.size())];
        double[] own = new double[Math.min(PROBES, real.size())];
        for (int i = 0; i < made.length; i++) {
            made[i] = nearest(generated.rows()[random.nextInt(generated.size())], real, Integer.MIN_VALUE);
        }
        for (int i = 0; i < own.length; i++) {
            int at = random.nextInt(real.size());
            own[i] = nearest(real.rows()[at], real, at);
        }
        return Quantiles.of(made, 0.5) / Quantiles.of(own, 0.5);
    }

    /** @param own windows that share a day with this one are left out */
    private static double nearest(float[] window, WindowSet real, int own) {
        double least = Double.POSITIVE_INFINITY;
        for (int w = 0; w < real.size(); w++) {
            if (own == Integer.MIN_VALUE || Math.abs(w - own) >= real.days()) {
                least = Math.min(least, squares(window, real.rows()[w], least));
            }
        }
        return Math.sqrt(least);
    }

    /** Given up once it is beyond the least so far. */
    private static double squares(float[] a, float[] b, double least) {
        double sum = 0;
        for (int i = 0; i < a.length && sum < least; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
