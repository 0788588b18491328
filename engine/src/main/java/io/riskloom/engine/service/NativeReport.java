package io.riskloom.engine.service;

import com.google.gson.JsonParseException;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.service.EngineEvents.LogLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    boolean usable() {
        return gpus > 0 && trouble.isEmpty();
    }

    /** With the library that a run would use. */
    static NativeReport ask() throws InterruptedException {
        try {
            return ask(ChildCommand.of(ChildOptions.defaults(), NativeReportMain.class.getName()), line -> {});
        } catch (IOException e) {
            throw new EngineFailure(Notice.of("service.childNotStarted", String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * @param log hears the child's log
     * @throws EngineFailure {@code doctor.native.died} (exit code, last line of its log)
     */
    static NativeReport ask(ProcessBuilder builder, Consumer<LogLine> log) throws IOException, InterruptedException {
        Process child = builder.start();
        ErrorTail errors = new ErrorTail(child.getErrorStream(), log);
        CompletableFuture<Void> read = CompletableFuture.runAsync(errors);
        List<String> said;
        try (BufferedReader out = child.inputReader()) {
            child.getOutputStream().close();
            said = out.lines().toList();
            int code = child.waitFor();
            read.join();
            if (code != 0 || said.isEmpty()) {
                String last = errors.lastLine();
                throw new EngineFailure(Notice.of("doctor.native.died", code, last.isEmpty() ? "–" : last), null);
            }
        } finally {
            child.destroyForcibly();
        }
        try {
            return Json.gson().fromJson(said.getLast(), NativeReport.class);
        } catch (JsonParseException e) {
            throw new EngineFailure(Notice.of("doctor.native.died", 0, said.getLast()), e);
        }
    }
}
