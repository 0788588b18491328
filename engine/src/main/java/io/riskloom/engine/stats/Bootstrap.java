package io.riskloom.engine.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** The stationary bootstrap of Politis and Romano 1994: blocks of geometric length from a series closed to a ring. */
public final class Bootstrap {

    private Bootstrap() {}

    /** Ends of a percentile interval. */
    public record Band(double low, double high) {}

    /**
     * A resampled series: starts at a random day, then goes on with the following day, and with probability
     * 1/{@code expectedBlock} jumps to a new random one. The same seed gives the same series.
     *
     * @param x             at least one value
     * @param expectedBlock mean block length in days, at least 1
     * @param length        days of the result
     */
    public static double[] stationary(double[] x, double expectedBlock, int length, long seed) {
        return stationary(x, expectedBlock, length, new SplittableRandom(seed));
    }

    /** As above with a generator that goes on from call to call. */
    public static double[] stationary(double[] x, double expectedBlock, int length, SplittableRandom random) {
        if (x.length == 0 || !(expectedBlock >= 1)) {
            throw new IllegalArgumentException(
                    x.length + " values and blocks of " + expectedBlock + ", expected at least 1 of each");
        }
        double[] out = new double[length];
        int at = random.nextInt(x.length);
        for (int t = 0; t < length; t++) {
            if (t > 0) {
                at = random.nextDouble() < 1 / expectedBlock ? random.nextInt(x.length) : (at + 1) % x.length;
            }
            out[t] = x[at];
        }
        return out;
    }

    /**
     * Percentile interval of a statistic of the series over bootstrap series of the same length; replicates whose
     * statistic is NaN are left out.
     *
     * @param level share of replicates inside, such as .9
     * @return NaN ends where no replicate has a value
     */
    public static Band interval(
            double[] x,
            ToDoubleFunction<double[]> statistic,
            double expectedBlock,
            int replicates,
            double level,
            long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[replicates];
        int known = 0;
        for (int i = 0; i < replicates; i++) {
            double value = statistic.applyAsDouble(stationary(x, expectedBlock, x.length, random));
            if (!Double.isNaN(value)) {
                values[known++] = value;
            }
        }
        double[] used = Arrays.copyOf(values, known);
        return new Band(Quantiles.of(used, (1 - level) / 2), Quantiles.of(used, (1 + level) / 2));
    }
}
