package io.riskloom.engine.explain;

import java.util.List;

/**
 * What a model rests on, over test applicants.
 *
 * @param columns  one a column, the largest mean |contribution| first
 * @param applicants that were asked
 * @param deletion check of faithfulness
 */
public record Importance(List<Column> columns, int applicants, Deletion deletion) {
    public Importance {
        columns = List.copyOf(columns);
    }

    /**
     * @param meanAbsolute mean |contribution| to the log odds
     * @param aucDrop      AUC lost where the column's values are dealt out at random among the applicants, mean of several deals
     * @param aucSd        standard deviation over the deals
     */
    public record Column(String name, double meanAbsolute, double aucDrop, double aucSd) {}

    /**
     * How far an applicant's log odds move on average (absolute) where his strongest reasons are replaced by the average
     * applicant's values, beside as many columns at random: faithful reasons move it faster.
     *
     * @param columns replaced: 0, 1, 2, …
     * @param guided  strongest reasons first
     * @param random  in random order, mean of several
     * @param area    mean of guided less mean of random, over mean of guided at all columns; above 0 is better than chance
     */
    public record Deletion(int[] columns, double[] guided, double[] random, double area) {
        public Deletion {
            columns = columns.clone();
            guided = guided.clone();
            random = random.clone();
        }
    }
}
