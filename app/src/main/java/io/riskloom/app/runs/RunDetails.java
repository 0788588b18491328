package io.riskloom.app.runs;

import com.google.gson.JsonObject;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.result.LossChart;
import io.riskloom.app.result.LossNames;
import io.riskloom.app.result.MainMetric;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.HyperParameter;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All that is known of a run, in words.
 *
 * @param sentence   verdict, reason of a failure or state
 * @param grade      1 good, 0 neutral, −1 bad
 * @param settings   those that differ from their defaults
 * @param metrics    on test data, with their intervals
 * @param challenger main metrics of the challengers
 * @param origin     hash, versions, device and threads
 * @param warnings   what should make a reader doubt the figures
 * @param notes      what only informs
 * @param losses     by epoch; empty before the first
 */
record RunDetails(
        String title,
        String sentence,
        int grade,
        List<Entry> settings,
        List<Entry> metrics,
        List<Entry> challenger,
        List<Entry> origin,
        List<String> warnings,
        List<String> notes,
        Optional<LineChart> losses) {

    /** A line: words left, value right, a remark such as an interval or a default below. */
    record Entry(String name, String value, String remark) {}

    static RunDetails of(Run run, Texts texts) {
        Optional<Evaluation> evaluation = run.outcome() instanceof Outcome.Finished finished
                ? Optional.of(finished.evaluation())
                : Optional.empty();
        return new RunDetails(
                texts.get(
                        "runs.details.title",
                        run.id(),
                        texts.get("common.task." + run.spec().task()),
                        texts.get("common.model." + run.spec().model())),
                sentence(run, texts),
                switch (run.outcome()) {
                    case Outcome.Finished finished -> finished.evaluation().good();
                    case Outcome.Failed failed -> -1;
                    case Outcome.Cancelled cancelled -> 0;
                    case Outcome.Running running -> 0;
                },
                settings(run, texts),
                evaluation.map(e -> metrics(e, texts)).orElse(List.of()),
                evaluation.map(e -> challengers(run, e, texts)).orElse(List.of()),
                origin(run, texts),
                remarks(evaluation, false, texts),
                remarks(evaluation, true, texts),
                run.epochs().isEmpty() ? Optional.empty() : Optional.of(losses(run, texts)));
    }

    private static List<String> remarks(Optional<Evaluation> evaluation, boolean notes, Texts texts) {
        return evaluation.map(Evaluation::warnings).orElse(List.of()).stream()
                .filter(remark -> RunWords.isNote(remark) == notes)
                .map(texts::of)
                .toList();
    }

    private static String sentence(Run run, Texts texts) {
        return switch (run.outcome()) {
            case Outcome.Finished finished -> texts.of(finished.evaluation().verdict());
            case Outcome.Failed failed -> texts.of(failed.reason());
            case Outcome.Cancelled cancelled -> texts.get("runs.details.cancelled");
            case Outcome.Running running -> texts.get("runs.details.running");
        };
    }

    private static List<Entry> settings(Run run, Texts texts) {
        JsonObject json = Specs.toJson(run.spec());
        UnaryOperator<String> settings = Specs.settings(run.spec());
        List<Entry> changed = new ArrayList<>();
        for (HyperParameter parameter : Specs.parameters(run.spec().getClass())) {
            if (!parameter.concerns(settings)) {
                continue;
            }
            String value = words(texts, parameter, json.get(parameter.name()).getAsString());
            String usual = words(texts, parameter, String.valueOf(parameter.defaultFor(settings)));
            if (!value.equals(usual)) {
                changed.add(new Entry(
                        texts.get("hyper." + parameter.name()), value, texts.get("runs.details.default", usual)));
            }
        }
        if (run.spec() instanceof CreditSpec credit && !credit.groups().isEmpty()) {
            changed.add(new Entry(texts.get("runs.details.groups"), credit.groups(), ""));
        }
        return changed;
    }

    private static String words(Texts texts, HyperParameter parameter, String value) {
        return switch (parameter.kind()) {
            case CHOICE, SEVERAL -> RunWords.choice(texts, parameter.name(), value);
            case INTEGER, REAL -> RunWords.setting(Double.parseDouble(value));
        };
    }

    private static List<Entry> metrics(Evaluation evaluation, Texts texts) {
        return evaluation.metrics().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Entry(
                        texts.get("metric." + entry.getKey()),
                        MetricWords.value(entry.getKey(), entry.getValue()),
                        MetricWords.interval(
                                entry.getKey(), evaluation.intervals().get(entry.getKey()))))
                .toList();
    }

    private static List<Entry> challengers(Run run, Evaluation evaluation, Texts texts) {
        String main = MainMetric.of(run.spec().task());
        List<Entry> entries = new ArrayList<>();
        for (ChallengerScore challenger : evaluation.challengers()) {
            double value = challenger.metrics().getOrDefault(main, Double.NaN);
            entries.add(new Entry(
                    texts.get("challenger." + challenger.name()),
                    MetricWords.value(main, value),
                    texts.get("metric." + main)));
        }
        return entries;
    }

    private static List<Entry> origin(Run run, Texts texts) {
        Provenance from = run.provenance();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(texts.get("runs.details.device"), from.device(), ""));
        entries.add(new Entry(texts.get("runs.details.threads"), String.valueOf(from.threads()), ""));
        from.versions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(version -> entries.add(new Entry(version.getKey(), version.getValue(), "")));
        entries.add(new Entry(texts.get("runs.details.hash"), "", from.dataSha256()));
        return entries;
    }

    private static LineChart losses(Run run, Texts texts) {
        return LossChart.of(
                run.epochs(),
                texts.get("runs.loss." + LossNames.first(run.spec())),
                texts.get("runs.loss." + LossNames.second(run.spec())),
                texts.get("runs.column.epochs"),
                "",
                null,
                List.of());
    }
}
