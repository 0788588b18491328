package io.riskloom.engine.judge;

import io.riskloom.engine.model.ScoreBins;
import io.riskloom.engine.stats.Quantiles;
import io.riskloom.engine.stats.Stability;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Scores of the training applicants in tenths, and later scores in the same bins. */
public final class ScoreDeciles {

    private static final int BINS = 10;

    private ScoreDeciles() {}

    /** Inner edges at the deciles (type 7) of the scores, those that ties make equal once; shares of the same scores. */
    public static ScoreBins of(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double[] edges = IntStream.range(1, BINS)
                .mapToDouble(i -> Quantiles.ofSorted(sorted, (double) i / BINS))
                .distinct()
                .toArray();
        return new ScoreBins(edges, Stability.shares(edges, scores), scores.length);
    }

    /** Shares of other scores in the bins. */
    public static double[] shares(ScoreBins bins, double[] scores) {
        return Stability.shares(bins.edges(), scores);
    }

    /** Population stability index of other scores. */
    public static double psi(ScoreBins expected, double[] scores) {
        return Stability.psi(expected.shares(), shares(expected, scores), smaller(expected, scores.length));
    }

    /** What it is of so many others of the same population. */
    static Stability.Chance chance(ScoreBins expected, int rows) {
        return Stability.Chance.of(expected.shares().length, expected.rows(), rows);
    }

    /** Cases of the smaller sample. */
    static int smaller(ScoreBins expected, int rows) {
        return expected.rows() == 0 ? rows : Math.min(rows, expected.rows());
    }
}
