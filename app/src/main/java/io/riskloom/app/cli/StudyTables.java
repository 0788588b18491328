package io.riskloom.app.cli;

import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.StudyMetrics;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.StudySummary;
import io.riskloom.engine.run.StudySummary.Spread;
import io.riskloom.engine.run.TestPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A study as tables of text: a line for each run, and its figures. */
final class StudyTables {

    private final Texts texts;

    StudyTables(Texts texts) {
        this.texts = texts;
    }

    /** Every planned run with some of its figures, and their mean ± SD below. */
    List<String> runs(Study study, StudySummary summary, List<TestPart> tests) {
        List<String> shown = StudyMetrics.of(study.spec());
        TextTable table = new TextTable(">><<<" + ">".repeat(shown.size()));
        List<String> head = new ArrayList<>(List.of(
                texts.get("cli.study.fold"),
                texts.get("cli.study.seed"),
                texts.get("cli.study.run"),
                texts.get("cli.study.test"),
                texts.get("cli.study.outcome")));
        head.addAll(shown);
        table.row(head.toArray(String[]::new));
        for (int i = 0; i < tests.size(); i++) {
            table.row(cells(summary.rows().get(i), tests.get(i), shown));
        }
        List<String> means = new ArrayList<>(List.of("", "", "", "", texts.get("cli.study.mean")));
        shown.forEach(name -> means.add(spread(name, summary.metrics().get(name))));
        table.row(means.toArray(String[]::new));
        return table.lines();
    }

    private String[] cells(StudySummary.Row row, TestPart test, List<String> shown) {
        int fold = row.member().fold();
        List<String> cells = new ArrayList<>(List.of(
                fold == 0 ? "–" : String.valueOf(fold),
                String.valueOf(row.member().spec().seed()),
                row.run().map(Run::id).orElse("–"),
                test(test),
                texts.get("common.outcome." + row.state())));
        Map<String, Double> metrics = row.evaluation().map(Evaluation::metrics).orElse(Map.of());
        shown.forEach(name -> cells.add(MetricWords.value(name, metrics.getOrDefault(name, Double.NaN))));
        return cells.toArray(String[]::new);
    }

    private String test(TestPart part) {
        String rows = Formats.number(part.rows(), 0);
        return part.from().isEmpty() || part.to().isEmpty()
                ? texts.get("cli.study.testRows", rows)
                : texts.get(
                        "cli.study.testDays",
                        Formats.day(part.from().get()),
                        Formats.day(part.to().get()),
                        rows);
    }

    /** Metric, mean ± SD, and the same of its differences where there are any. */
    static List<String> figures(Map<String, Spread> metrics, Map<String, Spread> differences) {
        TextTable table = new TextTable("<>>");
        metrics.forEach((name, spread) -> table.row(
                name, spread(name, spread), differences.containsKey(name) ? spread(name, differences.get(name)) : ""));
        return table.lines();
    }

    /** {@code 0.792 ± 0.047}; an en dash for what is not known. */
    static String spread(String metric, Spread spread) {
        return spread == null
                ? MetricWords.value(metric, Double.NaN)
                : MetricWords.value(metric, spread.mean()) + " ± " + MetricWords.value(metric, spread.sd());
    }
}
