package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Children that die, flood, are stopped, or lose their parent. */
class ChildDeathTest {

    private static final int MANY = 1000;

    @TempDir
    private Path folder;

    private static ChildEngine start(EngineEvents events) {
        return ChildEngine.start(ChildOptions.defaults(), events, FakeEngineMain.class.getName());
    }

    private int checkpoint() throws IOException {
        return Integer.parseInt(Files.readString(folder.resolve(FakeWork.CHECKPOINT)));
    }

    @Test
    void aKilledChildEndsEveryOpenAnswerKeepsItsCheckpointAndTheNextChildWorks() throws Exception {
        Heard heard = new Heard();
        try (ChildEngine child = start(heard)) {
            CompletableFuture<Outcome> run = child.train(Asked.train(folder, "plain", MANY));
            CompletableFuture<CheckReport> queued = child.check();
            Asked.get(heard.firstEpoch);
            assertTrue(ProcessHandle.of(child.pid()).orElseThrow().destroyForcibly());

            Notice reason = Asked.refusal(run);
            assertEquals("service.childDied", reason.key());
            int code = Asked.get(child.onExit()).exitValue();
            assertEquals(Integer.toString(code), reason.args().getFirst());
            assertEquals(reason, Asked.refusal(queued));
            assertEquals(reason, Asked.refusal(child.device()));
            assertFalse(child.alive());
            assertTrue(checkpoint() >= 1);
        }
        try (ChildEngine next = start(EngineEvents.SILENT)) {
            assertInstanceOf(Outcome.Finished.class, Asked.get(next.train(Asked.train(folder, "plain", 2))));
        }
    }

    @Test
    void aQuestionToAChildThatHasJustDiedTellsOfItsDeath() throws Exception {
        try (ChildEngine child = start(EngineEvents.SILENT)) {
            Asked.get(child.device());
            ProcessHandle.of(child.pid()).orElseThrow().destroyForcibly();
            assertEquals("service.childDied", Asked.refusal(child.device()).key());
        }
    }

    @Test
    void theReasonOfACrashHoldsExitCodeAndLastLine() throws Exception {
        try (ChildEngine child = start(EngineEvents.SILENT)) {
            Notice reason = Asked.refusal(child.train(Asked.train(folder, "die", 3)));
            assertEquals(
                    Notice.of("service.childDied", 134, "terminate called after throwing an instance of 'c10::Error'"),
                    reason);
        }
    }

    @Test
    void aChildThatFloodsItsLogDoesNotBlock() throws Exception {
        Heard heard = new Heard();
        try (ChildEngine child = start(heard)) {
            assertInstanceOf(Outcome.Finished.class, Asked.get(child.train(Asked.train(folder, "flood", 1))));
        }
        assertTrue(heard.log.size() < FakeWork.FLOOD_LINES / 10, heard.log.size() + " lines");
        assertTrue(heard.log.stream().anyMatch(line -> line.text().startsWith("flood flood")));
    }

    @Test
    void cancelStopsTheRunAndTheChildGoesOn() throws Exception {
        Heard heard = new Heard();
        try (ChildEngine child = start(heard)) {
            CompletableFuture<Outcome> run = child.train(Asked.train(folder, "plain", MANY));
            assertEquals(
                    "service.runInProgress",
                    Asked.refusal(child.train(Asked.train(folder, "x", 1))).key());
            Asked.get(heard.firstEpoch);
            child.cancel();
            assertEquals(new Outcome.Cancelled(), Asked.get(run));
            assertEquals(checkpoint(), heard.epochs().size());
            assertTrue(heard.epochs().size() < MANY);
            assertInstanceOf(Outcome.Finished.class, Asked.get(child.train(Asked.train(folder, "plain", 1))));
        }
    }

    @Test
    void givingUpTheAnswerOfARunStopsIt() throws Exception {
        Heard heard = new Heard();
        try (ChildEngine child = start(heard)) {
            CompletableFuture<Outcome> run = child.train(Asked.train(folder, "plain", MANY));
            Asked.get(heard.firstEpoch);
            run.cancel(true);
            // Questions queue behind the run, so that this answer comes only after the run has stopped.
            Asked.get(child.check());
            assertTrue(heard.epochs().size() < MANY);
        }
    }

    @Test
    void closingInMidRunStopsItThenEndsTheProcess() throws Exception {
        Heard heard = new Heard();
        ChildEngine child = start(heard);
        CompletableFuture<Outcome> run = child.train(Asked.train(folder, "plain", MANY));
        Asked.get(heard.firstEpoch);
        child.close();

        assertEquals(0, Asked.get(child.onExit()).exitValue());
        assertFalse(child.alive());
        assertTrue(checkpoint() >= 1 && checkpoint() < MANY, "stopped at " + checkpoint());
        assertTrue(run.handle((outcome, thrown) -> thrown == null
                        ? outcome.equals(new Outcome.Cancelled())
                        : ((EngineFailure) thrown).notice().key().equals("service.closed"))
                .get(10, TimeUnit.SECONDS));
        assertEquals("service.closed", Asked.refusal(child.device()).key());
        child.close();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows ends a process without asking it")
    void aPoliteSignalLetsTheStepFinish() throws Exception {
        Heard heard = new Heard();
        try (ChildEngine child = start(heard)) {
            CompletableFuture<Outcome> run = child.train(Asked.train(folder, "plain", MANY));
            Asked.get(heard.firstEpoch);
            ProcessHandle.of(child.pid()).orElseThrow().destroy();
            Asked.get(child.onExit());
            assertTrue(run.handle((outcome, thrown) -> thrown == null
                            ? outcome.equals(new Outcome.Cancelled())
                            : ((EngineFailure) thrown).notice().key().equals("service.childDied"))
                    .get(10, TimeUnit.SECONDS));
            assertTrue(
                    checkpoint() >= heard.epochs().size(),
                    checkpoint() + " of " + heard.epochs().size());
        }
    }

    @Test
    void aChildWhoseParentIsKilledStopsItsRunAndEnds() throws Exception {
        ProcessBuilder builder = ChildCommand.of(ChildOptions.defaults(), ParentMain.class.getName());
        builder.command().add(folder.toString());
        Process parent = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said = parent.inputReader();
                FileChannel lock =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertNotNull(said.readLine());
            assertTrue(lock.tryLock() == null, "the child holds the lock while it lives");
            parent.destroyForcibly();
            // The system frees the lock when the process that holds it ends.
            CompletableFuture<Boolean> gone = CompletableFuture.supplyAsync(() -> {
                try {
                    return lock.lock().isValid();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertTrue(gone.get(60, TimeUnit.SECONDS));
            assertTrue(checkpoint() < MANY, "stopped at " + checkpoint());
        } finally {
            parent.destroyForcibly();
        }
    }
}
