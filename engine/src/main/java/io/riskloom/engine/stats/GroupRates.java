package io.riskloom.engine.stats;

import java.util.List;
import java.util.stream.IntStream;

/** What one cut-off does to groups of applicants; those at or above it are refused. */
public record GroupRates(List<Rates> groups) {

    /** Applicants from which a group may be the one that others are compared with. */
    private static final int ENOUGH = 30;

    /**
     * Shares with Wilson's 95 % intervals; one without cases is NaN with the interval [0, 1].
     *
     * @param approval    approved of all
     * @param badRate     bad of all
     * @param badRefused  refused of the bad: the true positive rate
     * @param goodRefused refused of the good: the false positive rate
     * @param badApproved bad of the approved
     */
    public record Rates(
            int n,
            Proportion approval,
            Proportion badRate,
            Proportion badRefused,
            Proportion goodRefused,
            Proportion badApproved) {}

    /** Two groups, a − b, and a's approval rate over b's. */
    public record Gap(
            ProportionDifference approval,
            ProportionDifference badRate,
            ProportionDifference badRefused,
            ProportionDifference goodRefused,
            Ratio impact) {}

    /** A ratio with its 95 % interval. */
    public record Ratio(double value, double low, double high) {}

    public GroupRates {
        groups = List.copyOf(groups);
    }

    /**
     * @param group  of each applicant, from 0; those of −1 are left out
     * @param groups how many there are
     */
    public static GroupRates of(int[] group, int groups, double[] probability, boolean[] bad, double cutOff) {
        Moments.sameLength("groups and probabilities", group.length, probability.length);
        Moments.sameLength("groups and labels", group.length, bad.length);
        int[][] counts = new int[groups][4];
        for (int i = 0; i < group.length; i++) {
            if (group[i] >= 0) {
                counts[group[i]][(bad[i] ? 2 : 0) + (probability[i] >= cutOff ? 1 : 0)]++;
            }
        }
        return new GroupRates(IntStream.range(0, groups)
                .mapToObj(g -> rates(counts[g][0], counts[g][1], counts[g][2], counts[g][3]))
                .toList());
    }

    private static Rates rates(int goodApproved, int goodRefused, int badApproved, int badRefused) {
        int good = goodApproved + goodRefused;
        int bad = badApproved + badRefused;
        int approved = goodApproved + badApproved;
        return new Rates(
                good + bad,
                Proportion.wilson(approved, good + bad),
                Proportion.wilson(bad, good + bad),
                Proportion.wilson(badRefused, bad),
                Proportion.wilson(goodRefused, good),
                Proportion.wilson(badApproved, approved));
    }

    /**
     * The group with the highest approval rate among those of at least {@value #ENOUGH} applicants, or where there is none
     * among all; the first of equals.
     */
    public int reference() {
        int enough = groups.stream().anyMatch(g -> g.n() >= ENOUGH) ? ENOUGH : 1;
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).n() >= enough && groups.get(g).approval().value() > highest) {
                highest = groups.get(g).approval().value();
                best = g;
            }
        }
        return best;
    }

    /** Differences with Newcombe's intervals, and the disparate-impact ratio; below .8 it breaks the four-fifths rule. */
    public Gap gap(int a, int b) {
        Rates of = groups.get(a);
        Rates than = groups.get(b);
        return new Gap(
                ProportionDifference.newcombe(of.approval(), than.approval()),
                ProportionDifference.newcombe(of.badRate(), than.badRate()),
                ProportionDifference.newcombe(of.badRefused(), than.badRefused()),
                ProportionDifference.newcombe(of.goodRefused(), than.goodRefused()),
                ratio(of.approval(), than.approval()));
    }

    /**
     * p(a) / p(b) · exp(± 1.96 √(1/x(a) − 1/n(a) + 1/x(b) − 1/n(b))) (Katz et al. 1978). Without a success in a it is 0 with
     * the interval from ½ in x(a); NaN without one in b, or a case.
     */
    static Ratio ratio(Proportion a, Proportion b) {
        if (a.n() == 0 || b.n() == 0 || b.successes() == 0) {
            return new Ratio(Double.NaN, Double.NaN, Double.NaN);
        }
        double hits = a.successes() == 0 ? 0.5 : a.successes();
        double error = Math.sqrt(1 / hits - 1.0 / a.n() + 1.0 / b.successes() - 1.0 / b.n());
        double centre = hits / a.n() / b.value();
        return new Ratio(
                a.value() / b.value(),
                a.successes() == 0 ? 0 : centre * Math.exp(-Proportion.Z95 * error),
                centre * Math.exp(Proportion.Z95 * error));
    }
}
