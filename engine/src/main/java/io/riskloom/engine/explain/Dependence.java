package io.riskloom.engine.explain;

import java.util.List;

/**
 * Partial dependence (Friedman 2001): the mean probability of bad over applicants whose one column is set to a value.
 *
 * @param numeric whether the column holds numbers; else {@code at} counts the levels
 * @param at      values, ascending
 * @param levels  texts of the values of a category, in the order in which the file has them first; else empty
 * @param mean    probability of bad
 * @param low     10 % of the single applicants' probabilities lie below
 * @param high    10 % above
 * @param share   of the applicants that have a value nearest to this one
 * @param missing mean probability where the cell is empty; NaN where no training applicant lacks a number, and for a category,
 *     whose missing cells are a level without text
 */
public record Dependence(
        String column,
        boolean numeric,
        double[] at,
        List<String> levels,
        double[] mean,
        double[] low,
        double[] high,
        double[] share,
        double missing) {
    public Dependence {
        at = at.clone();
        levels = List.copyOf(levels);
        mean = mean.clone();
        low = low.clone();
        high = high.clone();
        share = share.clone();
    }
}
