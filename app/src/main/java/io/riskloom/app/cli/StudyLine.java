package io.riskloom.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.StudySummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A study in a list of runs.
 *
 * @param verdict what its finished runs say together, empty where none has finished
 */
record StudyLine(Study study, StudySummary summary, String verdict, Texts texts) {

    /** @param members its runs in the order of their beginning */
    static StudyLine of(Study study, List<Run> members, Texts texts) {
        StudySummary summary = StudySummary.of(study.spec(), members);
        return new StudyLine(study, summary, StudyPrint.verdict(study, summary, texts), texts);
    }

    /** What it is on one line, what it says below. */
    List<String> lines() {
        String first = texts.get(
                "cli.runs.studyLine",
                study.id(),
                study.spec().model(),
                RunTable.target(study.spec(), texts),
                TextTable.printable(String.valueOf(Path.of(study.spec().data()).getFileName())),
                finished(),
                summary.rows().size());
        List<String> lines = new ArrayList<>(List.of(first));
        if (!verdict.isEmpty()) {
            lines.addAll(new HangingText(Cli.HELP_WIDTH, 2).lines("", verdict));
        }
        return lines;
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("study", study.id());
        json.addProperty("outcome", summary.outcome());
        json.addProperty("task", study.spec().task());
        json.addProperty("model", study.spec().model());
        json.addProperty("data", study.spec().data());
        json.addProperty("dataSha256", study.dataSha256());
        json.addProperty("started", study.started().toString());
        json.addProperty("planned", summary.rows().size());
        json.addProperty("finished", finished());
        JsonArray runs = new JsonArray();
        study.runs().forEach(runs::add);
        json.add("runs", runs);
        json.addProperty("verdict", verdict.isEmpty() ? null : verdict);
        json.add("spec", Specs.toJson(study.spec()));
        return json;
    }

    private long finished() {
        return summary.rows().stream()
                .filter(row -> row.evaluation().isPresent())
                .count();
    }
}
