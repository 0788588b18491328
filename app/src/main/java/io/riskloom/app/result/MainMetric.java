package io.riskloom.app.result;

import io.riskloom.engine.model.Metric;
import java.util.Map;
import java.util.Set;

/** The metric that a task is judged by. */
public final class MainMetric {

    /** By task. */
    public static final Map<String, String> BY_TASK = Map.of(
            "forecast", Metric.REL_MAE,
            "classify", Metric.AUC,
            "credit", Metric.AUC,
            "anomaly", Metric.PLANTED_AUC,
            "generate", Metric.FACT_SCORE);

    /** Those whose metric is a distance or an error. */
    private static final Set<String> LOWER_IS_BETTER = Set.of("forecast", "generate");

    private MainMetric() {}

    /** @throws IllegalArgumentException for a task that is none */
    public static String of(String task) {
        String metric = BY_TASK.get(task);
        if (metric == null) {
            throw new IllegalArgumentException("no task " + task);
        }
        return metric;
    }

    public static boolean lowerIsBetter(String task) {
        return LOWER_IS_BETTER.contains(task);
    }
}
