package io.riskloom.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.StudyAudit;
import io.riskloom.engine.run.StudySummary;
import io.riskloom.engine.run.StudySummary.Spread;
import io.riskloom.engine.run.TestPart;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A study as one object with the keys of a run: its metrics are the means over the finished runs. */
final class StudyJson {

    private StudyJson() {}

    static JsonObject of(Study study, StudySummary summary, List<TestPart> tests, String verdict, Texts texts) {
        List<Run> runs =
                summary.rows().stream().flatMap(row -> row.run().stream()).toList();
        JsonObject json = new JsonObject();
        json.addProperty("run", study.id());
        json.addProperty("study", study.id());
        json.addProperty("outcome", summary.outcome());
        json.addProperty("task", study.spec().task());
        json.addProperty("model", study.spec().model());
        json.addProperty("seconds", study.seconds());
        json.addProperty(
                "epochs", runs.stream().mapToInt(r -> r.epochs().size()).sum());
        json.addProperty(
                "device", runs.isEmpty() ? null : runs.getFirst().provenance().device());
        json.addProperty("seed", study.spec().seed());
        json.addProperty("data", study.spec().data());
        json.addProperty("dataSha256", study.dataSha256());
        json.add("spec", Specs.toJson(study.spec()));
        json.add("metrics", means(summary.metrics()));
        json.add("intervals", new JsonObject());
        json.add("challengers", challengers(summary));
        json.addProperty("verdict", verdict.isEmpty() ? null : verdict);
        JsonArray warnings = new JsonArray();
        summary.rows().stream()
                .flatMap(row -> row.evaluation().stream())
                .flatMap(e -> e.warnings().stream())
                .map(texts::of)
                .distinct()
                .forEach(warnings::add);
        json.add("warnings", warnings);
        json.add(
                "audits",
                RunJson.audits(
                        StudyAudit.of(summary).stream().map(StudyAudit::sum).toList()));
        json.add("summary", spreads(summary.metrics()));
        json.add("folds", folds(summary, tests, texts));
        return json;
    }

    private static JsonArray folds(StudySummary summary, List<TestPart> tests, Texts texts) {
        JsonArray folds = new JsonArray();
        for (int i = 0; i < tests.size(); i++) {
            StudySummary.Row row = summary.rows().get(i);
            JsonObject fold = new JsonObject();
            fold.addProperty(
                    "fold", row.member().fold() == 0 ? null : row.member().fold());
            fold.addProperty("seed", row.member().spec().seed());
            fold.addProperty("run", row.run().map(Run::id).orElse(null));
            fold.addProperty("outcome", row.state());
            fold.add("test", test(tests.get(i)));
            fold.add(
                    "metrics",
                    RunJson.numbers(row.evaluation().map(Evaluation::metrics).orElse(Map.of())));
            fold.add(
                    "audits",
                    RunJson.audits(row.evaluation().map(Evaluation::audits).orElse(List.of())));
            row.reason().ifPresent(reason -> fold.addProperty("reason", texts.of(reason)));
            folds.add(fold);
        }
        return folds;
    }

    /** Null for days that the file does not name. */
    private static JsonObject test(TestPart part) {
        JsonObject test = new JsonObject();
        test.addProperty("from", part.from().map(LocalDate::toString).orElse(null));
        test.addProperty("to", part.to().map(LocalDate::toString).orElse(null));
        test.addProperty("rows", part.rows());
        return test;
    }

    private static JsonArray challengers(StudySummary summary) {
        JsonArray challengers = new JsonArray();
        for (StudySummary.Challenger each : summary.challengers()) {
            JsonObject challenger = new JsonObject();
            challenger.addProperty("name", each.name());
            challenger.add("metrics", means(each.metrics()));
            challenger.add("summary", spreads(each.metrics()));
            challenger.add("differences", spreads(each.differences()));
            challenger.add("pooled", RunJson.gaps(each.pooled()));
            challengers.add(challenger);
        }
        return challengers;
    }

    private static JsonObject means(Map<String, Spread> spreads) {
        Map<String, Double> means = new TreeMap<>();
        spreads.forEach((name, spread) -> means.put(name, spread.mean()));
        return RunJson.numbers(means);
    }

    private static JsonObject spreads(Map<String, Spread> spreads) {
        JsonObject json = new JsonObject();
        spreads.forEach((name, spread) -> {
            JsonObject each = new JsonObject();
            each.add("mean", RunJson.number(spread.mean()));
            each.add("sd", RunJson.number(spread.sd()));
            each.addProperty("n", spread.n());
            json.add(name, each);
        });
        return json;
    }
}
