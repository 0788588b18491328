package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.store.Project;
import io.riskloom.engine.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose row cannot be written for a while, or says less than their folder. */
class RefusedStoreTest {

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void data() throws Exception {
        data = Files.writeString(folder.resolve("prices.csv"), "date,close\n");
    }

    private void sql(String statement) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("project.db"));
                Statement sent = other.createStatement()) {
            sent.executeUpdate(statement);
        }
    }

    /** From now on the column of runs can be read only. */
    private void refuse(String column) throws SQLException {
        sql("CREATE TRIGGER refused BEFORE UPDATE OF " + column + " ON runs BEGIN SELECT RAISE(ABORT, 'refused'); END");
    }

    private void permit() throws SQLException {
        sql("DROP TRIGGER refused");
    }

    private TrainingJob job(Project project, Work work) throws Exception {
        return new TrainingJob(
                project,
                Specs.with(Asked.spec("plain", 2), "data", data),
                "cpu",
                (options, own) -> new LocalEngine(own, work),
                ChildOptions.defaults(),
                EngineEvents.SILENT);
    }

    @Test
    void aPlaceThatCannotBeWrittenBeforeTheFirstStepIsWrittenAtTheEnd() throws Exception {
        try (Project project = Project.open(folder)) {
            TrainingJob job = job(project, new FakeWork() {
                @Override
                public Outcome train(TrainRequest request, RunMonitor monitor) throws Exception {
                    permit();
                    return super.train(request, monitor);
                }
            });
            refuse("provenance");
            Run run = job.start().get(60, TimeUnit.SECONDS);
            assertInstanceOf(Outcome.Finished.class, run.outcome());
            assertEquals(
                    "Fake 1",
                    project.run(run.id()).orElseThrow().provenance().versions().get("pytorch"));
        }
    }

    @Test
    void anOutcomeThatIsRefusedIsWrittenBeforeRunsAreNextAskedFor() throws Exception {
        try (Project project = Project.open(folder)) {
            TrainingJob job = job(project, new FakeWork());
            refuse("outcome");
            ExecutionException refused =
                    assertThrows(ExecutionException.class, () -> job.start().get(60, TimeUnit.SECONDS));
            assertInstanceOf(StoreException.class, refused.getCause());
            assertEquals(new Outcome.Running(), project.runs().getFirst().outcome());
            permit();
            Run run = project.runs().getFirst();
            assertInstanceOf(Outcome.Finished.class, run.outcome());
            project.delete(run.id());
        }
    }

    /** A run that its window gave up, as a row and in its folder. */
    private String interrupted(Project project, Outcome row) throws Exception {
        String id = job(project, new FakeWork()).run().id();
        project.finish(id, row, 1);
        return id;
    }

    private TrainingJob resume(Project project, String id) throws Exception {
        return TrainingJob.resume(
                project, id, (options, own) -> new LocalEngine(own, new FakeWork()), EngineEvents.SILENT);
    }

    @Test
    void aRunThatFinishedAfterItWasGivenUpIsFinishedWhenItIsTakenUp() throws Exception {
        try (Project project = Project.open(folder)) {
            String id = interrupted(project, new Outcome.Failed(Notice.of("store.run.interrupted")));
            String json = Json.gson().toJson(FakeWork.finished(), Outcome.class);
            Files.writeString(project.modelFolder(id).resolve(Outcome.FILE), json);
            StoreException refused = assertThrows(StoreException.class, () -> resume(project, id));
            assertEquals(Notice.of("store.error.finished", id), refused.notice());
            Outcome.Finished finished = assertInstanceOf(
                    Outcome.Finished.class, project.run(id).orElseThrow().outcome());
            assertEquals(1.5, finished.evaluation().metrics().get("mae"));
        }
    }
}
