package io.riskloom.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class StudyStoreTest {

    private static final Provenance PROVENANCE = new Provenance("abc", "cpu", 1, Map.of());
    private static final CreditSpec SPEC =
            Specs.with(Specs.defaults(CreditSpec.class, "german_credit.csv"), "scheme", "kfold");

    @TempDir
    Path folder;

    /** One run of the study, ended. */
    private static String member(Project project, Study study, int fold) {
        String id = project.begin(Specs.with(SPEC, "fold", fold), PROVENANCE, study.id())
                .id();
        project.finish(id, new Outcome.Cancelled(), 1);
        return id;
    }

    @Test
    void aStudyAndItsMembersSurviveReopening() {
        String first;
        String second;
        Study begun;
        try (Project project = Project.open(folder)) {
            begun = project.beginStudy(SPEC, "abc");
            assertEquals("study-credit-mlp-0001", begun.id());
            assertEquals(List.of(), begun.runs());
            first = member(project, begun, 1);
            project.begin(SPEC, PROVENANCE);
            second = member(project, begun, 2);
            project.finishStudy(begun.id(), 12.5);
            project.beginStudy(Specs.with(SPEC, "folds", 3), "abc");
        }
        try (Project project = Project.open(folder)) {
            assertEquals(
                    List.of("study-credit-mlp-0002", "study-credit-mlp-0001"),
                    project.studies().stream().map(Study::id).toList());
            Study study = project.study("study-credit-mlp-0001").orElseThrow();
            assertEquals(new Study(begun.id(), SPEC, "abc", begun.started(), 12.5, List.of(first, second)), study);
            assertEquals(Optional.empty(), project.study("study-"), "two begin so");
            assertEquals(
                    List.of(1, 2),
                    project.members(study).stream()
                            .map(run -> run.spec().fold())
                            .toList());
            assertEquals(Optional.of(begun.id()), project.studyOf(first));
            assertEquals(Optional.empty(), project.studyOf("credit-mlp-0002"));
        }
    }

    @Test
    void aStudyIsDeletedWithItsRunsAndTheirWeights() throws Exception {
        try (Project project = Project.open(folder)) {
            Study study = project.beginStudy(SPEC, "abc");
            String run = member(project, study, 1);
            member(project, study, 2);
            String other = project.begin(SPEC, PROVENANCE).id();
            Files.writeString(project.modelFolder(run).resolve("weights.safetensors"), "weights");
            assertEquals(
                    Notice.of("store.error.studyRunning", study.id()), refusal(() -> project.deleteStudy(study.id())));
            project.finishStudy(study.id(), 1);
            project.deleteStudy(study.id());
            assertEquals(List.of(other), project.runs().stream().map(Run::id).toList());
            assertFalse(Files.exists(project.modelFolder(run)));
            assertEquals(List.of(), project.studies());
            assertEquals(Notice.of("store.error.noStudy", study.id()), refusal(() -> project.deleteStudy(study.id())));
        }
    }

    @Test
    void theLastRunTakesItsStudyWithIt() {
        try (Project project = Project.open(folder)) {
            Study study = project.beginStudy(SPEC, "abc");
            String one = member(project, study, 1);
            String other = member(project, study, 2);
            project.finishStudy(study.id(), 1);
            project.delete(one);
            assertEquals(List.of(other), project.study(study.id()).orElseThrow().runs());
            project.delete(other);
            assertEquals(List.of(), project.studies());
        }
    }

    @Test
    void aRunOfAStudyThatIsUnderWayIsNotDeleted() throws Exception {
        try (Project project = Project.open(folder)) {
            Study study = project.beginStudy(SPEC, "abc");
            String run = member(project, study, 1);
            assertEquals(Notice.of("store.error.studyRunning", study.id()), refusal(() -> project.delete(run)));
            assertEquals(List.of(run), project.runs().stream().map(Run::id).toList());
            project.finishStudy(study.id(), 1);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("project.db"));
                    Statement sent = other.createStatement()) {
                sent.executeUpdate("UPDATE studies SET spec = '{\"task\": \"of a later version\"}'");
            }
            project.delete(run);
            assertEquals(List.of(), project.runs());
        }
    }

    @Test
    void aStudyThatIsTakenUpFindsTheRunsThatFinishedMeanwhile() throws Exception {
        try (Project project = Project.open(folder)) {
            Study study = project.beginStudy(SPEC, "abc");
            String run = member(project, study, 1);
            project.finishStudy(study.id(), 1);
            Files.writeString(project.modelFolder(run).resolve(Outcome.FILE), "{\"kind\":\"Finished\"}");
            project.resumeStudy(study.id());
            assertEquals("finished", project.run(run).orElseThrow().outcome().word());
        }
    }

    @Test
    void aStudyThatAProcessDrivesIsNotTakenUpByAnother() {
        try (Project project = Project.open(folder)) {
            Study study = project.beginStudy(SPEC, "abc");
            assertEquals(
                    Notice.of("store.error.studyRunning", study.id()), refusal(() -> project.resumeStudy(study.id())));
            project.finishStudy(study.id(), 3);
            assertEquals(3, project.resumeStudy(study.id()).seconds());
            assertEquals(
                    Notice.of("store.error.noStudy", "study-x"),
                    refusal(() -> project.begin(SPEC, PROVENANCE, "study-x")));
            assertEquals(List.of(), project.runs(), "a run that joins nothing is not begun");
        }
    }

    /** The tables as version 1 made them, with a run and an epoch. */
    @Test
    void aProjectOfVersionOneIsBroughtUpToDateWithAllItsRuns() throws Exception {
        Files.createDirectories(folder);
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("project.db"));
                Statement statement = old.createStatement()) {
            statement.executeUpdate("CREATE TABLE runs (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
                    + " spec TEXT NOT NULL, provenance TEXT NOT NULL, started TEXT NOT NULL,"
                    + " seconds REAL NOT NULL, state TEXT NOT NULL, outcome TEXT NOT NULL,"
                    + " owner_pid INTEGER NOT NULL, owner_started TEXT NOT NULL)");
            statement.executeUpdate("CREATE TABLE epochs (run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,"
                    + " epoch INTEGER NOT NULL, report TEXT NOT NULL, PRIMARY KEY (run, epoch)) WITHOUT ROWID");
            statement.executeUpdate("CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
            statement.executeUpdate(
                    "INSERT INTO runs VALUES (4, 'credit-mlp-0004',"
                            + " '{\"task\":\"credit\",\"model\":\"mlp\",\"data\":\"old.csv\",\"units\":16}',"
                            + " '{\"dataSha256\":\"abc\",\"device\":\"cpu\",\"threads\":1,\"versions\":{}}',"
                            + " '2026-01-02T03:04:05Z', 2.5, 'cancelled', '{\"kind\":\"Cancelled\"}', 1, '1970-01-01T00:00:00Z')");
            statement.executeUpdate(
                    "INSERT INTO runs VALUES (3, 'forecast-lstm-0003',"
                            + " '{\"task\":\"forecast\",\"model\":\"lstm\",\"data\":\"old.csv\",\"loss\":\"pinball\"}',"
                            + " '{\"dataSha256\":\"abc\",\"device\":\"cpu\",\"threads\":1,\"versions\":{}}',"
                            + " '2026-01-02T03:04:05Z', 2.5, 'cancelled', '{\"kind\":\"Cancelled\"}', 1, '1970-01-01T00:00:00Z')");
            statement.executeUpdate("INSERT INTO epochs VALUES ('credit-mlp-0004', 1, '{\"epoch\":1,\"epochs\":2,"
                    + "\"trainLoss\":0.5,\"validLoss\":0.6,\"values\":{},\"seconds\":0.25}')");
            statement.executeUpdate("INSERT INTO settings VALUES ('theme', 'dark')");
            statement.executeUpdate("PRAGMA user_version = 1");
        }
        try (Project project = Project.open(folder)) {
            Run run = project.run("credit-mlp-0004").orElseThrow();
            assertEquals(1, run.epochs().size());
            assertEquals("holdout", run.spec().scheme());
            ForecastSpec forecast = (ForecastSpec)
                    project.run("forecast-lstm-0003").orElseThrow().spec();
            assertEquals("split", forecast.bands(), "the only kind that its version knew");
            assertEquals(Optional.of("dark"), project.setting("theme"));
            assertEquals(Optional.empty(), project.studyOf(run.id()));
            Study study = project.beginStudy(SPEC, "abc");
            assertEquals("credit-mlp-0005", member(project, study, 1));
        }
        try (Connection now = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("project.db"));
                Statement statement = now.createStatement();
                var version = statement.executeQuery("PRAGMA user_version")) {
            assertTrue(version.next());
            assertEquals(2, version.getInt(1));
        }
    }

    private static Notice refusal(Executable work) {
        return assertThrows(StoreException.class, work).notice();
    }
}
