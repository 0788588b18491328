package io.riskloom.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

    private static final Provenance PROVENANCE = new Provenance("abc", "cpu", 1, Map.of("java", "25.0.3"));
    private static final ForecastSpec FORECAST =
            Specs.with(Specs.defaults(ForecastSpec.class, "SP500.csv"), "horizon", 5);
    private static final GenerateSpec GENERATE = Specs.defaults(GenerateSpec.class, "SP500.csv");

    @TempDir
    Path folder;

    private static EpochReport epoch(int number) {
        return new EpochReport(number, 12, 0.5 / number, Double.NaN, Map.of("learningRate", 1e-3), 0.25);
    }

    /** An owner that ran once: its id is that of a living process, which began at another time. */
    private static Owner gone() {
        return new Owner(ProcessHandle.current().pid(), Instant.parse("2001-02-03T04:05:06Z"));
    }

    @Test
    void runsSurviveReopening() {
        Run begun;
        try (Project project = Project.open(folder)) {
            begun = project.begin(FORECAST, PROVENANCE);
            project.epoch(begun.id(), epoch(1));
            project.epoch(begun.id(), epoch(2));
            project.finish(begun.id(), new Outcome.Cancelled(), 3.5);
            project.begin(GENERATE, PROVENANCE);
        }
        try (Project project = Project.open(folder)) {
            List<Run> runs = project.runs();
            assertEquals(
                    List.of("generate-" + GENERATE.model() + "-0002", "forecast-lstm-0001"),
                    runs.stream().map(Run::id).toList());
            Run run = runs.getLast();
            assertEquals(FORECAST, run.spec());
            assertEquals(PROVENANCE, run.provenance());
            assertEquals(begun.started(), run.started());
            assertEquals(3.5, run.seconds());
            assertEquals(List.of(epoch(1), epoch(2)), run.epochs());
            assertEquals(new Outcome.Cancelled(), run.outcome());
            assertEquals(run, project.run(run.id()).orElseThrow());
        }
    }

    @Test
    void beginMakesTheRunsFolder() {
        try (Project project = Project.open(folder.resolve("new/project"))) {
            Run run = project.begin(FORECAST, PROVENANCE);
            assertTrue(Files.isDirectory(project.modelFolder(run.id())));
            assertTrue(Files.isDirectory(project.exportsFolder()));
            assertEquals(new Outcome.Running(), run.outcome());
            assertEquals(folder.resolve("new/project").toAbsolutePath(), project.folder());
        }
    }

    @Test
    void aRunWhoseProcessIsGoneFailsAndKeepsItsCheckpoint() throws Exception {
        String id;
        try (Project project = Project.open(folder)) {
            id = project.begin(FORECAST, PROVENANCE, gone()).id();
            project.epoch(id, epoch(1));
            Files.writeString(project.modelFolder(id).resolve("checkpoint.safetensors"), "weights");
        }
        try (Project project = Project.open(folder)) {
            Run run = project.run(id).orElseThrow();
            assertEquals(new Outcome.Failed(Notice.of("store.run.interrupted")), run.outcome());
            assertEquals(List.of(epoch(1)), run.epochs());
            assertEquals(0.25, run.seconds());
            assertTrue(Files.exists(project.modelFolder(id).resolve("checkpoint.safetensors")));
        }
    }

    @Test
    void aStoppedRunIsTakenUpAgainWithItsEpochs() {
        try (Project project = Project.open(folder)) {
            String id = project.begin(FORECAST, PROVENANCE, gone()).id();
            project.epoch(id, epoch(1));
            project.finish(id, new Outcome.Cancelled(), 2);
            Run resumed = project.resume(id);
            assertEquals(new Outcome.Running(), resumed.outcome());
            assertEquals(List.of(epoch(1)), resumed.epochs());
            assertEquals(2, resumed.seconds());
            try (Project other = Project.open(folder)) {
                assertEquals(new Outcome.Running(), other.run(id).orElseThrow().outcome(), "its owner lives");
            }
            assertEquals(
                    "store.error.inProgress", refusal(() -> project.resume(id)).key());
            assertEquals(
                    "store.error.noRun",
                    refusal(() -> project.resume("forecast")).key());
        }
    }

    private static Notice refusal(Executable work) {
        return assertThrows(StoreException.class, work).notice();
    }

    @Test
    void aProcessThatNeverRanIsGone() {
        assertFalse(new Owner(Integer.MAX_VALUE, Instant.now()).alive());
        assertTrue(Owner.current().alive());
    }

    @Test
    void aSecondLiveProcessMarksNothing() {
        try (Project first = Project.open(folder)) {
            String id = first.begin(FORECAST, PROVENANCE).id();
            try (Project second = Project.open(folder)) {
                assertEquals(new Outcome.Running(), second.run(id).orElseThrow().outcome());
                second.setting("theme", "dark");
            }
            first.epoch(id, epoch(1));
            assertEquals(1, first.run(id).orElseThrow().epochs().size());
            assertEquals(Optional.of("dark"), first.setting("theme"));
        }
    }

    @Test
    void aRunIsFoundByAPrefixThatOnlyItHas() {
        try (Project project = Project.open(folder)) {
            String first = project.begin(FORECAST, PROVENANCE).id();
            String second = project.begin(FORECAST, PROVENANCE).id();
            project.begin(GENERATE, PROVENANCE);
            assertEquals(second, project.run(second).orElseThrow().id());
            assertEquals("generate", project.run("g").orElseThrow().spec().task());
            assertEquals(Optional.empty(), project.run("forecast"));
            assertEquals(Optional.empty(), project.run(""));
            assertEquals(Optional.empty(), project.run("forecast-lstm-%"));
            assertEquals(first, project.run(first).orElseThrow().id());
        }
    }

    @Test
    void aDeletedRunTakesItsWeightsAndLeavesItsNumberUnused() throws Exception {
        try (Project project = Project.open(folder)) {
            String id = project.begin(FORECAST, PROVENANCE).id();
            Files.createDirectories(project.modelFolder(id).resolve("best"));
            Files.writeString(project.modelFolder(id).resolve("best/weights.safetensors"), "weights");
            project.epoch(id, epoch(1));
            project.finish(id, new Outcome.Cancelled(), 1);
            project.delete(id);
            assertEquals(List.of(), project.runs());
            assertFalse(Files.exists(project.modelFolder(id)));
            assertEquals(
                    "forecast-lstm-0002", project.begin(FORECAST, PROVENANCE).id());
        }
    }

    @Test
    void aRunInProgressIsNotDeleted() {
        try (Project project = Project.open(folder)) {
            String id = project.begin(FORECAST, PROVENANCE).id();
            StoreException refused = assertThrows(StoreException.class, () -> project.delete(id));
            assertEquals(Notice.of("store.error.running", id), refused.notice());
            assertEquals(1, project.runs().size());
        }
    }

    @Test
    void unknownRunsAreNamed() {
        try (Project project = Project.open(folder)) {
            Notice unknown = Notice.of("store.error.noRun", "x");
            assertEquals(
                    unknown,
                    assertThrows(StoreException.class, () -> project.epoch("x", epoch(1)))
                            .notice());
            assertEquals(
                    unknown,
                    assertThrows(StoreException.class, () -> project.delete("x"))
                            .notice());
            assertEquals(
                    unknown,
                    assertThrows(StoreException.class, () -> project.finish("x", new Outcome.Cancelled(), 1))
                            .notice());
        }
    }

    @Test
    void anEpochThatIsRepeatedTakesTheOldOnesPlace() {
        try (Project project = Project.open(folder)) {
            String id = project.begin(FORECAST, PROVENANCE).id();
            project.epoch(id, epoch(1));
            EpochReport again = new EpochReport(1, 12, 0.125, 0.25, Map.of(), 2);
            project.epoch(id, again);
            assertEquals(List.of(again), project.run(id).orElseThrow().epochs());
            assertEquals(2, project.run(id).orElseThrow().seconds());
        }
    }

    @Test
    void provenanceMayBeCompletedLater() {
        try (Project project = Project.open(folder)) {
            String id = project.begin(FORECAST, PROVENANCE).id();
            Provenance gpu = new Provenance("abc", "gpu0", 4, Map.of("pytorch", "2.7.1"));
            project.setProvenance(id, gpu);
            assertEquals(gpu, project.run(id).orElseThrow().provenance());
        }
    }

    @Test
    void threadsAndProcessesWriteAtOnceWithoutLoss() throws Exception {
        try (Project one = Project.open(folder);
                Project other = Project.open(folder);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<String>> runs = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                Project project = thread % 2 == 0 ? one : other;
                runs.add(threads.submit(() -> {
                    String id = project.begin(FORECAST, PROVENANCE).id();
                    for (int e = 1; e <= 25; e++) {
                        project.epoch(id, epoch(e));
                        project.setting("last", id);
                    }
                    return id;
                }));
            }
            for (Future<String> run : runs) {
                assertEquals(25, one.run(run.get()).orElseThrow().epochs().size());
            }
            assertEquals(4, one.runs().stream().map(Run::id).distinct().count());
        }
    }

    @Test
    void aLockHeldElsewhereFailsOneWriteAndHurtsNoLaterOne() throws Exception {
        try (Project project = Project.open(folder, file -> Database.open(file, Duration.ofMillis(50)));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("project.db"));
                Statement statement = other.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            StoreException busy = assertThrows(StoreException.class, () -> project.setting("theme", "dark"));
            assertEquals("store.error.database", busy.notice().key());
            assertThrows(StoreException.class, () -> project.begin(FORECAST, PROVENANCE));
            assertEquals(List.of(), project.runs());
            statement.executeUpdate("ROLLBACK");

            Run run = project.begin(FORECAST, PROVENANCE);
            assertEquals("forecast-lstm-0001", run.id());
            assertEquals(Optional.empty(), project.setting("theme"));
            try (Project second = Project.open(folder)) {
                assertEquals(List.of(run), second.runs(), "what was begun is kept, not left in an open transaction");
                second.setting("theme", "light");
            }
            assertEquals(Optional.of("light"), project.setting("theme"));
        }
    }

    @Test
    void workThatFailsLeavesNothingBehind() {
        try (Database database = Database.open(folder.resolve("plain.db"))) {
            String insert = "INSERT INTO settings (key, value) VALUES ('a', 'b')";
            StoreException failed = assertThrows(
                    StoreException.class,
                    () -> database.transaction(() -> database.update(insert) + database.update("INSERT INTO nowhere")));
            assertEquals("store.error.database", failed.notice().key());
            assertEquals(0, failed.getCause().getSuppressed().length);
            assertEquals(
                    List.of(0), database.read(() -> database.query("SELECT count(*) FROM settings", r -> r.getInt(1))));
            assertEquals(1, database.transaction(() -> database.update(insert)));
        }
    }

    @Test
    void aRunOutOfTodaysRangesIsLeftOutAndRefusedByName() throws Exception {
        try (Project project = Project.open(folder)) {
            String good = project.begin(FORECAST, PROVENANCE).id();
            String bad = project.begin(FORECAST, PROVENANCE).id();
            String torn = project.begin(FORECAST, PROVENANCE).id();
            project.epoch(torn, epoch(1));
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("project.db"));
                    Statement statement = other.createStatement()) {
                statement.executeUpdate(
                        "UPDATE runs SET spec = json_set(spec, '$.horizon', 1000) WHERE id = '" + bad + "'");
                statement.executeUpdate("UPDATE epochs SET report = '{\"epoch\": ' WHERE run = '" + torn + "'");
            }
            assertEquals(List.of(good), project.runs().stream().map(Run::id).toList());
            StoreException refused = assertThrows(StoreException.class, () -> project.run(bad));
            assertEquals(
                    Notice.of("store.error.unreadable", bad, "horizon must be between 1 and 120, not 1000"),
                    refused.notice());
            assertThrows(StoreException.class, () -> project.run(torn));
            assertEquals(
                    new Outcome.Cancelled(),
                    project.finish(good, new Outcome.Cancelled(), 1).outcome());
        }
    }

    @Test
    void aRunThatFinishedAfterItsParentWasGoneIsFinished() throws Exception {
        Evaluation evaluation = new Evaluation(
                Map.of("auc", 0.75),
                Map.of(),
                List.of(),
                Notice.of("verdict.classify.noBetter"),
                0,
                List.of(),
                new Details.OfClassify(List.of(), new double[0], new boolean[0], null, null, null, null));
        String told;
        String torn;
        String open;
        try (Project project = Project.open(folder)) {
            told = project.begin(FORECAST, PROVENANCE, gone()).id();
            torn = project.begin(FORECAST, PROVENANCE, gone()).id();
            open = project.begin(FORECAST, PROVENANCE).id();
            String json = Json.gson().toJson(new Outcome.Finished(evaluation), Outcome.class);
            Files.writeString(project.modelFolder(told).resolve(Outcome.FILE), json);
            Files.writeString(project.modelFolder(torn).resolve(Outcome.FILE), "{\"kind\": \"Fini");
            Files.writeString(project.modelFolder(open).resolve(Outcome.FILE), json);
        }
        try (Project project = Project.open(folder)) {
            Outcome.Finished finished = assertInstanceOf(
                    Outcome.Finished.class, project.run(told).orElseThrow().outcome());
            assertEquals(evaluation.metrics(), finished.evaluation().metrics());
            assertEquals(evaluation.verdict(), finished.evaluation().verdict());
            assertEquals(
                    new Outcome.Failed(Notice.of("store.run.interrupted")),
                    project.run(torn).orElseThrow().outcome());
            assertEquals(
                    new Outcome.Running(),
                    project.run(open).orElseThrow().outcome(),
                    "its process lives and will tell by itself");
        }
    }

    @Test
    void aRunWhoseTrainingOutlivesItsProcessStaysUntilThatEnds() throws Exception {
        String id;
        Path file;
        try (Project project = Project.open(folder)) {
            id = project.begin(FORECAST, PROVENANCE, gone()).id();
            file = project.modelFolder(id).resolve(Outcome.FILE);
        }
        try (RunLock lock = RunLock.take(file.getParent());
                Project project = Project.open(folder)) {
            assertEquals(new Outcome.Running(), project.run(id).orElseThrow().outcome(), lock.toString());
            assertEquals(
                    Notice.of("store.error.running", id),
                    assertThrows(StoreException.class, () -> project.delete(id)).notice());
            project.adopt(id);
            assertEquals(new Outcome.Running(), project.run(id).orElseThrow().outcome());
        }
        try (Project project = Project.open(folder)) {
            assertEquals(
                    new Outcome.Failed(Notice.of("store.run.interrupted")),
                    project.run(id).orElseThrow().outcome());
        }
        Files.writeString(file, "{\"kind\":\"Finished\"}");
        try (Project project = Project.open(folder)) {
            assertEquals("finished", project.run(id).orElseThrow().outcome().word(), "it was given up too early");
        }
    }

    @Test
    void settingsAreKept() {
        try (Project project = Project.open(folder)) {
            assertEquals(Optional.empty(), project.setting("language"));
            project.setting("language", "en");
            project.setting("language", "zh_CN");
        }
        try (Project project = Project.open(folder)) {
            assertEquals(Optional.of("zh_CN"), project.setting("language"));
        }
    }

    @Test
    void newerProjectsAndForeignFilesAreRefused() throws Exception {
        Project.open(folder).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("project.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 99");
        }
        StoreException newer = assertThrows(StoreException.class, () -> Project.open(folder));
        assertEquals(
                Notice.of("store.error.newer", folder.toAbsolutePath().resolve("project.db"), 99, 2), newer.notice());

        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(
                foreign.resolve("project.db"), "this is no database, and long enough to show it. ".repeat(40));
        StoreException corrupt = assertThrows(StoreException.class, () -> Project.open(foreign));
        assertEquals("store.error.corrupt", corrupt.notice().key());
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        StoreException refused = assertThrows(StoreException.class, () -> Project.open(file));
        assertEquals("store.error.folder", refused.notice().key());
        assertInstanceOf(IOException.class, refused.getCause());
    }
}
