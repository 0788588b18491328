package io.riskloom.engine.challenger;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.WoeBins;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scorecard that a bank would use: a logistic regression of bad on the columns' weights of evidence. A column with an
 * information value below 0.02 is left out ("not predictive", Siddiqi 2006); then, one after another, the column whose
 * weight is most above 0 (its bins would earn points for being riskier) and the rest is fitted again, until all weights are
 * below 0.
 *
 * @param columns    all columns in order of information value, highest first
 * @param used       places in {@code columns} of those in the regression
 * @param regression of bad on their WoE, in the order of {@code used}
 */
record WoeScorecard(List<WoeBins> columns, int[] used, LogisticRegression regression) implements PlainCredit {

    static final String NAME = "scorecard";

    private static final double PREDICTIVE = 0.02;

    WoeScorecard {
        columns = List.copyOf(columns);
        used = used.clone();
    }

    /**
     * @param train rows to learn from, with both classes; no other is looked at
     * @param bins  ranges or bins of levels a column, at most
     */
    static WoeScorecard fit(CreditBook book, int[] train, int bins) throws NoticeException {
        boolean[] bad = book.bad();
        List<WoeBins> columns = book.features().stream()
                .map(column -> WoeBins.fit(column, bad, train, bins))
                .sorted(Comparator.comparingDouble(column -> -column.informationValue()))
                .toList();
        int[] used = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).informationValue() >= PREDICTIVE)
                .toArray();
        double[][] woe = new double[columns.size()][];
        for (int i : used) {
            woe[i] = columns.get(i).woe(book, train);
        }
        boolean[] labels = new boolean[train.length];
        for (int i = 0; i < train.length; i++) {
            labels[i] = bad[train[i]];
        }
        LogisticRegression fitted = fit(woe, used, labels);
        for (int wrong = wrong(fitted); wrong >= 0; wrong = wrong(fitted)) {
            int out = used[wrong];
            used = Arrays.stream(used).filter(i -> i != out).toArray();
            fitted = fit(woe, used, labels);
        }
        return new WoeScorecard(columns, used, fitted);
    }

    private static LogisticRegression fit(double[][] woe, int[] used, boolean[] bad) {
        double[][] x = Arrays.stream(used).mapToObj(i -> woe[i]).toArray(double[][]::new);
        return LogisticRegression.fit(x, bad, LogisticRegression.TINY_RIDGE);
    }

    /** The input with the highest weight if that is not below 0, else −1. */
    private static int wrong(LogisticRegression fitted) {
        double[] weights = fitted.weights();
        int highest = IntStream.range(0, weights.length)
                .boxed()
                .max(Comparator.comparingDouble(j -> weights[j]))
                .orElse(-1);
        return highest >= 0 && weights[highest] >= 0 ? highest : -1;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double[] probability(CreditBook book, int[] rows) throws NoticeException {
        double[][] x = new double[used.length][];
        for (int j = 0; j < used.length; j++) {
            x[j] = columns.get(used[j]).woe(book, rows);
        }
        return regression.probability(x, rows.length);
    }

    @Override
    public int[] used() {
        return used.clone();
    }
}
