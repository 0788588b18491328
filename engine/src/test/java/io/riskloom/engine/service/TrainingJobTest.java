package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.run.RunLock;
import io.riskloom.engine.store.Project;
import io.riskloom.engine.store.StoreException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run from its row in the project to its outcome, with real children. */
class TrainingJobTest {

    private static final Path SP500 = Path.of("../sample-data/src/main/resources/io/riskloom/samples/prices/SP500.csv");

    @TempDir
    private Path folder;

    @Test
    void aChildKilledInMidRunFailsItsRunKeepsItsCheckpointAndTheNextRunTrains() throws Exception {
        try (Project project = Project.open(folder)) {
            AtomicReference<Engine> child = new AtomicReference<>();
            EngineStarter spying = (options, events) -> {
                child.set(EngineStarter.child().start(options, events));
                return child.get();
            };
            TrainingJob job = new TrainingJob(
                    project,
                    small(50),
                    "cpu",
                    spying,
                    ChildOptions.defaults(),
                    new AfterEpoch(1, () -> kill(child.get())));
            Run killed = job.start().get(120, TimeUnit.SECONDS);

            Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, killed.outcome());
            assertEquals("service.childDied", failed.reason().key());
            assertTrue(
                    !killed.epochs().isEmpty() && killed.epochs().size() < 50,
                    killed.epochs().size() + " epochs");
            assertTrue(Files.exists(project.modelFolder(killed.id()).resolve("checkpoint.safetensors")));

            Run next = new TrainingJob(project, small(1), "cpu", spying, ChildOptions.defaults(), EngineEvents.SILENT)
                    .start()
                    .get(120, TimeUnit.SECONDS);
            assertInstanceOf(Outcome.Finished.class, next.outcome());
            assertEquals(2, project.runs().size());
        }
    }

    @Test
    void aCancelledRunIsStoredWithItsEpochs() throws Exception {
        try (Project project = Project.open(folder)) {
            AtomicReference<TrainingJob> job = new AtomicReference<>();
            job.set(new TrainingJob(
                    project,
                    small(50),
                    "cpu",
                    EngineStarter.child(),
                    ChildOptions.defaults(),
                    new AfterEpoch(1, () -> job.get().cancel())));
            Run run = job.get().start().get(120, TimeUnit.SECONDS);
            assertInstanceOf(Outcome.Cancelled.class, run.outcome());
            assertTrue(run.epochs().size() < 50);
            assertEquals(
                    run.epochs().size(),
                    project.run(run.id()).orElseThrow().epochs().size());
        }
    }

    @Test
    void aCancelBeforeTheEngineHasStartedTrainsNothing() throws Exception {
        CountDownLatch loaded = new CountDownLatch(1);
        FakeWork slow = new FakeWork() {
            @Override
            public DeviceInfo device() {
                try {
                    assertTrue(loaded.await(60, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return super.device();
            }
        };
        try (Project project = Project.open(folder)) {
            TrainingJob job = new TrainingJob(
                    project,
                    small(50),
                    "cpu",
                    (options, events) -> new LocalEngine(events, slow),
                    ChildOptions.defaults(),
                    EngineEvents.SILENT);
            var ended = job.start();
            job.cancel();
            loaded.countDown();
            Run run = ended.get(60, TimeUnit.SECONDS);
            assertInstanceOf(Outcome.Cancelled.class, run.outcome());
            assertTrue(run.epochs().isEmpty());
        }
    }

    @Test
    void aKilledRunThatIsResumedEndsAsIfNothingHadHappened() throws Exception {
        try (Project project = Project.open(folder)) {
            Run whole = run(new TrainingJob(
                    project, small(4), "cpu", EngineStarter.child(), ChildOptions.defaults(), EngineEvents.SILENT));
            AtomicReference<Engine> child = new AtomicReference<>();
            EngineStarter spying = (options, events) -> {
                child.set(EngineStarter.child().start(options, events));
                return child.get();
            };
            Run killed = run(new TrainingJob(
                    project,
                    small(4),
                    "cpu",
                    spying,
                    ChildOptions.defaults(),
                    new AfterEpoch(2, () -> kill(child.get()))));
            assertInstanceOf(Outcome.Failed.class, killed.outcome());
            Run resumed = run(resume(project, killed.id()));
            assertInstanceOf(Outcome.Finished.class, resumed.outcome());
            assertEquals(killed.id(), resumed.id());
            assertEquals(killed.started(), resumed.started());
            assertTrue(resumed.seconds() > killed.seconds());
            assertEquals(1, resumed.provenance().sessions().size());
            assertEquals(whole.provenance(), withoutSessions(resumed.provenance()), "the first session's stays");
            assertEquals(losses(whole), losses(resumed));
            assertArrayEquals(weights(project, whole), weights(project, resumed));
            StoreException finished = assertThrows(StoreException.class, () -> resume(project, resumed.id()));
            assertEquals("store.error.finished", finished.notice().key());
        }
    }

    private static Provenance withoutSessions(Provenance p) {
        return new Provenance(p.dataSha256(), p.device(), p.threads(), p.versions());
    }

    @Test
    void aRunThatIsKilledWhilePausedGoesOnToTheSameWeights() throws Exception {
        try (Project project = Project.open(folder)) {
            Run whole = run(new TrainingJob(
                    project, small(3), "cpu", EngineStarter.child(), ChildOptions.defaults(), EngineEvents.SILENT));
            AtomicReference<Engine> child = new AtomicReference<>();
            EngineStarter spying = (options, events) -> {
                child.set(EngineStarter.child().start(options, events));
                return child.get();
            };
            AtomicReference<EngineEvents.Pause> halt = new AtomicReference<>();
            TrainingJob job = new TrainingJob(
                    project, small(3), "cpu", spying, ChildOptions.defaults(), new AfterEpoch(1, () -> {}) {
                        @Override
                        public void paused(Pause pause) {
                            halt.set(pause);
                            kill(child.get());
                        }
                    });
            job.pause();
            Run killed = run(job);
            assertInstanceOf(Outcome.Failed.class, killed.outcome());
            assertEquals(new EngineEvents.Pause(true, 1, 0, halt.get().steps()), halt.get());
            Run resumed = run(resume(project, killed.id()));
            assertEquals(losses(whole), losses(resumed));
            assertArrayEquals(weights(project, whole), weights(project, resumed));
        }
    }

    @Test
    void aRunThatIsEndedEarlyIsFinishedWithItsBestEpochAndSaysSo() throws Exception {
        try (Project project = Project.open(folder)) {
            AtomicReference<TrainingJob> job = new AtomicReference<>();
            job.set(new TrainingJob(
                    project,
                    small(500),
                    "cpu",
                    EngineStarter.child(),
                    ChildOptions.defaults(),
                    new AfterEpoch(2, () -> job.get().keep())));
            Run run = run(job.get());
            Outcome.Finished finished = assertInstanceOf(Outcome.Finished.class, run.outcome());
            Notice last = finished.evaluation().warnings().getLast();
            assertEquals("run.warning.keptEarly", last.key());
            assertEquals("500", last.args().get(1));
            assertTrue(
                    run.epochs().size() >= 2 && run.epochs().size() < 500,
                    run.epochs().size() + " epochs");
            Path model = project.modelFolder(run.id());
            assertTrue(Files.exists(model.resolve("model.json")));
            assertFalse(Files.exists(model.resolve("checkpoint.safetensors")));
        }
    }

    @Test
    void aRunIsResumedOnTheThreadsOfItsLastSession() throws Exception {
        try (Project project = Project.open(folder)) {
            AtomicReference<TrainingJob> job = new AtomicReference<>();
            List<ChildOptions> asked = new ArrayList<>();
            EngineStarter spying = (options, events) -> {
                asked.add(options);
                return EngineStarter.child().start(options, events);
            };
            ChildOptions two = ChildOptions.defaults().withThreads(2);
            job.set(new TrainingJob(project, small(4), "cpu", spying, two, new AfterEpoch(1, () -> job.get()
                    .cancel())));
            Run stopped = run(job.get());
            assertInstanceOf(Outcome.Cancelled.class, stopped.outcome());
            Run resumed = run(TrainingJob.resume(project, stopped.id(), spying, EngineEvents.SILENT));
            assertInstanceOf(Outcome.Finished.class, resumed.outcome());
            assertEquals(List.of(two.withoutGpu(), two.withoutGpu()), asked);
            assertEquals(2, resumed.provenance().threads());
            assertEquals("cpu", resumed.provenance().lastDevice());
        }
    }

    @Test
    void aRunIsResumedOnlyWithItsCheckpointAndItsData() throws Exception {
        Path data = folder.resolve("own.csv");
        Files.copy(SP500, data);
        try (Project project = Project.open(folder.resolve("project"))) {
            ForecastSpec spec = Specs.with(small(50), "data", data);
            AtomicReference<TrainingJob> job = new AtomicReference<>();
            job.set(new TrainingJob(
                    project,
                    spec,
                    "cpu",
                    EngineStarter.child(),
                    ChildOptions.defaults(),
                    new AfterEpoch(1, () -> job.get().cancel())));
            Run stopped = run(job.get());
            Path checkpoint = project.modelFolder(stopped.id()).resolve("checkpoint.safetensors");
            byte[] whole = Files.readAllBytes(checkpoint);
            Files.write(checkpoint, Arrays.copyOf(whole, whole.length - 1));
            NoticeException torn = assertThrows(NoticeException.class, () -> resume(project, stopped.id()));
            assertEquals("run.error.weightsUnreadable", torn.notice().key());
            Files.write(checkpoint, whole);
            try (RunLock lock = RunLock.take(project.modelFolder(stopped.id()))) {
                NoticeException used = assertThrows(NoticeException.class, () -> resume(project, stopped.id()));
                assertEquals("run.error.folderInUse", used.notice().key(), lock.toString());
                orphan(folder.resolve("project/project.db"));
                NoticeException alive = assertThrows(NoticeException.class, () -> resume(project, stopped.id()));
                assertEquals("run.error.folderInUse", alive.notice().key());
                assertEquals(
                        new Outcome.Running(),
                        project.run(stopped.id()).orElseThrow().outcome());
                project.finish(stopped.id(), new Outcome.Cancelled(), 1);
            }
            Files.writeString(data, Files.readString(data) + "\n");
            NoticeException changed = assertThrows(NoticeException.class, () -> resume(project, stopped.id()));
            assertEquals("service.dataChanged", changed.notice().key());
            Files.delete(project.modelFolder(stopped.id()).resolve("checkpoint.safetensors"));
            NoticeException none = assertThrows(NoticeException.class, () -> resume(project, stopped.id()));
            assertEquals(Notice.of("service.noCheckpoint", stopped.id()), none.notice());
            assertEquals(
                    new Outcome.Cancelled(),
                    project.run(stopped.id()).orElseThrow().outcome());
        }
    }

    /** Every run is under way for a process that is gone. */
    private static void orphan(Path database) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement sent = other.createStatement()) {
            sent.executeUpdate("UPDATE runs SET state = 'running', outcome = '{\"kind\":\"Running\"}',"
                    + " owner_started = '2001-02-03T04:05:06Z'");
        }
    }

    private static Run run(TrainingJob job) throws Exception {
        return job.start().get(120, TimeUnit.SECONDS);
    }

    private static TrainingJob resume(Project project, String id) throws Exception {
        return TrainingJob.resume(
                project, id, "cpu", EngineStarter.child(), ChildOptions.defaults(), EngineEvents.SILENT);
    }

    private static List<Double> losses(Run run) {
        return run.epochs().stream().map(EpochReport::trainLoss).toList();
    }

    private static byte[] weights(Project project, Run run) throws Exception {
        return Files.readAllBytes(project.modelFolder(run.id()).resolve("weights.safetensors"));
    }

    @Test
    void aMissingFileBeginsNoRun() throws Exception {
        try (Project project = Project.open(folder)) {
            ForecastSpec spec = Specs.with(small(1), "data", folder.resolve("gone.csv"));
            assertThrows(
                    NoSuchFileException.class,
                    () -> new TrainingJob(
                            project, spec, "cpu", EngineStarter.child(), ChildOptions.defaults(), EngineEvents.SILENT));
            assertTrue(project.runs().isEmpty());
        }
    }

    private static ForecastSpec small(int epochs) {
        ForecastSpec spec =
                Specs.defaults(ForecastSpec.class, SP500.toAbsolutePath().toString());
        for (String[] setting : new String[][] {
            {"window", "10"}, {"horizon", "2"}, {"units", "4"}, {"layers", "1"}, {"patience", "1000"}
        }) {
            spec = Specs.with(spec, setting[0], setting[1]);
        }
        return Specs.with(spec, "epochs", epochs);
    }

    /** SIGKILL, as the system does when memory runs out. */
    private static void kill(Engine engine) {
        ProcessHandle.of(((ChildEngine) engine).pid()).orElseThrow().destroyForcibly();
    }

    private static class AfterEpoch implements EngineEvents {
        private final int epoch;
        private final Runnable action;

        AfterEpoch(int epoch, Runnable action) {
            this.epoch = epoch;
            this.action = action;
        }

        @Override
        public void epoch(EpochReport report) {
            if (report.epoch() == epoch) {
                action.run();
            }
        }

        @Override
        public void progress(Progress progress) {}

        @Override
        public void log(LogLine line) {}
    }
}
