package io.riskloom.engine.djl;

import ai.djl.ndarray.NDManager;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Epochs of steps, with everything around them: cancel before every step, progress, early stopping, the best epoch's
 * weights in {@code weights.safetensors}, a checkpoint at the start, after every epoch, every minute of a long epoch and
 * on cancel, a stop with words where numbers cease to be finite, and a smaller batch where memory runs out.
 */
final class TrainingLoop {
    static final String WEIGHTS = "weights.safetensors";
    private static final Logger LOG = LoggerFactory.getLogger(TrainingLoop.class);
    private static final long PROGRESS_NANOS = 250_000_000;
    private static final Duration SAVE_EVERY = Duration.ofMinutes(1);
    /** Batch norm needs two rows. */
    private static final int SMALLEST_BATCH = 2;

    private final Trainee trainee;
    private final NDManager manager;
    private final Plan plan;
    private final Path folder;
    private final RunMonitor monitor;
    private final Duration saveEvery;
    private final int wantedBatch;
    private Checkpoint state;
    private long lastProgress;
    private long lastSave;

    /**
     * @param fingerprint of spec and data
     * @param patience    epochs without a better score before the loop stops
     */
    record Plan(String fingerprint, long seed, int epochs, int patience, Schedule schedule) {

        /** As a specification says. */
        static Plan of(RunSpec spec, Source source) {
            String fingerprint = RunFolder.fingerprint(spec, source);
            Schedule schedule = Schedule.of(spec, spec.epochs());
            return new Plan(fingerprint, spec.seed(), spec.epochs(), spec.patience(), schedule);
        }
    }

    /**
     * @param checkpoint where the run stands; the best epoch's weights lie in the folder
     * @param warnings   what a reader of the run must know of its training
     */
    record Ended(boolean cancelled, Checkpoint checkpoint, List<Notice> warnings) {

        /** The evaluation of the trained model with the training's warnings after its own. */
        Evaluation warned(Evaluation e) {
            List<Notice> all = new ArrayList<>(e.warnings());
            all.addAll(warnings);
            return new Evaluation(e.metrics(), e.intervals(), e.challengers(), e.verdict(), e.good(), all, e.details());
        }
    }

    TrainingLoop(Trainee trainee, NDManager manager, Plan plan, Path folder, RunMonitor monitor) {
        this(trainee, manager, plan, folder, monitor, SAVE_EVERY);
    }

    /** @param saveEvery at most so long after a checkpoint comes the next, but for the step in progress */
    TrainingLoop(Trainee trainee, NDManager manager, Plan plan, Path folder, RunMonitor monitor, Duration saveEvery) {
        this.trainee = trainee;
        this.manager = manager;
        this.plan = plan;
        this.folder = folder;
        this.monitor = monitor;
        this.saveEvery = saveEvery;
        this.wantedBatch = trainee.batch();
    }

    /**
     * Trains from the start, or from the folder's checkpoint, whose epochs are reported again first.
     *
     * @throws NoticeException {@code run.error.notFinite} (epoch, step) where the loss or a gradient is no number any
     *     more; the best weights and the last checkpoint stay. {@code run.error.notFiniteFirst} (epoch, step) where
     *     there is no good epoch yet. {@code run.error.memory} (rows) where memory does not hold the smallest batch
     */
    Ended run() throws NoticeException, IOException {
        if (Files.exists(folder.resolve(Checkpoint.FILE))) {
            restore();
            state.history().forEach(monitor::onEpoch);
        } else {
            state = Checkpoint.start(plan.fingerprint(), trainee.batch());
            save();
        }
        lastSave = System.nanoTime();
        boolean whole = true;
        while (whole && state.epoch() < plan.epochs() && state.epoch() - state.bestEpoch() < plan.patience()) {
            try {
                whole = epoch();
            } catch (RuntimeException | OutOfMemoryError e) {
                if (!Shortage.caused(e)) {
                    throw e;
                }
                learnInSmallerSteps(e);
            }
        }
        return new Ended(!whole, state, warnings());
    }

    private List<Notice> warnings() {
        return state.batch() == wantedBatch
                ? List.of()
                : List.of(Notice.of("run.warning.batchHalved", wantedBatch, state.batch()));
    }

