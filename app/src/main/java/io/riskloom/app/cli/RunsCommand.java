package io.riskloom.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.store.Project;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code riskloom runs}: the run table, and what the studies say. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Lists the runs of a project, and its studies with what they say; as JSON with all settings.")
final class RunsCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private ProjectOption projects;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** A project's runs and studies, the latest first. */
    private record Listed(List<Run> runs, List<Study> studies) {

        /** The study of each run that belongs to one. */
        Map<String, String> studyOf() {
            Map<String, String> of = new HashMap<>();
            studies.forEach(study -> study.runs().forEach(run -> of.put(run, study.id())));
            return of;
        }

        List<Run> members(Study study) {
            return runs.stream()
                    .filter(run -> study.runs().contains(run.id()))
                    .toList()
                    .reversed();
        }
    }

    @Override
    public Integer call() throws NoticeException {
        Listed listed = read();
        if (json) {
            Common.print(json(listed, common.texts));
        } else if (listed.runs().isEmpty()) {
            System.out.println(common.texts.get("cli.runs.none", projects.folder()));
        } else {
            new RunTable(common.texts).lines(listed.runs(), listed.studyOf()).forEach(System.out::println);
            print(listed);
        }
        return 0;
    }

    private Listed read() throws NoticeException {
        Optional<Project> existing = projects.existing();
        if (existing.isEmpty()) {
            return new Listed(List.of(), List.of());
        }
        try (Project project = existing.get()) {
            return new Listed(project.runs(), project.studies());
        }
    }

    private static JsonObject json(Listed listed, Texts texts) {
        Map<String, String> studyOf = listed.studyOf();
        JsonArray runs = new JsonArray();
        listed.runs().forEach(run -> runs.add(RunJson.of(run, Optional.ofNullable(studyOf.get(run.id())), texts)));
        JsonArray studies = new JsonArray();
        listed.studies()
                .forEach(study -> studies.add(
                        StudyLine.of(study, listed.members(study), texts).json()));
        JsonObject object = new JsonObject();
        object.add("runs", runs);
        object.add("studies", studies);
        return object;
    }

    private void print(Listed listed) {
        if (listed.studies().isEmpty()) {
            return;
        }
        System.out.println();
        System.out.println(common.texts.get("cli.runs.studies"));
        listed.studies().forEach(study -> StudyLine.of(study, listed.members(study), common.texts)
                .lines()
                .forEach(System.out::println));
    }
}
