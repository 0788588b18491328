package io.riskloom.engine.service;

import com.google.gson.JsonParseException;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.service.EngineEvents.LogLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What the native library says of itself, asked in a process of its own, since it may end the one that loads it.
 *
 * @param version  such as {@code PyTorch 2.7.1}
 * @param folder   it was loaded from
 * @param cuda     whether it knows CUDA
 * @param gpus     that it can see
 * @param trouble  why the first of them cannot be used; empty where it can
 */
record NativeReport(String version, String folder, boolean cuda, int gpus, String trouble) {

    /** Unpacking and loading take seconds, starting CUDA up to half a minute. */
    private static final Duration ANSWER = Duration.ofMinutes(2);

    /** Gigabytes over a slow line. */
    private static final Duration FETCHED = Duration.ofDays(1);

    boolean usable() {
        return gpus > 0 && trouble.isEmpty();
    }

    /** With the library that a run would use. */
    static NativeReport ask() throws InterruptedException {
        try {
            return ask(ChildCommand.of(ChildOptions.defaults(), NativeReportMain.class.getName()), line -> {}, ANSWER);
        } catch (IOException e) {
            throw new EngineFailure(Notice.of("service.childNotStarted", String.valueOf(e.getMessage())), e);
        }
    }

    /** With a library that is fetched first. */
    static NativeReport ask(ProcessBuilder builder, Consumer<LogLine> log) throws IOException, InterruptedException {
        return ask(builder, log, FETCHED);
    }

    /**
     * @param log hears the child's log
     * @throws EngineFailure {@code doctor.native.died} (exit code, last line of its log), {@code doctor.native.silent}
     *     (seconds, last line of its log) where it has not ended within the limit
     */
    static NativeReport ask(ProcessBuilder builder, Consumer<LogLine> log, Duration limit)
            throws IOException, InterruptedException {
        Process child = builder.start();
        try {
            child.getOutputStream().close();
            ErrorTail errors = new ErrorTail(child.getErrorStream(), log);
            // the common pool of a small machine has one thread, and both readings wait for the child
            Executor readers = Thread.ofPlatform().daemon()::start;
            CompletableFuture<Void> read = CompletableFuture.runAsync(errors, readers);
            CompletableFuture<List<String>> output = CompletableFuture.supplyAsync(() -> lines(child), readers);
            if (!child.waitFor(limit)) {
                throw failure("doctor.native.silent", limit.toSeconds(), errors);
            }
            read.join();
            List<String> said = output.join();
            if (child.exitValue() != 0 || said.isEmpty()) {
                throw failure("doctor.native.died", child.exitValue(), errors);
            }
            return parse(said.getLast());
        } finally {
            child.destroyForcibly();
        }
    }

    private static List<String> lines(Process child) {
        try (BufferedReader out = child.inputReader()) {
            return out.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EngineFailure failure(String key, long number, ErrorTail errors) {
        String last = errors.lastLine();
        return new EngineFailure(Notice.of(key, number, last.isEmpty() ? "–" : last), null);
    }

    private static NativeReport parse(String line) {
        try {
            return Json.gson().fromJson(line, NativeReport.class);
        } catch (JsonParseException e) {
            throw new EngineFailure(Notice.of("doctor.native.died", 0, line), e);
        }
    }
}
