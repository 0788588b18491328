package io.riskloom.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.riskloom.app.result.MainMetric;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.store.Project;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code riskloom runs}: the run table. */
@Command(name = "runs", mixinStandardHelpOptions = true, description = "Lists the runs of a project.")
final class RunsCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private ProjectOption projects;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws NoticeException {
        Map<String, String> studies = new HashMap<>();
        List<Run> runs = read(studies);
        if (json) {
            JsonArray array = new JsonArray();
            runs.forEach(run -> array.add(RunJson.of(run, Optional.ofNullable(studies.get(run.id())), common.texts)));
            JsonObject object = new JsonObject();
            object.add("runs", array);
            Common.print(object);
        } else if (runs.isEmpty()) {
            System.out.println(common.texts.get("cli.runs.none", projects.folder()));
        } else {
            runs.forEach(run -> line(run, studies.getOrDefault(run.id(), "")));
        }
        return 0;
    }

    /** @param studies takes the study of each run that belongs to one */
    private List<Run> read(Map<String, String> studies) throws NoticeException {
        Optional<Project> existing = projects.existing();
        if (existing.isEmpty()) {
            return List.of();
        }
        try (Project project = existing.get()) {
            project.studies().forEach(study -> study.runs().forEach(run -> studies.put(run, study.id())));
            return project.runs();
        }
    }

    private void line(Run run, String study) {
        String metric = MainMetric.of(run.spec().task());
        String figure = run.outcome() instanceof Outcome.Finished(var e)
                ? metric + " " + MetricWords.value(metric, e.metrics().getOrDefault(metric, Double.NaN))
                : "";
        String fold = run.spec().inFolds()
                ? common.texts.get("cli.runs.fold", run.spec().fold())
                : "";
        String outcome = common.texts.get("common.outcome." + run.outcome().word());
        String line = String.format(
                "%-24s %-10s %-10s %3d %8s  %-22s %-8s %s",
                run.id(),
                run.spec().model(),
                outcome,
                run.epochs().size(),
                Formats.duration(run.seconds()),
                figure,
                fold,
                study);
        System.out.println(line.stripTrailing());
    }
}
