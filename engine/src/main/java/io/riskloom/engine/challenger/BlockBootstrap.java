package io.riskloom.engine.challenger;

import io.riskloom.engine.stats.Bootstrap;
import java.util.SplittableRandom;

/**
 * Price paths by resampling the past: the stationary bootstrap (Politis and Romano 1994) of daily log returns, blocks
 * of 50 days in the mean. It keeps the distribution of returns exactly and clustering within a block, and can show
 * nothing that never was.
 */
public final class BlockBootstrap {

    /** Mean block length in days. */
    public static final double EXPECTED_BLOCK = 50;

    private BlockBootstrap() {}

    /**
     * @param returns training returns, at least one
     * @return paths × length; the same seed gives the same paths
     */
    public static double[][] paths(double[] returns, int paths, int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] out = new double[paths][];
        for (int i = 0; i < paths; i++) {
            out[i] = Bootstrap.stationary(returns, EXPECTED_BLOCK, length, random);
        }
        return out;
    }
}
