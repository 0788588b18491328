package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One run from its row in the project to its outcome: starts an engine of its own, writes every epoch down as it
 * comes, and writes the outcome down whatever happens, a dead engine included. Where the graphics processor or its memory
 * fails, the run goes on from its last checkpoint on the central one. Used alike by the window and the command line.
 */
public final class TrainingJob {

    private static final Logger LOG = Logger.getLogger(TrainingJob.class.getName());

    private static final String GPU_FAILED = "run.error.gpu";
    /** The processor's memory is another one, and mostly larger. */
    private static final Set<String> SHORT = Set.of("run.error.memory", "run.error.outOfMemory");

    private final RunRecord record;
    private final EngineStarter starter;
    private final ChildOptions options;
    private final String device;
    private final EngineEvents listener;
    private final CompletableFuture<Run> ended = new CompletableFuture<>();
    private final AtomicBoolean finishing = new AtomicBoolean();
    private final Steering steering = new Steering();
    private volatile boolean onGpu;
    private volatile Notice fellBack;

    /**
     * Writes the run into the project; nothing is trained before {@link #start()}.
     *
     * @param device   {@code auto}, {@code cpu} or {@code cuda}: the last is refused where there is no usable GPU at the
     *     start; one that fails later is replaced by the CPU in both cases, with a warning in the outcome, since a run
     *     of hours that ends is worth more than its device
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
        this(project, project.begin(spec, begun(spec, options)), device, starter, options, listener);
    }

    /** As above, one of the study's runs. */
    TrainingJob(
            Project project,
            String study,
            RunSpec spec,
            String device,
            EngineStarter starter,
            ChildOptions options,
            EngineEvents listener)
            throws IOException {
        this(project, project.begin(spec, begun(spec, options), study), device, starter, options, listener);
    }

    /** Device, threads and versions are completed when the engine has told them. */
    private static Provenance begun(RunSpec spec, ChildOptions options) throws IOException {
        return new Provenance(FileHash.sha256(Path.of(spec.data())), "cpu", options.threads(), Map.of());
    }

    private TrainingJob(
            Project project,
            Run run,
            String device,
            EngineStarter starter,
            ChildOptions options,
            EngineEvents listener) {
        this.record = new RunRecord(project, run);
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
     * @throws NoticeException where it cannot go on; the run stays as it is then: {@code service.noCheckpoint} (run),
     *     {@code service.dataChanged} (file), {@code run.error.folderInUse} (run), or what is wrong with the checkpoint
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
        return new TrainingJob(project, Unfinished.takeUp(project, id), device, starter, options, listener);
    }

    /** As above, on the device and the threads of the run's last session. */
    public static TrainingJob resume(Project project, String id, EngineStarter starter, EngineEvents listener)
            throws IOException, NoticeException {
        Run run = Unfinished.takeUp(project, id);
        return new TrainingJob(project, run, deviceOf(run), starter, ChildOptions.of(run), listener);
    }

    /** What a run's last session was asked to train on; {@code auto} for a GPU, which may be gone by now. */
    public static String deviceOf(Run run) {
        return run.provenance().lastDevice().equals("cpu") ? "cpu" : "auto";
    }

    /** The run as far as it is known; its outcome is {@code Running} here, {@link #ended()} has the last word. */
    public Run run() {
        return record.run();
    }

    /** Completes with the stored run when it has ended, however it ended; exceptionally only where the store fails. */
    public CompletableFuture<Run> ended() {
        return ended;
    }

    /** Starts the engine, which takes about a second, and sends the run to it; the rest happens on the engine's threads. */
    public CompletableFuture<Run> start() {
        attempt(device);
        return ended;
    }

    private void attempt(String where) {
        if (steering.cancelled()) {
            end(new Outcome.Cancelled(), null);
            return;
        }
        Engine own;
        try {
            ChildOptions seen = where.equals("cpu") ? options.withoutGpu() : options;
            own = starter.start(seen, new Recorder(record, listener));
        } catch (RuntimeException | Error e) {
            end(failure(e), null);
            return;
        }
        orEnd(own, () -> send(own, where));
    }

