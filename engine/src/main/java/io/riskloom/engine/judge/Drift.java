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
 * @param columns   the largest CSI first, those without one last
 * @param auc       of the second file where it holds the target, else NaN
 * @param missing   columns that it lacks; their cells count as missing
 * @param unseen    columns with levels that training never saw
 * @param sha256    of the second file's bytes; empty where the applicants came from no file
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
        List<String> unseen,
        String sha256) {

    /** Of applicants from no file. */
    public Drift(
            int rows,
            double psi,
            Stability.Chance chance,
            ScoreBins expected,
            double[] actual,
            List<Column> columns,
            double auc,
            List<String> missing,
            List<String> unseen) {
        this(rows, psi, chance, expected, actual, columns, auc, missing, unseen, "");
    }

    public Drift {
        actual = actual.clone();
        columns = List.copyOf(columns);
        missing = List.copyOf(missing);
        unseen = List.copyOf(unseen);
    }

    public Drift ofFile(String read) {
        return new Drift(rows, psi, chance, expected, actual, columns, auc, missing, unseen, read);
    }

    /**
     * @param index  Σ (actual − expected) · ln(actual / expected) over the bins of the scorecard, or finer ones; NaN where all
     *     values have one bin that cannot be parted, and no more has moved than into or out of the bins beside it by under .1
     * @param chance what that is of as many applicants of the training population
     */
    public record Column(
            String name, double index, Stability.Chance chance, List<String> bins, double[] expected, double[] actual) {
        public Column {
            bins = List.copyOf(bins);
            expected = expected.clone();
            actual = actual.clone();
        }
    }
}
