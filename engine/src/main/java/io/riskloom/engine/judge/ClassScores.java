package io.riskloom.engine.judge;

import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Roc;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Scores of probabilities of three classes, down, flat and up, against the one that came. */
final class ClassScores {

    /** Probabilities are kept this far from 0 in the log loss, so that one sure error does not make it infinite. */
    private static final double EDGE = 1e-15;

    private ClassScores() {}

    /**
     * Accuracy of the likeliest class; F1 as the mean over the classes (macro), 0 for one that neither came nor was called;
     * Brier score Σ (p − y)² over the classes, in [0, 2]; log loss; AUC of up against the rest, where both came.
     *
     * @param probability origins × classes
     * @param outcome     number of the class that came
     */
    static Map<String, Double> metrics(double[][] probability, int[] outcome) {
        Map<String, Double> metrics = new HashMap<>();
        metrics.put(Metric.ACCURACY, (double) hits(probability, outcome) / outcome.length);
        metrics.put(Metric.F1, macroF1(probability, outcome));
        metrics.put(Metric.BRIER, brier(probability, outcome));
        metrics.put(Metric.LOG_LOSS, ForecastScores.mean(losses(probability, outcome)));
        boolean[] up = up(probability, outcome);
        if (Classes.both(up)) {
            metrics.put(Metric.AUC, Roc.auc(last(probability), up));
        }
        return metrics;
    }

    /** The likeliest class, the first of equals. */
    static int called(double[] probability) {
        int best = 0;
        for (int c = 1; c < probability.length; c++) {
            best = probability[c] > probability[best] ? c : best;
        }
        return best;
    }

    static int hits(double[][] probability, int[] outcome) {
        return (int) IntStream.range(0, outcome.length)
                .filter(i -> called(probability[i]) == outcome[i])
                .count();
    }

    /** −ln of the probability given to what came, one an origin. */
    static double[] losses(double[][] probability, int[] outcome) {
        return IntStream.range(0, outcome.length)
                .mapToDouble(i -> -Math.log(Math.max(EDGE, probability[i][outcome[i]])))
                .toArray();
    }

    /** Of the last class. */
    static double[] last(double[][] probability) {
        return Arrays.stream(probability).mapToDouble(p -> p[p.length - 1]).toArray();
    }

    /** Whether the last class came. */
    static boolean[] up(double[][] probability, int[] outcome) {
        boolean[] up = new boolean[outcome.length];
        for (int i = 0; i < up.length; i++) {
            up[i] = outcome[i] == probability[i].length - 1;
        }
        return up;
    }

    private static double macroF1(double[][] probability, int[] outcome) {
        int classes = probability[0].length;
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            int right = 0;
            int calledOrCame = 0;
            for (int i = 0; i < outcome.length; i++) {
                boolean called = called(probability[i]) == c;
                boolean came = outcome[i] == c;
                right += called && came ? 1 : 0;
                calledOrCame += (called ? 1 : 0) + (came ? 1 : 0);
            }
            sum += calledOrCame == 0 ? 0 : 2.0 * right / calledOrCame;
        }
        return sum / classes;
    }

    private static double brier(double[][] probability, int[] outcome) {
        double sum = 0;
        for (int i = 0; i < outcome.length; i++) {
            for (int c = 0; c < probability[i].length; c++) {
                double gap = probability[i][c] - (outcome[i] == c ? 1 : 0);
                sum += gap * gap;
            }
        }
        return sum / outcome.length;
    }
}
