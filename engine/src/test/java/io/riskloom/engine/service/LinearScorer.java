package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.CreditTarget;
import java.util.Arrays;
import java.util.List;

/** Log odds (age − 40) / 10 + 1 for a rented home − 1 for an own one + sum / 1000: reasons can be told by hand. */
final class LinearScorer implements CreditScorer {

    private static final float[] WEIGHTS = {1, 1, -1, 1};

    private final CreditTarget target;

    LinearScorer() {
        this(CreditTarget.UNKNOWN);
    }

    LinearScorer(CreditTarget target) {
        this.target = target;
    }

    @Override
    public CreditTarget target() {
        return target;
    }

    @Override
    public double[] probabilityBad(CreditBook book) throws NoticeException {
        return probability(logOdds(encoder().encode(book)));
    }

    @Override
    public double[] logOdds(float[][] inputs) {
        return Arrays.stream(inputs)
                .mapToDouble(row -> {
                    double sum = 0;
                    for (int i = 0; i < row.length; i++) {
                        sum += (double) WEIGHTS[i] * row[i];
                    }
                    return sum;
                })
                .toArray();
    }

    @Override
    public double[] probability(double[] logOdds) {
        return Arrays.stream(logOdds).map(z -> 1 / (1 + Math.exp(-z))).toArray();
    }

    @Override
    public double[][] integratedGradients(float[][] inputs, float[] baseline, int steps) {
        double[][] gradients = new double[inputs.length][baseline.length];
        for (int i = 0; i < inputs.length; i++) {
            for (int k = 0; k < baseline.length; k++) {
                gradients[i][k] = (double) WEIGHTS[k] * (inputs[i][k] - baseline[k]);
            }
        }
        return gradients;
    }

    @Override
    public float[] average() {
        return new float[WEIGHTS.length];
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
