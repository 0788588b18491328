package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One run from its row in the project to its outcome: starts an engine of its own, writes every epoch down as it
 * comes, and writes the outcome down whatever happens, a dead engine included. Used alike by the window and the
 * command line.
 */
public final class TrainingJob {

    private final Project project;
    private final EngineStarter starter;
    private final ChildOptions options;
    private final String device;
    private final EngineEvents listener;
    private final Run begun;
    private final CompletableFuture<Run> ended = new CompletableFuture<>();
    private final long startedNanos = System.nanoTime();
    private Engine engine;
    private boolean cancelled;

    /**
     * Writes the run into the project; nothing is trained before {@link #start()}.
     *
     * @param device   {@code auto}, {@code cpu} or {@code cuda}
     * @param listener called on the engine's thread, after the epoch is stored
     * @throws IOException where the data file cannot be read
     */
    public TrainingJob(
            Project project,
            RunSpec spec,
            String device,
            EngineStarter starter,
            ChildOptions options,
            EngineEvents listener)
            throws IOException {
        this.project = project;
        this.starter = starter;
        this.options = options;
        this.device = device;
        this.listener = listener;
        // Device and threads are corrected when the engine has told them.
        this.begun = project.begin(
                spec,
                new Provenance(
                        sha256(Path.of(spec.data())),
                        "cpu",
                        options.threads(),
                        Map.of("java", Runtime.version().toString())));
    }

    /** The run as it was begun. */
    public Run run() {
        return begun;
    }

    /** Completes with the stored run when it has ended, however it ended; exceptionally only where the store fails. */
    public CompletableFuture<Run> ended() {
        return ended;
    }

    /**
     * Starts the engine, which takes about a second, and sends the run to it; the rest happens on the engine's
     * threads.
     */
    public CompletableFuture<Run> start() {
        Engine own;
        try {
            own = starter.start(options, new Recorder());
        } catch (EngineFailure e) {
            finish(new Outcome.Failed(e.notice()));
            return ended;
        }
        synchronized (this) {
            engine = own;
            if (cancelled) {
                own.close();
                finish(new Outcome.Cancelled());
                return ended;
            }
        }
        own.device()
                .thenCompose(info -> {
                    project.setProvenance(begun.id(), with(info));
                    return train(own);
                })
                .handle((outcome, error) -> error == null ? outcome : failure(error))
                .whenComplete((outcome, error) -> {
                    finish(error == null ? outcome : failure(error));
                    CompletableFuture.runAsync(own::close);
                });
        return ended;
    }

    /**
     * Sent under the lock, so that a cancel comes either before it and is heeded here, or after it and stops the
     * run.
     */
    private synchronized CompletableFuture<Outcome> train(Engine own) {
        if (cancelled) {
            return CompletableFuture.completedFuture(new Outcome.Cancelled());
        }
        String folder = project.modelFolder(begun.id()).toString();
        return own.train(new TrainRequest(begun.spec(), folder, device));
    }

    /** Stops before the next step; returns at once. */
    public void cancel() {
        Engine own;
        synchronized (this) {
            cancelled = true;
            own = engine;
        }
        if (own != null) {
            own.cancel();
        }
    }

    private Outcome failure(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        synchronized (this) {
            if (cancelled) {
                return new Outcome.Cancelled();
            }
        }
        return new Outcome.Failed(
                cause instanceof EngineFailure e
                        ? e.notice()
                        : Notice.of("run.error.unexpected", String.valueOf(cause)));
    }

    private void finish(Outcome outcome) {
        try {
            double seconds = (System.nanoTime() - startedNanos) / 1e9;
            ended.complete(project.finish(begun.id(), outcome, seconds));
        } catch (RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    private Provenance with(DeviceInfo info) {
        Map<String, String> versions = new TreeMap<>(begun.provenance().versions());
        versions.put("engine", info.engine());
        return new Provenance(begun.provenance().dataSha256(), info.device(), info.threads(), versions);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Stores before it tells. */
    private final class Recorder implements EngineEvents {
        @Override
        public void epoch(EpochReport report) {
            project.epoch(begun.id(), report);
            listener.epoch(report);
        }

        @Override
        public void progress(Progress progress) {
            listener.progress(progress);
        }

        @Override
        public void log(LogLine line) {
            listener.log(line);
        }
    }
}
