package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pause, go on, keep, and a GPU that fails: through a child, and through a job with its row in the project. */
class SteeringTest {

    private static final int MANY = 1000;

    @TempDir
    private Path folder;

    private static ChildEngine start(EngineEvents events) {
        return ChildEngine.start(ChildOptions.defaults(), events, FakeEngineMain.class.getName());
    }

    private static EngineEvents.Pause pause(Heard heard) throws InterruptedException {
        EngineEvents.Pause pause = heard.pauses.poll(60, TimeUnit.SECONDS);
        assertNotNull(pause);
        return pause;
    }

    /** Starts a run, pauses it after its first epoch and waits until it stands still. */
    private CompletableFuture<Outcome> halted(ChildEngine child, Heard heard, int epochs) throws Exception {
        CompletableFuture<Outcome> run = child.train(Asked.train(folder, "pause", epochs));
        Asked.get(heard.firstEpoch);
        child.pause();
        EngineEvents.Pause halt = pause(heard);
        assertTrue(halt.paused());
        assertEquals(heard.epochs().size() + 1, halt.epoch());
        return run;
    }

    @Test
    void aPausedRunStandsStillAnswersForTheMachineAndGoesOn() throws Exception {
        Heard heard = new Heard();
        try (ChildEngine child = start(heard)) {
            CompletableFuture<Outcome> run = halted(child, heard, 3);
            int made = heard.epochs().size();
            for (int i = 0; i < 50; i++) {
                Asked.get(child.device());
            }
            assertEquals(made, heard.epochs().size());
            child.goOn();
            assertInstanceOf(Outcome.Finished.class, Asked.get(run));
            assertEquals(3, heard.epochs().size());
            assertEquals(new EngineEvents.Pause(false, made + 1, 0, 2), pause(heard));
        }
    }

    @Test
    void keepEndsAPausedRunAndCancelStopsOne() throws Exception {
        Heard heard = new Heard();
        try (ChildEngine child = start(heard)) {
            CompletableFuture<Outcome> kept = halted(child, heard, MANY);
            child.keep();
            assertInstanceOf(Outcome.Finished.class, Asked.get(kept));
            assertTrue(heard.epochs().size() < MANY);
        }
        Heard again = new Heard();
        try (ChildEngine child = start(again)) {
            CompletableFuture<Outcome> stopped = halted(child, again, MANY);
            child.cancel();
            assertEquals(new Outcome.Cancelled(), Asked.get(stopped));
        }
    }

    @Test
    void aPausedChildEndsWithItsParent() throws Exception {
        Heard heard = new Heard();
        ChildEngine child = start(heard);
        halted(child, heard, MANY);
        child.close();
        assertEquals(0, Asked.get(child.onExit()).exitValue());
    }

    private TrainingJob job(Project project, int epochs, String device, Work work, EngineEvents events)
            throws Exception {
        return job(project, epochs, device, (options, own) -> new LocalEngine(own, work), events);
    }

    private TrainingJob job(Project project, int epochs, String device, EngineStarter starter, EngineEvents events)
            throws Exception {
        Path data = Files.writeString(folder.resolve("prices.csv"), "date,close\n");
        return new TrainingJob(
                project,
                Specs.with(Asked.spec("plain", epochs), "data", data),
                device,
                starter,
                ChildOptions.defaults(),
                events);
    }

    @Test
    void wishesThatComeBeforeTheEngineAreHeeded() throws Exception {
        try (Project project = Project.open(folder.resolve("project"))) {
            Heard heard = new Heard();
            TrainingJob job = job(project, MANY, "cpu", new FakeWork(), heard);
            job.pause();
            CompletableFuture<Run> ended = job.start();
            assertTrue(pause(heard).paused());
            job.keep();
            Run run = ended.get(60, TimeUnit.SECONDS);
            assertInstanceOf(Outcome.Finished.class, run.outcome());
            assertTrue(run.epochs().size() < 3, run.epochs().size() + " epochs");
        }
    }

