package io.riskloom.app.result;

import io.riskloom.app.text.Csv;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.StudySummary;
import io.riskloom.engine.run.StudySummary.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A study as comma-separated text, one line a planned run: fold, seed, run, state, epochs, seconds, every metric of the model,
 * then those of each challenger as {@code challenger.metric}. What is not known is an empty cell.
 */
public final class StudyCsv {

    private final Study study;
    private final StudySummary summary;
    private final Set<String> metrics = new TreeSet<>();
    private final Map<String, Set<String>> challengers = new TreeMap<>();

    private StudyCsv(Study study, StudySummary summary) {
        this.study = study;
        this.summary = summary;
        summary.rows().stream().flatMap(row -> row.evaluation().stream()).forEach(evaluation -> {
            metrics.addAll(evaluation.metrics().keySet());
            evaluation.challengers().forEach(score -> challengers
                    .computeIfAbsent(score.name(), name -> new TreeSet<>())
                    .addAll(score.metrics().keySet()));
        });
    }

    public static String of(Study study, StudySummary summary) {
        return new StudyCsv(study, summary).text();
    }

    private String text() {
        List<String> head = new ArrayList<>(List.of("study", "fold", "seed", "run", "state", "epochs", "seconds"));
        head.addAll(metrics);
        challengers.forEach((name, own) -> own.forEach(metric -> head.add(name + "." + metric)));
        StringBuilder csv = new StringBuilder(String.join(",", head)).append('\n');
        summary.rows().forEach(row -> csv.append(String.join(",", cells(row))).append('\n'));
        return csv.toString();
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        cells.add(Csv.text(study.id()));
        cells.add(row.member().fold() == 0 ? "" : Csv.number(row.member().fold()));
        cells.add(Csv.number(row.member().spec().seed()));
        cells.add(Csv.text(row.run().map(Run::id).orElse("")));
        cells.add(row.state());
        cells.add(row.run().map(StudyCsv::epochs).map(Csv::number).orElse(""));
        cells.add(row.run().map(Run::seconds).map(Csv::number).orElse(""));
        Map<String, Double> model = row.evaluation().map(Evaluation::metrics).orElse(Map.of());
        metrics.forEach(metric -> cells.add(cell(model, metric)));
        challengers.forEach((name, own) -> {
            Map<String, Double> scores = row.evaluation().stream()
                    .flatMap(evaluation -> evaluation.challengers().stream())
                    .filter(score -> score.name().equals(name))
                    .findFirst()
                    .map(ChallengerScore::metrics)
                    .orElse(Map.of());
            own.forEach(metric -> cells.add(cell(scores, metric)));
        });
        return cells;
    }

    private static double epochs(Run run) {
        return run.epochs().stream().mapToInt(EpochReport::epoch).max().orElse(0);
    }

    private static String cell(Map<String, Double> metrics, String metric) {
        return Csv.number(metrics.getOrDefault(metric, Double.NaN));
    }
}
