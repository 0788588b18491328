package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

    private record AfterEpoch(int epoch, Runnable action) implements EngineEvents {
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