    private void restore() throws NoticeException, IOException {
        state = Checkpoint.read(folder, plan.fingerprint(), trainee.state(), manager);
        trainee.resumeAt(state.steps());
        trainee.batch(state.batch());
        boolean atEpochEnd =
                state.begun().steps() == 0; // within the next epoch the weights are not the best ones any more
        if (state.epoch() > 0 && state.bestEpoch() == state.epoch() && atEpochEnd) {
            keepBest();
        }
    }

    /** From the last checkpoint, with half the rows in a step; the learning rate stays. */
    private void learnInSmallerSteps(Throwable shortage) throws NoticeException, IOException {
        trainee.breakOff();
        int rows = trainee.batch() / 2;
        if (rows < SMALLEST_BATCH) {
            throw new NoticeException(Notice.of("run.error.memory", trainee.batch()), shortage);
        }
        LOG.warn("Memory ran out in epoch {} with {} rows a step, goes on with {}", state.epoch() + 1, rows * 2, rows);
        restore();
        trainee.batch(rows);
        state = state.withBatch(rows);
        trainee.resumeAt(state.steps());
        save();
    }

    /** @return whether the epoch ran to its end */
    private boolean epoch() throws NoticeException, IOException {
        int epoch = state.epoch() + 1;
        int steps = trainee.steps();
        long seed = Torch.mix(plan.seed(), epoch);
        long started = System.nanoTime() - (long) (state.begun().seconds() * 1e9);
        Checkpoint.Begun begun = state.begun();
        trainee.begin(seed, begun.steps());
        while (begun.steps() < steps) {
            if (monitor.cancelled()) {
                saveWithin(begun);
                trainee.breakOff();
                return false;
            }
            Torch.seed(Torch.mix(seed, begun.steps()));
            double norm = trainee.step(begun.steps(), rate(begun.steps()));
            if (!Double.isFinite(norm)) {
                trainee.breakOff();
                throw notFinite(epoch, begun.steps() + 1);
            }
            begun = new Checkpoint.Begun(begun.steps() + 1, begun.normSum() + norm, since(started));
            if (System.nanoTime() - lastSave >= saveEvery.toNanos()) {
                saveWithin(begun);
            }
            progress(epoch, (double) begun.steps() / steps);
        }
        Torch.seed(Torch.mix(seed, steps));
        Optional<Trainee.Figures> ended = trainee.end(monitor::cancelled);
        if (ended.isEmpty()) {
            saveWithin(begun);
            return false;
        }
        Trainee.Figures figures = ended.get();
        if (!Double.isFinite(figures.trainLoss()) || !Double.isFinite(figures.score())) {
            throw notFinite(epoch, steps);
        }
        Map<String, Double> values = new HashMap<>(figures.values());
        values.put("gradientNorm", begun.normSum() / steps);
        values.put("learningRate", rate(steps - 1) * trainee.peakRate());
        EpochReport report =
                new EpochReport(epoch, plan.epochs(), figures.trainLoss(), figures.validLoss(), values, since(started));
        keep(report, figures.score(), steps);
        return true;
    }

    private double rate(int step) {
        long done = (long) state.epoch() * trainee.steps() + step;
        return plan.schedule().factor(done, (long) plan.epochs() * trainee.steps(), state.scores());
    }

    private static double since(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private NoticeException notFinite(int epoch, int step) {
        String key = state.epoch() == 0 ? "run.error.notFiniteFirst" : "run.error.notFinite";
        return new NoticeException(Notice.of(key, epoch, step));
    }

    /**
     * The checkpoint first: it holds the epoch's weights, so that a kill before they are written as the best is made
     * good on resume, and a model of an earlier training stays whole until then.
     */
    private void keep(EpochReport report, double score, int steps) throws IOException {
        state = state.after(report, score, steps);
        save();
        if (state.bestEpoch() == state.epoch()) {
            keepBest();
        }
        monitor.onEpoch(report);
    }

    private void saveWithin(Checkpoint.Begun begun) throws IOException {
        if (begun.steps() > state.begun().steps()) {
            state = state.within(begun);
            save();
        }
    }

    private void save() throws IOException {
        state.write(folder, trainee.state(), manager);
        lastSave = System.nanoTime();
    }

    private void keepBest() throws IOException {
        new RunFolder(folder).giveUp();
        WeightsFile.write(folder.resolve(WEIGHTS), trainee.weights());
    }

    private void progress(int epoch, double share) {
        long now = System.nanoTime();
        if (now - lastProgress >= PROGRESS_NANOS || share >= 1) {
            lastProgress = now;
            monitor.onProgress(epoch, share);
        }
    }
}
