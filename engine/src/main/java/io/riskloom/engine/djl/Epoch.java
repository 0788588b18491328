package io.riskloom.engine.djl;

import ai.djl.ndarray.NDManager;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Stopwatch;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One epoch from where its checkpoint stands: its steps, before each of which the run may be halted, cancelled or told
 * that it is enough, then its score. Stops with words where numbers cease to be finite.
 */
final class Epoch {
    private static final long PROGRESS_NANOS = 250_000_000;

    /** How it ended. */
    enum End {
        /** All its steps are made and scored. */
        WHOLE,
        /** The run is to stop; its place is saved. */
        CANCELLED,
        /** The run is to end with what it has learnt; its place is saved. */
        KEPT
    }

    /**
     * @param state    as it is saved; of a first epoch that is kept in part, as if it were whole
     * @param warnings what a reader of a kept run must know
     */
    record Result(Checkpoint state, End end, List<Notice> warnings) {}

    /** A step found no memory. */
    static final class StepShortage extends RuntimeException {

        private static final long serialVersionUID = 1;

        private StepShortage(Throwable cause) {
            super(cause);
        }
    }

    private final Trainee trainee;
    private final NDManager manager;
    private final TrainingLoop.Plan plan;
    private final RunMonitor monitor;
    private final Saving saving;
    private final int number;
    private final int steps;
    private final long seed;
    private final Stopwatch watch;
    private Checkpoint state;
    private Checkpoint.Begun begun;
    private long lastProgress = System.nanoTime();

    Epoch(
            Trainee trainee,
            NDManager manager,
            TrainingLoop.Plan plan,
            RunMonitor monitor,
            Saving saving,
            Checkpoint state) {
        this.trainee = trainee;
        this.manager = manager;
        this.plan = plan;
        this.monitor = monitor;
        this.saving = saving;
        this.state = state;
        this.begun = state.begun();
        this.number = state.epoch() + 1;
        this.steps = trainee.steps();
        this.seed = Torch.mix(plan.seed(), number);
        this.watch = new Stopwatch(begun.seconds());
    }

    /** @throws StepShortage where a step finds no memory; any other shortage is thrown as it is */
    Result run() throws NoticeException, IOException {
        trainee.begin(seed, begun.steps());
        while (begun.steps() < steps) {
            if (monitor.paused()) {
                halt();
            }
            if (monitor.cancelled()) {
                save();
                trainee.breakOff();
                return new Result(state, End.CANCELLED, List.of());
            }
            // the first epoch makes a step at least, so that there is something to keep
            if (monitor.enough() && (state.epoch() > 0 || begun.steps() > 0)) {
                save();
                return keep();
            }
            step(begun.steps());
            if (saving.due()) {
                save();
            }
            progress();
        }
        return score();
    }

    private void halt() throws IOException {
        save();
        watch.stop();
        monitor.halted(number, begun.steps(), steps);
        watch.goOn();
    }

    private void step(int index) throws NoticeException {
        Torch.seed(Torch.mix(seed, index));
        double factor = plan.factor(state, index, steps);
        double ratio = Double.NaN;
        double norm;
        double seconds;
        if (index + 1 < steps) {
            long started = System.nanoTime();
            norm = made(index, factor);
            seconds = since(started);
        } else {
            try (WeightChange change = new WeightChange(trainee.trained(), manager)) {
                long started = System.nanoTime();
                norm = made(index, factor);
                seconds = since(started);
                ratio = change.ratio();
            }
        }
        if (!Double.isFinite(norm)) {
            trainee.breakOff();
            throw notFinite(index + 1);
        }
        begun = new Checkpoint.Begun(
                index + 1,
                begun.rows() + trainee.rows(index),
                begun.normSum() + norm,
                watch.seconds(),
                begun.stepSeconds() + seconds,
                ratio);
    }

    private double made(int index, double factor) {
        try {
            return trainee.step(index, factor);
        } catch (RuntimeException | OutOfMemoryError e) {
            if (Shortage.caused(e)) {
                throw new StepShortage(e);
            }
            throw e;
        }
    }

    private static double since(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private NoticeException notFinite(int step) {
        String key = state.epoch() == 0 ? "run.error.notFiniteFirst" : "run.error.notFinite";
        return new NoticeException(Notice.of(key, number, step));
    }

    private void save() throws IOException {
        if (begun.steps() > state.begun().steps()) {
            state = state.within(begun);
            saving.write(state);
        }
    }

    private void progress() {
        long now = System.nanoTime();
        if (now - lastProgress >= PROGRESS_NANOS || begun.steps() == steps) {
            lastProgress = now;
            monitor.onProgress(number, begun.steps(), steps, begun.rows() / begun.stepSeconds());
        }
    }

    /**
     * The checkpoint first: it holds the epoch's weights, so that a kill before they are written as the best is made
     * good on resume, and a model of an earlier training stays whole until then.
     */
    private Result score() throws NoticeException, IOException {
        Optional<Checkpoint> scored = scored();
        if (scored.isEmpty()) {
            save();
            return new Result(state, End.CANCELLED, List.of());
        }
        state = scored.get();
        saving.write(state);
        if (state.bestEpoch() == number) {
            saving.keepBest();
        }
        monitor.onEpoch(state.history().getLast());
        return new Result(state, End.WHOLE, List.of());
    }

    /**
     * Ends the run with the best epoch so far. Within the first one, what was learnt by now is scored and kept; its
     * checkpoint stays where the steps stand, so that a run that breaks off while it is judged goes on as if it had not
     * been told to end.
     */
    private Result keep() throws NoticeException, IOException {
        if (state.epoch() > 0) {
            trainee.breakOff();
            // told between two epochs, it stops in the one that is done
            int stopped = begun.steps() > 0 ? number : state.epoch();
            Notice warning = Notice.of("run.warning.keptEarly", stopped, plan.epochs(), state.bestEpoch());
            return new Result(state, End.KEPT, List.of(warning));
        }
        Optional<Checkpoint> scored = scored();
        if (scored.isEmpty()) {
            return new Result(state, End.CANCELLED, List.of());
        }
        saving.keepBest();
        monitor.onEpoch(scored.get().history().getLast());
        Notice warning = Notice.of("run.warning.keptFirst", plan.epochs(), begun.steps(), steps);
        return new Result(scored.get(), End.KEPT, List.of(warning));
    }

    /** Where the run stands once this epoch's steps are scored; empty where it was cancelled meanwhile. */
    private Optional<Checkpoint> scored() throws NoticeException {
        Torch.seed(Torch.mix(seed, begun.steps()));
        long started = System.nanoTime();
        Optional<Trainee.Figures> ended = trainee.end(begun.rows(), monitor::cancelled);
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        Trainee.Figures figures = ended.get();
        if (!Double.isFinite(figures.trainLoss()) || !Double.isFinite(figures.score())) {
            throw notFinite(begun.steps());
        }
        Map<String, Double> values = new HashMap<>(begun.values());
        values.put("validationSeconds", since(started));
        values.put("learningRate", plan.factor(state, begun.steps() - 1, steps) * trainee.peakRate());
        values.putAll(figures.values());
        EpochReport report = new EpochReport(
                number, plan.epochs(), figures.trainLoss(), figures.validLoss(), values, watch.seconds());
        return Optional.of(state.after(report, plan.choice().score(number, figures.score()), begun.steps()));
    }
}
