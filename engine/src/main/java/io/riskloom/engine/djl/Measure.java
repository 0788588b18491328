package io.riskloom.engine.djl;

import io.riskloom.engine.judge.Classes;
import io.riskloom.engine.stats.Roc;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * A figure of a whole set of answers that decides, in place of the loss, which epoch is kept.
 *
 * @param name   of the epoch's figure
 * @param of     answers and targets, row after row
 * @param higher whether more is better
 */
record Measure(String name, ToDoubleBiFunction<float[], float[]> of, boolean higher) {

    private static final Measure MAE = new Measure("validMae", Measure::meanAbsoluteError, false);
    private static final Measure AUC = new Measure("validAuc", Measure::areaUnderCurve, true);

    /** {@code mae} or {@code auc}; empty for {@code loss}. */
    static Optional<Measure> named(String stopOn) {
        return switch (stopOn) {
            case "loss" -> Optional.empty();
            case "mae" -> Optional.of(MAE);
            case "auc" -> Optional.of(AUC);
            default -> throw new IllegalArgumentException("no measure " + stopOn);
        };
    }

    /** The smaller the better. */
    double score(double value) {
        return higher ? -value : value;
    }

    private static double meanAbsoluteError(float[] answers, float[] targets) {
        double sum = 0;
        for (int i = 0; i < answers.length; i++) {
            sum += Math.abs((double) answers[i] - targets[i]);
        }
        return sum / answers.length;
    }

    /** One half, which is chance, where all targets are of one class. */
    private static double areaUnderCurve(float[] logits, float[] targets) {
        double[] scores = new double[logits.length];
        boolean[] ones = new boolean[logits.length];
        for (int i = 0; i < logits.length; i++) {
            scores[i] = logits[i];
            ones[i] = targets[i] > 0.5f;
        }
        return Classes.both(ones) ? Roc.auc(scores, ones) : 0.5;
    }
}
