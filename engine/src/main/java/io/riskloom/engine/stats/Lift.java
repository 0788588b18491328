package io.riskloom.engine.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Gains table: cases in groups of equal size from the riskiest down. Equal scores stay in one group, the one of their mid-rank
 * ({@code EqualGroups}); groups that ties leave empty are left out, the numbers of the others stay.
 */
public record Lift(List<Group> groups) {

    /**
     * @param number         from 1, the riskiest
     * @param low            lowest score in it
     * @param high           highest one
     * @param lift           bad rate over that of all cases
     * @param cumulativeN    cases so far
     * @param cumulativeBad  bad ones so far
     * @param captured       of all bad ones
     * @param capturedGood   share of all good ones so far
     * @param cumulativeLift bad rate so far over that of all cases
     */
    public record Group(
            int number,
            double low,
            double high,
            int n,
            int bad,
            double badRate,
            double lift,
            int cumulativeN,
            int cumulativeBad,
            double captured,
            double capturedGood,
            double cumulativeLift) {}

    public Lift {
        groups = List.copyOf(groups);
    }

    /** @throws IllegalArgumentException unless both classes occur */
    public static Lift of(double[] scores, boolean[] bad, int groups) {
        int m = Roc.counted(scores, bad);
        int[] group = EqualGroups.of(scores, groups);
        int[] n = new int[groups];
        int[] hits = new int[groups];
        double[] low = new double[groups];
        double[] high = new double[groups];
        for (int i = 0; i < group.length; i++) {
            int g = groups - 1 - group[i];
            low[g] = n[g] == 0 ? scores[i] : Math.min(low[g], scores[i]);
            high[g] = n[g] == 0 ? scores[i] : Math.max(high[g], scores[i]);
            n[g]++;
            hits[g] += bad[i] ? 1 : 0;
        }
        double share = (double) m / bad.length;
        List<Group> made = new ArrayList<>();
        int cases = 0;
        int found = 0;
        for (int g = 0; g < groups; g++) {
            cases += n[g];
            found += hits[g];
            if (n[g] > 0) {
                double rate = (double) hits[g] / n[g];
                made.add(new Group(
                        g + 1,
                        low[g],
                        high[g],
                        n[g],
                        hits[g],
                        rate,
                        rate / share,
                        cases,
                        found,
                        (double) found / m,
                        (double) (cases - found) / (bad.length - m),
                        (double) found / cases / share));
            }
        }
        return new Lift(made);
    }

    /** Largest distance of the two cumulative shares; of the groups' ends only, so at most the KS distance of the scores. */
    public double ks() {
        return groups.stream()
                .mapToDouble(g -> Math.abs(g.captured() - g.capturedGood()))
                .max()
                .orElse(0);
    }
}
