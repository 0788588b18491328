package io.riskloom.engine.stats;

import java.util.Arrays;

/** Whether answers rank two groups better or worse than chance, exactly: for few cases, of which DeLong's interval asks too much. */
public final class MannWhitney {

    private MannWhitney() {}

    /**
     * Two-sided p-value of the rank-sum test (Mann and Whitney 1947) over all ways in which the answers could have fallen to
     * the groups, equal answers having the mean of their ranks: the share of those whose rank sum lies at least as far from its
     * mean. Time grows with n³·m, memory with n²·m.
     *
     * @param answers one a case
     * @param yes     whether the case is of the first group, of m; 1 where either group is empty
     */
    public static double pValue(double[] answers, boolean[] yes) {
        Moments.sameLength("answers and groups", answers.length, yes.length);
        int[] ranks = doubledRanks(answers);
        int members = 0;
        int observed = 0;
        for (int i = 0; i < yes.length; i++) {
            members += yes[i] ? 1 : 0;
            observed += yes[i] ? ranks[i] : 0;
        }
        double[] ways = ways(ranks, members);
        int mean = members * (answers.length + 1);
        double all = 0;
        double asFar = 0;
        for (int sum = 0; sum < ways.length; sum++) {
            all += ways[sum];
            asFar += Math.abs(sum - mean) >= Math.abs(observed - mean) ? ways[sum] : 0;
        }
        return asFar / all;
    }

    /** Mid-ranks may be halves; twice as large they are whole numbers. */
    private static int[] doubledRanks(double[] answers) {
        return Arrays.stream(Roc.midRanks(answers))
                .mapToInt(rank -> (int) Math.round(2 * rank))
                .toArray();
    }

    /** How many choices of so many members have each sum. */
    private static double[] ways(int[] ranks, int members) {
        int most = Arrays.stream(ranks).sum();
        double[][] ways = new double[members + 1][most + 1];
        ways[0][0] = 1;
        for (int rank : ranks) {
            for (int m = members; m > 0; m--) {
                for (int sum = most; sum >= rank; sum--) {
                    ways[m][sum] += ways[m - 1][sum - rank];
                }
            }
        }
        return ways[members];
    }
}
