package io.riskloom.engine.judge;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.stats.Roc;
import java.util.Optional;

/**
 * The probability from which an applicant is refused.
 *
 * @param at   where the share of the bad that is refused exceeds that of the good most, of equal ones the highest (the
 *     Kolmogorov-Smirnov point of a ranking that puts the bad above the good); where it exceeds it nowhere, the share of bad
 * @param told whether it exceeds it anywhere
 */
public record CutOff(double at, boolean told) {

    /**
     * @param held calibrated answers for applicants that the model has not learnt from, none of them of the test
     * @throws IllegalArgumentException unless both classes occur
     */
    public static CutOff of(double[] held, boolean[] bad) {
        Roc.Curve curve = Roc.curve(held, bad);
        double most = 0;
        double at = (double) curve.bad() / bad.length;
        for (int i = 1; i < curve.tpr().length; i++) {
            double gap = curve.tpr()[i] - curve.fpr()[i];
            if (gap > most) {
                most = gap;
                at = curve.thresholds()[i];
            }
        }
        return new CutOff(at, most > 0);
    }

    /** {@code run.warning.noCutOff} (cut-off) where it tells nothing. */
    public Optional<Notice> warning() {
        return told ? Optional.empty() : Optional.of(Notice.of("run.warning.noCutOff", Text.number(at, 3)));
    }
}
