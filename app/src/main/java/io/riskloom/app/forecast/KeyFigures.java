package io.riskloom.app.forecast;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.judge.Period;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;

/** The four figures above the charts: which they are depends on what the run forecasts. */
final class KeyFigures {

    static final int COUNT = 4;

    private static final List<String> OF_CLOSES =
            List.of(Metric.REL_MAE, Metric.COVERAGE_90, Metric.DIRECTIONAL_ACCURACY, Metric.SHARPE_NET);
    private static final List<String> OF_VOLATILITY =
            List.of(Metric.REL_MAE, Metric.LOG_MAE, Metric.COVERAGE_90, Metric.DIRECTIONAL_ACCURACY);
    private static final List<String> OF_DIRECTIONS =
            List.of(Metric.AUC, Metric.ACCURACY, Metric.LOG_LOSS, Metric.SHARPE_NET);

    /** What stands below a figure that has no interval. */
    private static final Map<String, String> NOTES = Map.of(
            Metric.REL_MAE, "forecast.kpi.relMae",
            Metric.LOG_MAE, "forecast.kpi.logMae",
            Metric.COVERAGE_90, "forecast.kpi.coverage90",
            Metric.DIRECTIONAL_ACCURACY, "forecast.kpi.direction",
            Metric.SHARPE_NET, "forecast.kpi.sharpe",
            Metric.AUC, "forecast.kpi.auc",
            Metric.ACCURACY, "forecast.kpi.accuracy",
            Metric.LOG_LOSS, "forecast.kpi.logLoss");

    private final ChosenRun chosen;
    private final Texts texts;

    KeyFigures(ChosenRun chosen, Texts texts) {
        this.chosen = chosen;
        this.texts = texts;
    }

    /** Name of the metric at a place from 0. */
    String metric(int place) {
        return chosen.evaluation()
                .map(Evaluation::details)
                .map(KeyFigures::metrics)
                .orElse(OF_CLOSES)
                .get(place);
    }

    private static List<String> metrics(Details details) {
        return switch (details) {
            case Details.OfForecast d when d.ahead().quantity().equals(Forecast.VOLATILITY) -> OF_VOLATILITY;
            case Details.OfClassify d -> OF_DIRECTIONS;
            default -> OF_CLOSES;
        };
    }

    /** Follows the run and the language. */
    ObjectBinding<Figure> figure(int place) {
        return Bindings.createObjectBinding(
                () -> chosen.evaluation().map(e -> words(e, metric(place))).orElse(Figure.NONE),
                chosen.run(),
                texts.locale());
    }

    private Figure words(Evaluation e, String metric) {
        String note = metric.equals(Metric.SHARPE_NET) && notDaily()
                ? texts.get("forecast.kpi.sharpe.notDaily", unit().each(texts))
                : interval(e, metric);
        double value = e.metrics().getOrDefault(metric, Double.NaN);
        return new Figure(texts.get("metric." + metric), figure(metric, value), note);
    }

    private String interval(Evaluation e, String metric) {
        return interval(e.intervals().get(metric), metric, texts);
    }

    /** All four over a period. */
    static List<Figure> of(Details details, Period period, Texts texts) {
        return metrics(details).stream()
                .map(metric -> new Figure(
                        texts.get("metric." + metric),
                        figure(metric, period.metrics().getOrDefault(metric, Double.NaN)),
                        interval(period.intervals().get(metric), metric, texts)))
                .toList();
    }

    private static String interval(Interval found, String metric, Texts texts) {
        if (found == null) {
            return texts.get(NOTES.get(metric));
        }
        return metric.equals(Metric.REL_MAE)
                ? figure(metric, found.low()) + " – " + figure(metric, found.high())
                : MetricWords.interval(metric, found);
    }

    /** The relative error, which is often near 1, as exactly as the verdict tells it. */
    private static String figure(String metric, double value) {
        return metric.equals(Metric.REL_MAE) ? MetricWords.number(value, 3) : MetricWords.value(metric, value);
    }

    /** Runs of earlier versions, which know no rivals, were annualised as daily ones whatever their dates. */
    private boolean notDaily() {
        return details() != null && details().rivals().isEmpty() && unit() != BarUnit.DAY;
    }

    private BarUnit unit() {
        return details() == null ? BarUnit.DAY : BarUnit.of(details().test().origins());
    }

    private Details.OfForecast details() {
        return chosen.evaluation().map(Evaluation::details).orElse(null) instanceof Details.OfForecast d ? d : null;
    }
}
