package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.stats.Roc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well each column alone ranks the test rows: a column that nearly knows the answer is looked at by name. */
final class SingleColumns {
    private SingleColumns() {}

    /**
     * AUC of each column on the test rows, in [0.5, 1]. A number ranks by its value, in the better direction; a
     * category by the share of bad among the training rows of its level.
     */
    static Map<String, Double> auc(CreditCases cases) throws NoticeException {
        int[] train = cases.split().train();
        int[] test = cases.split().test();
        float[][] seen = cases.inputs(train);
        float[][] held = cases.inputs(test);
        boolean[] seenBad = cases.labels(train);
        boolean[] heldBad = cases.labels(test);
        List<String> columns = cases.encoder().columns();
        Map<String, Double> alone = new LinkedHashMap<>();
        int from = 0;
        for (CreditEncoder.Field field : cases.encoder().fields()) {
            int to = from;
            while (to < columns.size() && columns.get(to).equals(field.column())) {
                to++;
            }
            if (to == from) {
                continue;
            }
            // of a number with gaps, which stand at the median, the first input is the value
            double[] weights = field.numeric() ? first(to - from) : shares(seen, seenBad, from, to);
            double[] scores = new double[held.length];
            for (int i = 0; i < held.length; i++) {
                for (int j = from; j < to; j++) {
                    scores[i] += weights[j - from] * held[i][j];
                }
            }
            double auc = Roc.auc(scores, heldBad);
            alone.put(field.column(), Math.max(auc, 1 - auc));
            from = to;
        }
        return alone;
    }

    private static double[] first(int width) {
        double[] weights = new double[width];
        weights[0] = 1;
        return weights;
    }

    /** The training share of bad where each input is 1. */
    private static double[] shares(float[][] rows, boolean[] bad, int from, int to) {
        double[] weights = new double[to - from];
        for (int j = from; j < to; j++) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < rows.length; i++) {
                if (rows[i][j] == 1) {
                    sum += bad[i] ? 1 : 0;
                    count++;
                }
            }
            weights[j - from] = count == 0 ? 0 : sum / count;
        }
        return weights;
    }
}
