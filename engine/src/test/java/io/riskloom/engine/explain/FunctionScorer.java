package io.riskloom.engine.explain;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.model.CreditScorer;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A function of the inputs as a scorer, its gradients by central differences. */
public final class FunctionScorer implements CreditScorer {

    private static final float STEP = 1f / 64;

    private final CreditEncoder encoder;
    private final float[] average;
    private final ToDoubleFunction<float[]> function;
    private int asked;
    private int largest;

    public FunctionScorer(CreditEncoder encoder, float[] average, ToDoubleFunction<float[]> function) {
        this.encoder = encoder;
        this.average = average.clone();
        this.function = function;
    }

    /** Columns a, b, c, … of numbers that enter as they are, the average applicant all zeros. */
    static FunctionScorer of(int columns, ToDoubleFunction<float[]> function) {
        return new FunctionScorer(
                new CreditEncoder(IntStream.range(0, columns)
                        .mapToObj(c -> CreditEncoder.Field.number(name(c), 0, 1))
                        .toList()),
                new float[columns],
                function);
    }

    static String name(int column) {
        return String.valueOf((char) ('a' + column));
    }

    @Override
    public double[] probabilityBad(CreditBook book) throws NoticeException {
        return probability(logOdds(encoder.encode(book)));
    }

    @Override
    public CreditEncoder encoder() {
        return encoder;
    }

    @Override
    public double[] logOdds(float[][] inputs) {
        asked += inputs.length;
        largest = Math.max(largest, inputs.length);
        return Arrays.stream(inputs).mapToDouble(function).toArray();
    }

    @Override
    public double[] probability(double[] logOdds) {
        return Arrays.stream(logOdds).map(z -> 1 / (1 + Math.exp(-z))).toArray();
    }

    @Override
    public double[][] integratedGradients(float[][] inputs, float[] baseline, int steps) {
        double[][] all = new double[inputs.length][baseline.length];
        for (int row = 0; row < inputs.length; row++) {
            for (int step = 0; step < steps; step++) {
                float part = (step + 0.5f) / steps;
                float[] at = baseline.clone();
                for (int i = 0; i < at.length; i++) {
                    at[i] += part * (inputs[row][i] - baseline[i]);
                }
                for (int i = 0; i < at.length; i++) {
                    all[row][i] += (inputs[row][i] - baseline[i]) * slope(at, i) / steps;
                }
            }
        }
        return all;
    }

    private double slope(float[] at, int i) {
        float[] above = at.clone();
        float[] below = at.clone();
        above[i] += STEP;
        below[i] -= STEP;
        return (function.applyAsDouble(above) - function.applyAsDouble(below)) / (above[i] - below[i]);
    }

    @Override
    public float[] average() {
        return average.clone();
    }

    /** Rows whose log odds were asked for so far. */
    public int asked() {
        return asked;
    }

    /** Rows of the largest call. */
    int largest() {
        return largest;
    }

    /** Log odds Σ w_i·x_i. */
    static ToDoubleFunction<float[]> linear(double... weights) {
        return x -> {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * x[i];
            }
            return sum;
        };
    }

    @Override
    public void close() {}
}
