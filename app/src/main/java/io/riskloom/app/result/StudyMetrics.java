package io.riskloom.app.result;

import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.RunSpec;
import java.util.List;

/** The metrics that tables of a study show, on screen and on the command line. */
public final class StudyMetrics {

    private StudyMetrics() {}

    /** Of a study's specification, the main one first; those that a run does not have are left out by their readers. */
    public static List<String> of(RunSpec spec) {
        return switch (spec) {
            case ForecastSpec s
            when s.target().equals("volatility") ->
                List.of(Metric.REL_MAE, Metric.LOG_MAE, Metric.QLIKE, Metric.COVERAGE_90, Metric.WIDTH_90);
            case ForecastSpec s ->
                List.of(
                        Metric.REL_MAE,
                        Metric.MAE,
                        Metric.CRPS,
                        Metric.COVERAGE_90,
                        Metric.DIRECTIONAL_ACCURACY,
                        Metric.SHARPE_NET);
            case ClassifySpec s
            when s.classes() > 2 -> List.of(Metric.AUC, Metric.ACCURACY, Metric.F1, Metric.LOG_LOSS);
            case ClassifySpec s -> List.of(Metric.AUC, Metric.ACCURACY, Metric.PR_AUC, Metric.F1);
            case AnomalySpec s -> List.of(Metric.PLANTED_AUC, Metric.AGREEMENT, Metric.AUC, Metric.PR_AUC);
            case CreditSpec s ->
                List.of(Metric.AUC, Metric.GINI, Metric.KS, Metric.PR_AUC, Metric.BRIER, Metric.CALIBRATION_SLOPE);
            case GenerateSpec s ->
                List.of(
                        Metric.FACT_SCORE,
                        Metric.WASSERSTEIN_1,
                        Metric.WASSERSTEIN_5,
                        Metric.WASSERSTEIN_20,
                        Metric.NEAREST_REAL_RATIO);
        };
    }
}
