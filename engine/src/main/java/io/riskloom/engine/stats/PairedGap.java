package io.riskloom.engine.stats;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** A difference with its normal 95 % interval and two-sided p-value. */
public record PairedGap(double difference, double low, double high, double pValue) {

    private static final double NONE = 1e-12;

    /**
     * @param error its standard error; NaN where it is not known. Without error the interval is a point and the p-value 1 for no
     *     difference, else 0
     */
    public static PairedGap of(double difference, double error) {
        if (error < NONE) {
            return new PairedGap(difference, difference, difference, Math.abs(difference) < NONE ? 1 : 0);
        }
        double p = 2 * new NormalDistribution().cumulativeProbability(-Math.abs(difference / error));
        double half = Proportion.Z95 * error;
        return new PairedGap(difference, difference - half, difference + half, p);
    }
}
