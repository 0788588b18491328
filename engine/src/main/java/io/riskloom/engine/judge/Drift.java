package io.riskloom.engine.judge;

import io.riskloom.engine.model.ScoreBins;
import io.riskloom.engine.stats.Stability;
import java.util.List;

/**
 * A second file beside the training applicants: population stability of the score, characteristic stability of each column.
 *
 * @param rows      applicants of the second file
 * @param psi       of the score
 * @param chance    what that is of as many applicants of the training population
 * @param expected  training applicants
 * @param actual    shares of the second file in the same bins
 * @param columns   the largest CSI first
 * @param auc       of the second file where it holds the target, else NaN
 * @param missing   columns that it lacks; their cells count as missing
 * @param unseen    columns with levels that training never saw
 */
public record Drift(
        int rows,
        double psi,
        Stability.Chance chance,
        ScoreBins expected,
        double[] actual,
        List<Column> columns,
        double auc,
        List<String> missing,
        List<String> unseen) {
    public Drift {
        actual = actual.clone();
        columns = List.copyOf(columns);
        missing = List.copyOf(missing);
        unseen = List.copyOf(unseen);
    }

    /**
     * @param index  Σ (actual − expected) · ln(actual / expected) over the bins of the scorecard
     * @param chance what that is of as many applicants of the training population
     */
    public record Column(
            String name,
            double index,
            Stability.Chance chance,
            List<String> bins,
            double[] expected,
            double[] actual) {
        public Column {
            bins = List.copyOf(bins);
            expected = expected.clone();
            actual = actual.clone();
        }
    }
}
