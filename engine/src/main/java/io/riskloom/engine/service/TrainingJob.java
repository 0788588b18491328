package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.run.Provenances;
import io.riskloom.engine.store.Project;
import io.riskloom.engine.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One run from its row in the project to its outcome: starts an engine of its own, writes every epoch down as it
 * comes, and writes the outcome down whatever happens, a dead engine included. Used alike by the window and the
 * command line.
 */
public final class TrainingJob {

    private static final Logger LOG = Logger.getLogger(TrainingJob.class.getName());

    private final Project project;
    private final EngineStarter starter;
    private final ChildOptions options;
    private final String device;
    private final EngineEvents listener;
    private final CompletableFuture<Run> ended = new CompletableFuture<>();
    private final AtomicBoolean finishing = new AtomicBoolean();
    private final Queue<EpochReport> unstored = new ConcurrentLinkedQueue<>();
    private final long startedNanos = System.nanoTime();
    private final double secondsBefore;
    private volatile Run run;
    private Engine engine;
    private boolean cancelled;
    private boolean sent;

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
        // Device, threads and versions are completed when the engine has told them.
        this(
                project,
                project.begin(spec, new Provenance(sha256(Path.of(spec.data())), "cpu", options.threads(), Map.of())),
                device,
                starter,
                options,
                listener);
    }

    private TrainingJob(
            Project project,
            Run run,
            String device,
            EngineStarter starter,
            ChildOptions options,
            EngineEvents listener) {
        this.project = project;
        this.run = run;
        this.secondsBefore = run.seconds();
        this.device = device;
        this.starter = starter;
        this.options = options;
        this.listener = listener;
    }

    /**
     * Takes up a run that was stopped, failed or lost its process: {@link #start()} goes on from its last checkpoint,
     * and its finished epochs are told again first. On one thread it ends with the weights that it would have had
     * without the interruption.
     *
     * @throws NoticeException {@code service.noCheckpoint} (run) where there is none, {@code service.dataChanged} (file)
     *     where the data file is no longer what the run began with; the run stays as it is then
     * @throws io.riskloom.engine.store.StoreException where the run is finished or still under way
     */
    public static TrainingJob resume(
            Project project,
            String id,
            String device,
            EngineStarter starter,
            ChildOptions options,
            EngineEvents listener)
            throws IOException, NoticeException {
        Run known = project.run(id).orElseThrow(() -> new StoreException(Notice.of("store.error.noRun", id), null));
        if (!(known.outcome() instanceof Outcome.Finished)) {
            if (!Files.exists(project.modelFolder(known.id()).resolve(Recipe.CHECKPOINT))) {
                throw new NoticeException(Notice.of("service.noCheckpoint", known.id()));
            }
            Path data = Path.of(known.spec().data());
            if (!sha256(data).equals(known.provenance().dataSha256())) {
                throw new NoticeException(Notice.of("service.dataChanged", data));
            }
        }
        return new TrainingJob(project, project.resume(known.id()), device, starter, options, listener);
    }

    /** The run as far as it is known; its outcome is {@code Running} here, {@link #ended()} has the last word. */
    public Run run() {
        return run;
    }

    /** Completes with the stored run when it has ended, however it ended; exceptionally only where the store fails. */
    public CompletableFuture<Run> ended() {
        return ended;
    }

    /** Starts the engine, which takes about a second, and sends the run to it; the rest happens on the engine's threads. */
    public CompletableFuture<Run> start() {
        try {
            Engine own = starter.start(options, new Recorder());
            boolean tooLate;
            synchronized (this) {
                engine = own;
                tooLate = cancelled;
            }
            if (tooLate) {
                end(new Outcome.Cancelled(), own);
                return ended;
            }
            own.device()
                    .thenCompose(info -> {
                        describe(info);
                        return train(own);
                    })
                    .whenComplete((outcome, error) -> end(error == null ? outcome : failure(error), own));
        } catch (RuntimeException e) {
            end(failure(e), null);
        }
        return ended;
    }

    /** Sent under the lock, so that a cancel comes either before it and is heeded here, or after it and stops the run. */
    private synchronized CompletableFuture<Outcome> train(Engine own) {
        if (cancelled) {
            return CompletableFuture.completedFuture(new Outcome.Cancelled());
        }
        sent = true;
        String folder = project.modelFolder(run.id()).toString();
        return own.train(new TrainRequest(run.spec(), folder, device));
    }

    /** Stops before the next step, or at once where no step was taken yet; returns at once. */
    public void cancel() {
        Engine own;
        boolean training;
        synchronized (this) {
            cancelled = true;
            own = engine;
            training = sent;
        }
        if (own != null && training) {
            own.cancel();
        } else if (own != null) {
            end(new Outcome.Cancelled(), own);
        }
    }

    private Outcome failure(Throwable error) {
        synchronized (this) {
            if (cancelled) {
                return new Outcome.Cancelled();
            }
        }
        return new Outcome.Failed(Failures.of(error).notice());
    }

    /** Once: stores the outcome, then lets the engine go. */
    private void end(Outcome outcome, Engine own) {
        if (!finishing.compareAndSet(false, true)) {
            return;
        }
        try {
            for (EpochReport report : unstored) {
                project.epoch(run.id(), report);
            }
            double seconds = secondsBefore + (System.nanoTime() - startedNanos) / 1e9;
            ended.complete(project.finish(run.id(), outcome, seconds));
        } catch (RuntimeException e) {
            ended.completeExceptionally(e);
        } finally {
            if (own != null) {
                CompletableFuture.runAsync(own::close);
            }
        }
    }

    private void describe(DeviceInfo info) {
        String where = device.equals("cpu") ? device : info.device();
        Provenance provenance = Provenances.of(run.provenance().dataSha256(), where, options.threads(), info.engine());
        project.setProvenance(run.id(), provenance);
        run = new Run(run.id(), run.spec(), provenance, run.started(), run.seconds(), run.epochs(), run.outcome());
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
            try {
                project.epoch(run.id(), report);
            } catch (StoreException e) {
                // Tried again with the outcome; the run itself goes on.
                LOG.log(Level.WARNING, "epoch " + report.epoch() + " could not be stored", e);
                unstored.add(report);
            }
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
