package io.riskloom.app.forecast;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.judge.Period;
import io.riskloom.engine.model.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The figures of a period beside those of all test days, in words. */
final class PeriodComparison {

    private final Period whole;
    private final Optional<Period> part;
    private final Texts texts;

    /**
     * @param part  of the period
     * @param whole of all test days
     */
    record Line(String name, String part, String whole) {}

    PeriodComparison(PeriodWork.Answer answer, Texts texts) {
        this.whole = answer.whole();
        this.part = answer.part();
        this.texts = texts;
    }

    /** All metrics with their intervals, in the order of the trade. */
    List<Line> metrics() {
        return ChosenRun.sorted(whole.metrics()).stream()
                .map(metric -> line(texts.get("metric." + metric), scores -> value(scores, metric)))
                .toList();
    }

    private Line line(String name, Function<Period, String> words) {
        return new Line(name, part.map(words).orElse(MetricWords.number(Double.NaN, 0)), words.apply(whole));
    }

    private static String value(Period scores, String metric) {
        Double value = scores.metrics().get(metric);
        if (value == null) {
            return "";
        }
        String interval = MetricWords.interval(metric, scores.intervals().get(metric));
        String words = MetricWords.value(metric, value);
        return interval.isEmpty() ? words : words + " (" + interval + ")";
    }

    /** Relative errors: of the model, of the last value, of each plain model; none where there are no plain models. */
    List<Line> rivals(String model) {
        List<Line> lines = new ArrayList<>();
        if (whole.metrics().containsKey(Metric.REL_MAE)) {
            lines.add(line(model, scores -> value(scores.metrics().get(Metric.REL_MAE))));
            lines.add(line(texts.get("challenger.lastValue"), scores -> value(1.0)));
            for (Period.Rival rival : whole.rivals()) {
                lines.add(line(texts.get("challenger." + rival.name()), scores -> value(relMae(scores, rival.name()))));
            }
        }
        return lines;
    }

    private static double relMae(Period scores, String name) {
        return scores.rivals().stream()
                .filter(rival -> rival.name().equals(name))
                .mapToDouble(Period.Rival::relMae)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String value(double relMae) {
        return MetricWords.number(relMae, 3);
    }
}
