package io.riskloom.engine.judge;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.stats.Quantiles;
import io.riskloom.engine.stats.Roc;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** How well each column of the file alone ranks the test applicants: one that nearly knows the answer is looked at by name. */
final class ColumnRanks {

    private static final int BINS = 20;

    private ColumnRanks() {}

    /**
     * AUC of each column on the test rows, in [0.5, 1]. A category ranks by the share of bad among the learnt rows of its level,
     * a missing cell being a level of its own and one that was never seen the share of all. A number ranks by the share of bad
     * in its bin, up to {@value #BINS} of as many learnt rows each and one for missing cells, or by its value in the better
     * direction, missing cells in the middle, whichever is higher.
     *
     * @param bad of every row of the book
     */
    static Map<String, Double> auc(CreditBook book, boolean[] bad, int[] learnt, int[] test) {
        boolean[] came = new boolean[test.length];
        for (int i = 0; i < came.length; i++) {
            came[i] = bad[test[i]];
        }
        Map<String, Double> alone = new LinkedHashMap<>();
        for (CreditColumn column : book.features()) {
            alone.put(
                    column.name(),
                    switch (column) {
                        case CreditColumn.Categorical c ->
                            shares(c.codes(), c.levels().size(), bad, learnt, test, came);
                        case CreditColumn.Numeric n -> number(n.values(), bad, learnt, test, came);
                    });
        }
        return alone;
    }

    private static double number(double[] values, boolean[] bad, int[] learnt, int[] test, boolean[] came) {
        double[] known = Arrays.stream(learnt)
                .mapToDouble(row -> values[row])
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        if (known.length == 0) {
            return 0.5;
        }
        double[] edges = IntStream.range(1, BINS)
                .mapToDouble(i -> Quantiles.ofSorted(known, (double) i / BINS))
                .distinct()
                .toArray();
        int[] codes = Arrays.stream(values)
                .mapToInt(v -> Double.isNaN(v) ? -1 : below(edges, v))
                .toArray();
        double middle = Quantiles.ofSorted(known, 0.5);
        double[] scores = Arrays.stream(test)
                .mapToDouble(row -> Double.isNaN(values[row]) ? middle : values[row])
                .toArray();
        double auc = Roc.auc(scores, came);
        return Math.max(Math.max(auc, 1 - auc), shares(codes, edges.length + 1, bad, learnt, test, came));
    }

    /** How many edges lie below a value. */
    private static int below(double[] edges, double value) {
        int at = Arrays.binarySearch(edges, value);
        return at >= 0 ? at : -at - 1;
    }

    /** @param codes −1 for a missing cell */
    private static double shares(int[] codes, int levels, boolean[] bad, int[] learnt, int[] test, boolean[] came) {
        int[] n = new int[levels + 1];
        int[] hits = new int[levels + 1];
        int all = 0;
        for (int row : learnt) {
            n[codes[row] + 1]++;
            hits[codes[row] + 1] += bad[row] ? 1 : 0;
            all += bad[row] ? 1 : 0;
        }
        double share = (double) all / learnt.length;
        double[] scores = Arrays.stream(test)
                .mapToDouble(row -> n[codes[row] + 1] == 0 ? share : (double) hits[codes[row] + 1] / n[codes[row] + 1])
                .toArray();
        return Math.max(0.5, Roc.auc(scores, came));
    }
}