    /** Trains one epoch, then fails as a GPU does, wherever it is not asked for the processor. */
    private static class BrokenGpu extends FakeWork {
        final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public Outcome train(TrainRequest request, RunMonitor monitor) throws Exception {
            asked.add(request.device());
            if (works(request.device())) {
                return super.train(request, monitor);
            }
            monitor.onEpoch(new EpochReport(1, request.spec().epochs(), 1, 1, Map.of(), 0.1));
            return new Outcome.Failed(reason());
        }

        Notice reason() {
            return Notice.of("run.error.gpu", "CUDA error: unspecified launch failure");
        }

        boolean works(String device) {
            return device.equals("cpu");
        }

        @Override
        public DeviceInfo device() {
            return new DeviceInfo("gpu0", 2, 1, "Fake 1", 1, 0);
        }
    }

    @Test
    void aRunWhoseGpuFailsGoesOnOnTheProcessorAndSaysSo() throws Exception {
        try (Project project = Project.open(folder.resolve("project"))) {
            BrokenGpu work = new BrokenGpu();
            Heard heard = new Heard();
            Run run = job(project, 3, "auto", work, heard).start().get(60, TimeUnit.SECONDS);
            assertEquals(List.of("auto", "cpu"), work.asked);
            Outcome.Finished finished = assertInstanceOf(Outcome.Finished.class, run.outcome());
            assertEquals(
                    List.of(Notice.of("run.warning.gpuFellBack", "CUDA error: unspecified launch failure")),
                    finished.evaluation().warnings());
            assertEquals(3, run.epochs().size());
            Provenance where = run.provenance();
            assertEquals("gpu0", where.device());
            assertEquals(
                    List.of("cpu"),
                    where.sessions().stream().map(Provenance.Session::device).toList());
            assertEquals("cpu", TrainingJob.deviceOf(run));
            assertTrue(heard.log.stream().anyMatch(line -> line.level().equals("warning")));
        }
    }

    @Test
    void aRunThatFindsNoMemoryOnTheGpuGoesOnOnTheProcessorWhichSeesNoGpu() throws Exception {
        BrokenGpu work = new BrokenGpu() {
            @Override
            Notice reason() {
                return Notice.of("run.error.outOfMemory", "EngineException: CUDA out of memory");
            }
        };
        List<ChildOptions> seen = new CopyOnWriteArrayList<>();
        EngineStarter starter = (options, own) -> {
            seen.add(options);
            return new LocalEngine(own, work);
        };
        try (Project project = Project.open(folder.resolve("project"))) {
            Run run = job(project, 3, "auto", starter, EngineEvents.SILENT)
                    .start()
                    .get(60, TimeUnit.SECONDS);
            assertEquals(List.of("auto", "cpu"), work.asked);
            Outcome.Finished finished = assertInstanceOf(Outcome.Finished.class, run.outcome());
            assertEquals(
                    List.of(Notice.of("run.warning.gpuMemory")),
                    finished.evaluation().warnings());
            ChildOptions options = ChildOptions.defaults();
            assertEquals(List.of(options, options.withoutGpu()), seen);
        }
    }

    @Test
    void anEngineForTheFallbackThatCannotBeLoadedEndsTheRun() throws Exception {
        EngineStarter starter = (options, own) -> {
            if (!options.gpu()) {
                throw new NoClassDefFoundError("Engine");
            }
            return new LocalEngine(own, new BrokenGpu());
        };
        try (Project project = Project.open(folder.resolve("project"))) {
            Run run = job(project, 3, "auto", starter, EngineEvents.SILENT)
                    .start()
                    .get(60, TimeUnit.SECONDS);
            Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome());
            assertEquals("service.unexpected", failed.reason().key());
        }
    }

    @Test
    void aRunIsTakenToTheProcessorOnce() throws Exception {
        try (Project project = Project.open(folder.resolve("project"))) {
            BrokenGpu work = new BrokenGpu() {
                @Override
                boolean works(String device) {
                    return false;
                }
            };
            Run run = job(project, 3, "auto", work, EngineEvents.SILENT).start().get(60, TimeUnit.SECONDS);
            assertEquals(List.of("auto", "cpu"), work.asked);
            Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome());
            assertEquals("run.error.gpu", failed.reason().key());
        }
    }
}