    /** Whatever goes wrong, the run does not stay under way. */
    private void orEnd(Engine own, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            end(failure(e), own);
        }
    }

    private void send(Engine own, String where) {
        if (!steering.engine(own)) {
            end(new Outcome.Cancelled(), own);
            return;
        }
        own.device()
                .thenCompose(info -> {
                    onGpu = !where.equals("cpu") && !info.device().equals("cpu");
                    record.describe(info, where, options.threads());
                    return steering.train(
                            new TrainRequest(run().spec(), record.folder().toString(), where));
                })
                .whenComplete((outcome, error) ->
                        orEnd(own, () -> settle(error == null ? outcome : failure(error), own, where)));
    }

    private void settle(Outcome outcome, Engine own, String where) {
        Optional<Notice> reason = gpuFailure(outcome);
        if (reason.isEmpty() || where.equals("cpu") || steering.cancelled()) {
            end(warned(outcome), own);
        } else {
            fallBack(reason.get(), own);
        }
    }

    /** Why the processor should try, where it should. */
    private Optional<Notice> gpuFailure(Outcome outcome) {
        if (!(outcome instanceof Outcome.Failed(Notice reason))) {
            return Optional.empty();
        }
        boolean gpu = reason.key().equals(GPU_FAILED) || onGpu && SHORT.contains(reason.key());
        return gpu ? Optional.of(reason) : Optional.empty();
    }

    private void fallBack(Notice reason, Engine own) {
        fellBack = SHORT.contains(reason.key())
                ? Notice.of("run.warning.gpuMemory")
                : Notice.of("run.warning.gpuFellBack", reason.args().toArray());
        listener.log(new EngineEvents.LogLine("warning", "the GPU failed, the run goes on on the CPU: " + reason));
        steering.letGo();
        // not on the engine's own thread, for whose end its closing waits
        aside(() -> {
            try {
                own.close();
            } finally {
                attempt("cpu");
            }
        });
    }

    private Outcome warned(Outcome outcome) {
        return fellBack != null && outcome instanceof Outcome.Finished finished
                ? new Outcome.Finished(finished.evaluation().with(List.of(fellBack)))
                : outcome;
    }

    /** Ends a run that was not started, for a reason. */
    void giveUp(Throwable reason) {
        end(failure(reason), null);
    }

    /** Stops before the next step, or at once where no step was taken yet; returns at once. */
    public void cancel() {
        steering.cancel().ifPresent(idle -> end(new Outcome.Cancelled(), idle));
    }

    /**
     * Ends training after the step in progress; the best epoch so far becomes the model and is judged. Within the first
     * epoch, what is learnt by then does. Returns at once.
     */
    public void keep() {
        steering.keep();
    }

    /** Halts before the next step, with a checkpoint; {@link EngineEvents#paused} tells when. Returns at once. */
    public void pause() {
        steering.pause();
    }

    /** Ends a pause. */
    public void goOn() {
        steering.goOn();
    }

    private Outcome failure(Throwable error) {
        return steering.cancelled()
                ? new Outcome.Cancelled()
                : new Outcome.Failed(Failures.of(error).notice());
    }

    /** Once: stores the outcome, then lets the engine go. */
    private void end(Outcome outcome, Engine own) {
        if (!finishing.compareAndSet(false, true)) {
            return;
        }
        try {
            ended.complete(record.finish(outcome));
        } catch (RuntimeException | Error e) {
            LOG.log(Level.SEVERE, "how " + run().id() + " ended is not stored: " + outcome.word(), e);
            ended.completeExceptionally(e);
        } finally {
            if (own != null) {
                aside(own::close);
            }
        }
    }

    /** On a thread of its own: closing waits, and the common pool of a small machine has one thread for all who wait. */
    private static void aside(Runnable work) {
        Thread.ofVirtual().name("riskloom-job").start(work);
    }
}
