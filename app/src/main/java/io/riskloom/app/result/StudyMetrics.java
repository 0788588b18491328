package io.riskloom.app.result;

import io.riskloom.engine.model.Metric;
import java.util.List;

/** The metrics that tables of a study show, on screen and on the command line. */
public final class StudyMetrics {

    private StudyMetrics() {}

    /**
     * The main one first.
     *
     * @throws IllegalArgumentException for a task that is none
     */
    public static List<String> of(String task) {
        return switch (task) {
            case "forecast" ->
                List.of(
                        Metric.REL_MAE,
                        Metric.MAE,
                        Metric.CRPS,
                        Metric.COVERAGE_90,
                        Metric.DIRECTIONAL_ACCURACY,
                        Metric.SHARPE_NET);
            case "classify" -> List.of(Metric.AUC, Metric.ACCURACY, Metric.PR_AUC, Metric.F1);
            case "credit" -> List.of(Metric.AUC, Metric.GINI, Metric.KS, Metric.PR_AUC, Metric.BRIER);
            case "generate" ->
                List.of(Metric.WASSERSTEIN_1, Metric.WASSERSTEIN_5, Metric.WASSERSTEIN_20, Metric.NEAREST_REAL_RATIO);
            default -> throw new IllegalArgumentException("no task " + task);
        };
    }
}
