package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Answers for rows by the networks that have not learnt them, on which the calibration and the cut-off rest.
 *
 * @param rows   that some network keeps out, ascending
 * @param logits mean over the networks that keep the row out
 */
record KeptOut(int[] rows, double[] logits) {

    static KeptOut of(CreditLesson lesson, CreditNetworks networks) throws NoticeException {
        double[] sums = new double[lesson.cases().bad().length];
        int[] answers = new int[sums.length];
        List<CreditParts.Part> parts = lesson.parts();
        for (int m = 0; m < parts.size(); m++) {
            int[] rows = parts.get(m).keeps();
            float[][] inputs = lesson.cases().inputs(rows);
            double[] logits = CreditNetworks.logits(networks.all().get(m), inputs);
            for (int i = 0; i < rows.length; i++) {
                sums[rows[i]] += logits[i];
                answers[rows[i]]++;
            }
        }
        int[] kept =
                IntStream.range(0, sums.length).filter(row -> answers[row] > 0).toArray();
        return new KeptOut(
                kept,
                Arrays.stream(kept).mapToDouble(row -> sums[row] / answers[row]).toArray());
    }
}
