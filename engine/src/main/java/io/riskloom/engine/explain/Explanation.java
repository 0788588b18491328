package io.riskloom.engine.explain;

import java.util.List;

/**
 * Why one applicant's log odds of bad differ from those of the average applicant, or of the mean over other applicants.
 *
 * @param row         in the file, from 0
 * @param probability of bad, calibrated
 * @param logOdds     of the applicant
 * @param base        log odds that the contributions start from
 * @param method      {@code gradients}, {@code exact} (Shapley values over all coalitions) or {@code sampled}
 * @param reasons     one a column, the largest |contribution| first; they sum to {@code logOdds − base} but for {@code gap}
 * @param gap         logOdds − base − Σ contributions
 * @param error       largest standard error of a contribution, of {@code sampled}; 0 for the others
 */
public record Explanation(
        int row,
        double probability,
        double logOdds,
        double base,
        String method,
        List<Reason> reasons,
        double gap,
        double error) {
    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /**
     * @param column       of the file
     * @param value        its text there, empty where it is missing
     * @param contribution to the log odds; above 0 it speaks for bad
     * @param typical      median or commonest value of the training applicants
     */
    public record Reason(String column, String value, double contribution, String typical) {}
}
