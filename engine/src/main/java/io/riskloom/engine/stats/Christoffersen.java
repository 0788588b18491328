package io.riskloom.engine.stats;

/**
 * Do days with a loss above the value at risk follow one another (Christoffersen 1998)? Pairs of days are counted by whether
 * each was exceeded. Independence: LR = −2 ln [L(π) / L(π₀, π₁)], π the share of exceeded days among the second days of all
 * pairs, π₀ after a calm day, π₁ after an exceeded one; chi-squared with one degree of freedom. Conditional coverage adds
 * {@link Kupiec}'s statistic over all days; two degrees of freedom. All NaN for fewer than two exceedances, which cannot
 * cluster.
 *
 * @param calmCalm     pairs of calm days
 * @param calmHit      an exceedance after a calm day
 * @param hitCalm      a calm day after an exceedance
 * @param hitHit       two exceedances in a row
 * @param independence statistic
 * @param independenceP its p-value
 * @param conditional  statistic of conditional coverage
 * @param conditionalP its p-value
 */
public record Christoffersen(
        int calmCalm,
        int calmHit,
        int hitCalm,
        int hitHit,
        double independence,
        double independenceP,
        double conditional,
        double conditionalP) {

    /**
     * @param exceeded a day each, in order of time
     * @param level    share of days that the value at risk should be exceeded on
     * @throws IllegalArgumentException as {@link Kupiec#test} says
     */
    public static Christoffersen test(boolean[] exceeded, double level) {
        int[][] pairs = new int[2][2];
        int hits = 0;
        for (int t = 0; t < exceeded.length; t++) {
            hits += exceeded[t] ? 1 : 0;
            if (t > 0) {
                pairs[exceeded[t - 1] ? 1 : 0][exceeded[t] ? 1 : 0]++;
            }
        }
        Kupiec coverage = Kupiec.test(hits, exceeded.length, level);
        double independence = hits < 2 ? Double.NaN : independence(pairs);
        double conditional = coverage.statistic() + independence;
        return new Christoffersen(
                pairs[0][0],
                pairs[0][1],
                pairs[1][0],
                pairs[1][1],
                independence,
                Likelihood.aboveOne(independence),
                conditional,
                Likelihood.aboveTwo(conditional));
    }

    private static double independence(int[][] pairs) {
        double one = Likelihood.highest(pairs[0][0] + pairs[1][0], pairs[0][1] + pairs[1][1]);
        double two = Likelihood.highest(pairs[0][0], pairs[0][1]) + Likelihood.highest(pairs[1][0], pairs[1][1]);
        return Likelihood.ratio(one, two);
    }
}
