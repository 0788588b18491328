package io.riskloom.app.forecast;

import io.riskloom.app.result.MainMetric;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.RunSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The model among the plain ones, the best first.
 *
 * @param metric by which they are ranked
 */
record Ranking(String metric, List<Entry> entries) {

    /** Errors, the smaller the better, in the order in which they are asked for. */
    private static final List<String> ERRORS = List.of(Metric.REL_MAE, Metric.LOG_LOSS, Metric.MAE);

    /**
     * @param name  in words
     * @param value of the metric
     * @param own   whether it is the model itself
     * @param note  its other figures in words
     */
    record Entry(String name, double value, boolean own, String note) {
        /** One digit more than elsewhere: plain models are often close together. */
        String words(String metric) {
            return metric.equals(Metric.REL_MAE) ? MetricWords.number(value, 3) : MetricWords.value(metric, value);
        }
    }

    /** By the first of the errors that the model and a plain one share, else by the task's main metric; those without it are left out. */
    static Ranking of(RunSpec spec, Evaluation evaluation, Texts texts) {
        String metric = ERRORS.stream()
                .filter(m -> evaluation.metrics().containsKey(m)
                        && evaluation.challengers().stream()
                                .anyMatch(c -> c.metrics().containsKey(m)))
                .findFirst()
                .orElseGet(() -> MainMetric.of(spec.task()));
        List<Entry> entries = new ArrayList<>();
        for (ChallengerScore plain : evaluation.challengers()) {
            add(entries, metric, texts.get("challenger." + plain.name()), plain.metrics(), false, texts);
        }
        if (!entries.isEmpty()) {
            add(entries, metric, RunWords.model(texts, spec), evaluation.metrics(), true, texts);
        }
        Comparator<Entry> smallest = Comparator.comparingDouble(Entry::value);
        // of equals the plain one: the burden of proof is the network's
        entries.sort((ERRORS.contains(metric) ? smallest : smallest.reversed()).thenComparing(Entry::own));
        return new Ranking(metric, List.copyOf(entries));
    }

    private static void add(
            List<Entry> entries, String metric, String name, Map<String, Double> figures, boolean own, Texts texts) {
        Double value = figures.get(metric);
        if (value != null && Double.isFinite(value)) {
            List<String> others = Stream.of(Metric.MAE, Metric.LOG_MAE, Metric.QLIKE, Metric.COVERAGE_90)
                    .filter(m -> !m.equals(metric) && figures.containsKey(m))
                    .map(m -> texts.get("metric." + m) + " " + MetricWords.value(m, figures.get(m)))
                    .toList();
            entries.add(new Entry(name, value, own, String.join(" · ", others)));
        }
    }

    /** Place of the model, from 1; 0 where it is not among them. */
    int place() {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).own()) {
                return i + 1;
            }
        }
        return 0;
    }
}
