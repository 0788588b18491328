package io.riskloom.engine.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Do observed and predicted numbers of bad cases agree by groups of risk (Hosmer and Lemeshow 1980)? Σ (bad − expected)² /
 * (expected · (1 − expected / n)) over the groups, chi-squared with groups − 2 degrees of freedom. Groups are those of R's
 * {@code ResourceSelection::hoslem.test}: the quantiles (type 7) of the probabilities at 0, 1/g … 1 are breaks, a break belongs
 * to the group below it. Breaks that ties make equal count once; the degrees follow the groups that are left, where R keeps
 * g − 2.
 *
 * @param df     groups − 2
 * @param pValue of those degrees, as R gives it; NaN for fewer than 3 groups
 */
public record HosmerLemeshow(double statistic, int df, double pValue, List<Group> groups) {

    /**
     * @param low      lowest probability in it
     * @param high     highest one
     * @param expected sum of its probabilities
     */
    public record Group(double low, double high, int n, int bad, double expected) {

        /** Both classes' (observed − expected)² / expected. */
        double distance() {
            double gap = bad - expected;
            return gap == 0 ? 0 : gap * gap / expected + gap * gap / (n - expected);
        }
    }

    public HosmerLemeshow {
        groups = List.copyOf(groups);
    }

    /** @throws IllegalArgumentException for fewer than 3 groups, or no case */
    public static HosmerLemeshow of(double[] probability, boolean[] bad, int groups) {
        Moments.sameLength("probabilities and labels", probability.length, bad.length);
        if (groups < 3 || bad.length == 0) {
            throw new IllegalArgumentException(groups + " groups of " + bad.length + " cases");
        }
        int[] order = Roc.descending(probability);
        double[] sorted = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = probability[order[order.length - 1 - i]];
        }
        List<Group> made = new ArrayList<>();
        int at = 0;
        for (double high : breaks(sorted, groups)) {
            int from = at;
            int hits = 0;
            double expected = 0;
            for (; at < sorted.length && sorted[at] <= high; at++) {
                hits += bad[order[order.length - 1 - at]] ? 1 : 0;
                expected += sorted[at];
            }
            if (at > from) {
                made.add(new Group(sorted[from], sorted[at - 1], at - from, hits, expected));
            }
        }
        double statistic = made.stream().mapToDouble(Group::distance).sum();
        return new HosmerLemeshow(statistic, made.size() - 2, above(statistic, made.size() - 2), made);
    }

    /** Upper ends of the groups; the arithmetic is R's, so that a break falls on the same side of a value. */
    private static double[] breaks(double[] sorted, int groups) {
        double[] breaks = new double[groups];
        double by = 1.0 / groups;
        for (int i = 1; i <= groups; i++) {
            double index = 1 + (sorted.length - 1) * Math.min(1, i * by);
            int below = (int) Math.floor(index);
            double part = index - below;
            double value = sorted[below - 1];
            boolean between = part > 0 && below < sorted.length && sorted[below] != value;
            breaks[i - 1] = between ? (1 - part) * value + part * sorted[below] : value;
        }
        breaks[groups - 1] = sorted[sorted.length - 1];
        // the lowest value is the first break of all, so that it never is an upper end as well
        return Arrays.stream(breaks)
                .distinct()
                .filter(high -> high > sorted[0] || sorted[0] == sorted[sorted.length - 1])
                .toArray();
    }

    private static double above(double statistic, int df) {
        if (df < 1 || Double.isNaN(statistic)) {
            return Double.NaN;
        }
        return Double.isInfinite(statistic) ? 0 : 1 - new ChiSquaredDistribution(df).cumulativeProbability(statistic);
    }

    /**
     * The p-value with as many degrees as groups, which is the distribution where no probability was fitted to these cases
     * (Hosmer, Lemeshow and Sturdivant 2013, 5.2.2); above {@link #pValue}, so that one is on the safe side.
     */
    public double heldOutPValue() {
        return above(statistic, groups.size());
    }
}
