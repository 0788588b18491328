package io.riskloom.app.cli;

import io.riskloom.app.result.MainMetric;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs as a table of text: what tells one from the other, and the figure that each is judged by. */
final class RunTable {

    private static final DateTimeFormatter STARTED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> COLUMNS = List.of(
            "run", "model", "target", "data", "series", "fold", "outcome", "epochs", "time", "figure", "verdict",
            "started", "study");

    private final Texts texts;

    RunTable(Texts texts) {
        this.texts = texts;
    }

    /**
     * A header, and a line for each run that begins with its id.
     *
     * @param studies the study of each run that belongs to one
     */
    List<String> lines(List<Run> runs, Map<String, String> studies) {
        TextTable table = new TextTable("<<<<<<<>><<<<");
        table.row(COLUMNS.stream().map(name -> texts.get("cli.runs." + name)).toArray(String[]::new));
        runs.forEach(run -> table.row(cells(run, studies.getOrDefault(run.id(), ""))));
        return table.lines().stream().map(String::stripLeading).toList();
    }

    private String[] cells(Run run, String study) {
        RunSpec spec = run.spec();
        return new String[] {
            run.id(),
            spec.model(),
            target(spec, texts),
            String.valueOf(Path.of(spec.data()).getFileName()),
            spec.series(),
            spec.inFolds() ? texts.get("cli.runs.foldOf", spec.fold(), spec.folds()) : "",
            texts.get("common.outcome." + run.outcome().word()),
            String.valueOf(run.epochs().size()),
            Formats.duration(run.seconds()),
            figure(run),
            run.outcome() instanceof Outcome.Finished(Evaluation e) ? texts.get("cli.runs.good." + word(e.good())) : "",
            STARTED.format(run.started().atZone(ZoneId.systemDefault())),
            study
        };
    }

    /** What is forecast and how far ahead; the task where that is all there is to say. */
    static String target(RunSpec spec, Texts texts) {
        return switch (spec) {
            case ForecastSpec s -> texts.get("cli.runs.ahead", s.target(), s.horizon());
            case ClassifySpec s -> texts.get("cli.runs.directions." + s.directions(), s.horizon());
            default -> spec.task();
        };
    }

    private static String figure(Run run) {
        String metric = MainMetric.of(run.spec().task());
        return run.outcome() instanceof Outcome.Finished(Evaluation e)
                ? metric + " " + MetricWords.value(metric, e.metrics().getOrDefault(metric, Double.NaN))
                : "";
    }

    private static String word(int good) {
        return good > 0 ? "better" : good < 0 ? "worse" : "alike";
    }
}
