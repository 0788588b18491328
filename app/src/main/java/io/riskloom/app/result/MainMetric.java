package io.riskloom.app.result;

import io.riskloom.engine.model.Metric;
import java.util.Map;

/** The metric that a task is judged by. */
public final class MainMetric {

    /** By task. */
    public static final Map<String, String> BY_TASK = Map.of(
            "forecast", Metric.REL_MAE,
            "classify", Metric.AUC,
            "credit", Metric.AUC,
            "generate", Metric.WASSERSTEIN_1);

    private MainMetric() {}

    /** @throws IllegalArgumentException for a task that is none */
    public static String of(String task) {
        String metric = BY_TASK.get(task);
        if (metric == null) {
            throw new IllegalArgumentException("no task " + task);
        }
        return metric;
    }
}
