package io.riskloom.engine.judge;

import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Classification;
import io.riskloom.engine.stats.Roc;
import java.util.HashMap;
import java.util.Map;

/** The metrics of a probability against what came; those that need both classes are left out where one is missing. */
public final class Classes {
    private Classes() {}

    public static boolean both(boolean[] labels) {
        boolean yes = false;
        boolean no = false;
        for (boolean label : labels) {
            yes |= label;
            no |= !label;
        }
        return yes && no;
    }

    /**
     * @param cutOff an answer at or above it counts as yes
     */
    public static Map<String, Double> metrics(double[] probability, boolean[] came, double cutOff) {
        Map<String, Double> metrics = new HashMap<>();
        Classification.Confusion confusion = Classification.confusion(probability, came, cutOff);
        metrics.put(Metric.ACCURACY, confusion.accuracy());
        metrics.put(Metric.PRECISION, confusion.precision());
        metrics.put(Metric.RECALL, confusion.recall());
        metrics.put(Metric.F1, confusion.f1());
        metrics.put(Metric.BRIER, Classification.brier(probability, came));
        metrics.put(Metric.LOG_LOSS, Classification.logLoss(probability, came));
        if (both(came)) {
            metrics.put(Metric.AUC, Roc.auc(probability, came));
            metrics.put(Metric.GINI, Roc.gini(probability, came));
            metrics.put(Metric.KS, Roc.ks(probability, came).value());
            metrics.put(Metric.PR_AUC, Classification.prAuc(probability, came));
        }
        return metrics;
    }
}
