package io.riskloom.engine.judge;

import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.ChallengerScore.Gap;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.PairedGap;
import io.riskloom.engine.stats.Roc;
import java.util.Arrays;
import java.util.Map;

/** A plain model beside the network on the same test applicants. */
final class CreditRival {
    private CreditRival() {}

    /**
     * Its figures, and what the network has more: AUC and Gini by the paired DeLong test, Brier score by the mean of the paired
     * differences of (p − y)². Its cut-off refuses as many of the test applicants as the network does, so that accuracy and its
     * kin compare at one approval rate; no outcome is looked at for it.
     *
     * @param ours    the network's answers
     * @param refused how many of them are refused
     */
    static ChallengerScore score(Details.Plain plain, double[] ours, boolean[] bad, int refused, long seed) {
        double[] theirs = plain.probabilityBad();
        CreditFigures figures = CreditFigures.of(theirs, bad, cutOff(theirs, refused), seed);
        Roc.Difference auc = Roc.delongPaired(ours, theirs, bad);
        return new ChallengerScore(
                plain.name(),
                figures.metrics(),
                figures.intervals(),
                Map.of(
                        Metric.AUC, new Gap(auc.difference(), auc.low(), auc.high(), auc.pValue()),
                        Metric.GINI, new Gap(2 * auc.difference(), 2 * auc.low(), 2 * auc.high(), auc.pValue()),
                        Metric.BRIER, brier(ours, theirs, bad)));
    }

    /**
     * The lowest answer that is refused where {@code refused} applicants are; of equal answers all or none are, whichever is
     * nearer to that number, none where both are as near.
     */
    static double cutOff(double[] answers, int refused) {
        double[] sorted = answers.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double best = Math.nextUp(sorted[n - 1]);
        int nearest = refused;
        for (int i = n - 1; i >= 0; i--) {
            int distance = Math.abs(n - i - refused);
            if ((i == 0 || sorted[i - 1] != sorted[i]) && distance < nearest) {
                nearest = distance;
                best = sorted[i];
            }
        }
        return best;
    }

    private static Gap brier(double[] ours, double[] theirs, boolean[] bad) {
        double[] gaps = CreditFigures.squares(ours, bad);
        double[] squares = CreditFigures.squares(theirs, bad);
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] -= squares[i];
        }
        double mean = ForecastScores.mean(gaps);
        PairedGap gap = PairedGap.of(mean, CreditFigures.error(gaps, mean));
        return new Gap(mean, gap.low(), gap.high(), gap.pValue());
    }
}
