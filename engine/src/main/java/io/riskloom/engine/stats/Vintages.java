package io.riskloom.engine.stats;

import java.util.List;
import java.util.stream.IntStream;

/** Does a score hold over time? Figures of the cases of each period. */
public final class Vintages {

    private Vintages() {}

    /**
     * @param badRate with Wilson's 95 % interval
     * @param auc     null where the period lacks a class
     * @param psi     of its scores against the expected shares
     * @param chance  what that is of as many cases of the same population
     */
    public record Vintage(
            int n, Proportion badRate, double meanScore, Roc.Auc auc, double psi, Stability.Chance chance) {}

    /**
     * @param period   of each case, from 0; each period has a case
     * @param edges    inner edges of the score's bins ({@link Stability#shares})
     * @param expected share of each bin
     * @param rows     cases that they are shares of; 0 where nobody knows
     * @return one a period
     */
    public static List<Vintage> of(
            int[] period, int periods, double[] scores, boolean[] bad, double[] edges, double[] expected, int rows) {
        Moments.sameLength("periods and scores", period.length, scores.length);
        Moments.sameLength("periods and labels", period.length, bad.length);
        return IntStream.range(0, periods)
                .mapToObj(p -> vintage(
                        IntStream.range(0, period.length)
                                .filter(i -> period[i] == p)
                                .toArray(),
                        scores,
                        bad,
                        edges,
                        expected,
                        rows))
                .toList();
    }

    private static Vintage vintage(
            int[] cases, double[] scores, boolean[] bad, double[] edges, double[] expected, int rows) {
        if (cases.length == 0) {
            throw new IllegalArgumentException("a period without a case");
        }
        double[] own = new double[cases.length];
        boolean[] came = new boolean[cases.length];
        int hits = 0;
        for (int i = 0; i < cases.length; i++) {
            own[i] = scores[cases[i]];
            came[i] = bad[cases[i]];
            hits += came[i] ? 1 : 0;
        }
        return new Vintage(
                cases.length,
                Proportion.wilson(hits, cases.length),
                Moments.mean(own),
                hits == 0 || hits == cases.length ? null : Roc.delong(own, came),
                Stability.psi(
                        expected,
                        Stability.shares(edges, own),
                        rows == 0 ? cases.length : Math.min(rows, cases.length)),
                Stability.Chance.of(expected.length, rows, cases.length));
    }
}
