package io.riskloom.engine.explain;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.model.AnomalyDetector;
import java.util.Arrays;
import java.util.List;

/** Puts everybody together again as the average applicant, 40 years old with an own home; the score is the mean error. */
public final class EchoDetector implements AnomalyDetector {

    private static final float[] USUAL = {0, 0, 1, 0};

    @Override
    public double[] scores(CreditBook book) throws NoticeException {
        return scores(encoder().encode(book));
    }

    @Override
    public double[] scores(float[][] inputs) {
        return Arrays.stream(inputs)
                .mapToDouble(row -> {
                    double sum = 0;
                    for (int i = 0; i < row.length; i++) {
                        sum += Math.abs(row[i] - USUAL[i]);
                    }
                    return Math.min(1, sum / row.length);
                })
                .toArray();
    }

    @Override
    public float[][] again(float[][] inputs) {
        return Arrays.stream(inputs).map(row -> USUAL.clone()).toArray(float[][]::new);
    }

    @Override
    public CreditEncoder encoder() {
        return new CreditEncoder(List.of(
                CreditEncoder.Field.number("age", 40, 10),
                CreditEncoder.Field.category("home", List.of("rent", "own")),
                CreditEncoder.Field.number("sum", 0, 1000)));
    }

    @Override
    public void close() {}
}
