package io.riskloom.engine.djl;

import ai.djl.ndarray.NDManager;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Epochs ({@link Epoch}) with everything around them: early stopping, the best epoch's weights in {@code
 * weights.safetensors}, a checkpoint at the start, after every epoch, every minute of a long epoch, on cancel and on
 * pause, and a smaller batch where a step finds no memory.
 */
final class TrainingLoop {
    static final String WEIGHTS = "weights.safetensors";
    private static final Logger LOG = LoggerFactory.getLogger(TrainingLoop.class);
    private static final Duration SAVE_EVERY = Duration.ofMinutes(1);
    /** Batch norm needs two rows. */
    private static final int SMALLEST_BATCH = 2;

    /** Far above any score. */
    private static final double UNRIPE = 1e9;

    private final Trainee trainee;
    private final NDManager manager;
    private final Plan plan;
    private final RunMonitor monitor;
    private final Saving saving;
    private final int wantedBatch;
    private Checkpoint state;

    /**
     * @param fingerprint of spec and data
     * @param epochs      by which the schedule goes
     * @param patience    epochs without a better score before the loop stops
     * @param until       epochs that are made, at most all
     * @param choice      which epoch is kept
     */
    record Plan(String fingerprint, long seed, int epochs, int patience, Schedule schedule, int until, Choice choice) {

        /** All epochs, and the one with the smallest score is kept. */
        Plan(String fingerprint, long seed, int epochs, int patience, Schedule schedule) {
            this(fingerprint, seed, epochs, patience, schedule, epochs, (epoch, score) -> score);
        }

        /** The same, but an epoch before that one is kept only where there is no later one. */
        Plan ripeFrom(int first) {
            return new Plan(
                    fingerprint,
                    seed,
                    epochs,
                    patience,
                    schedule,
                    until,
                    (epoch, score) -> epoch < first ? UNRIPE + score : score);
        }

        /** The same rates, but only so many epochs, of which the last is kept; of another fingerprint. */
        Plan lastOf(int count, String other) {
            return new Plan(other, seed, epochs, patience, schedule, count, (epoch, score) -> -epoch);
        }

        /** As a specification says. */
        static Plan of(RunSpec spec, Source source) {
            String fingerprint = RunFolder.fingerprint(spec, source);
            Schedule schedule = Schedule.of(spec, spec.epochs());
            return new Plan(fingerprint, spec.seed(), spec.epochs(), spec.patience(), schedule);
        }

        /** Share of the peak rate in a step of an epoch that is so long. */
        double factor(Checkpoint state, int step, int stepsOfEpoch) {
            long done = (long) state.epoch() * stepsOfEpoch + step;
            return schedule.factor(done, (long) epochs * stepsOfEpoch, state.scores());
        }
    }

    /** What counts of an epoch's score: the smallest is kept. */
    @FunctionalInterface
    interface Choice {
        double score(int epoch, double score);
    }

    /**
     * @param checkpoint where the run stands; the best epoch's weights lie in the folder
     * @param warnings   what a reader of the run must know of its training
     */
    record Ended(boolean cancelled, Checkpoint checkpoint, List<Notice> warnings) {

        /** The evaluation of the trained model with the training's warnings after its own. */
        Evaluation warned(Evaluation own) {
            return own.with(warnings);
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
        this.monitor = monitor;
        this.saving = new Saving(trainee, manager, folder, saveEvery);
        this.wantedBatch = trainee.batch();
    }

    /**
     * Trains from the start, or from the folder's checkpoint, whose epochs are reported again first.
     *
     * @throws NoticeException {@code run.error.notFinite} (epoch, step) where the loss or a gradient is no number any
     *     more; the best weights and the last checkpoint stay. {@code run.error.notFiniteFirst} (epoch, step) where
     *     there is no good epoch yet. {@code run.error.memory} (rows) where memory does not hold a step of the smallest
     *     batch; a later session begins with the batch that was wanted
     */
    Ended run() throws NoticeException, IOException {
        if (saving.begun()) {
            state = saving.restore(plan.fingerprint());
            state.history().forEach(monitor::onEpoch);
        } else {
            state = Checkpoint.start(plan.fingerprint(), trainee.batch());
            saving.write(state);
        }
        Epoch.Result last = new Epoch.Result(state, Epoch.End.WHOLE, List.of());
        while (last.end() == Epoch.End.WHOLE && goesOn()) {
            try {
                last = new Epoch(trainee, manager, plan, monitor, saving, state).run();
                state = last.state();
            } catch (Epoch.StepShortage e) {
                learnInSmallerSteps(e.getCause());
            }
        }
        List<Notice> warnings = new ArrayList<>(last.warnings());
        if (state.batch() != wantedBatch) {
            warnings.add(Notice.of("run.warning.batchHalved", wantedBatch, state.batch()));
        }
        return new Ended(last.end() == Epoch.End.CANCELLED, state, List.copyOf(warnings));
    }

    private boolean goesOn() {
        return state.epoch() < plan.until() && state.epoch() - state.bestEpoch() < plan.patience();
    }

    /** From the last checkpoint, with half the rows in a step; the learning rate stays. */
    private void learnInSmallerSteps(Throwable shortage) throws NoticeException, IOException {
        trainee.breakOff();
        int found = trainee.batch();
        int rows = found / 2;
        if (rows < SMALLEST_BATCH) {
            goOnWith(wantedBatch); // smaller steps were no remedy; another device or hour may hold them
            throw new NoticeException(Notice.of("run.error.memory", found), shortage);
        }
        LOG.warn("Memory ran out in epoch {} with {} rows a step, goes on with {}", state.epoch() + 1, found, rows);
        goOnWith(rows);
    }

    private void goOnWith(int rows) throws NoticeException, IOException {
        state = saving.restore(plan.fingerprint()).withBatch(rows);
        trainee.batch(rows);
        saving.write(state);
    }
}
