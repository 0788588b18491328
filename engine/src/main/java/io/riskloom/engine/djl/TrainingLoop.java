package io.riskloom.engine.djl;

import ai.djl.ndarray.NDManager;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.RunMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Epochs of steps, with everything around them: cancel before every step, progress, early stopping, the best epoch's
 * weights in {@code weights.safetensors}, a checkpoint after every epoch, and a stop with words where numbers cease
 * to be finite.
 */
final class TrainingLoop {
    static final String WEIGHTS = "weights.safetensors";
    private static final long PROGRESS_NANOS = 250_000_000;

    private final Trainee trainee;
    private final NDManager manager;
    private final Plan plan;
    private final Path folder;
    private final RunMonitor monitor;
    private Checkpoint state;
    private long lastProgress;

    /**
     * @param fingerprint of spec and data
     * @param patience    epochs without a better score before the loop stops
     */
    record Plan(String fingerprint, long seed, int epochs, int patience) {}

    /** @param checkpoint where the run stands; the best epoch's weights lie in the folder */
    record Ended(boolean cancelled, Checkpoint checkpoint) {}

    TrainingLoop(Trainee trainee, NDManager manager, Plan plan, Path folder, RunMonitor monitor) {
        this.trainee = trainee;
        this.manager = manager;
        this.plan = plan;
        this.folder = folder;
        this.monitor = monitor;
    }

    /**
     * Trains from the start, or from the folder's checkpoint, whose epochs are reported again first.
     *
     * @throws NoticeException {@code run.error.notFinite} (epoch, step) where the loss or a gradient is no number any
     *     more; the weights and the checkpoint of the last good epoch stay. {@code run.error.notFiniteFirst} (epoch,
     *     step) where there is no good epoch yet
     */
    Ended run() throws NoticeException, IOException {
        resume();
        Schedule schedule = Schedule.cosine(1, Math.max(1, plan.epochs() * trainee.steps()));
        while (state.epoch() < plan.epochs() && state.epoch() - state.bestEpoch() < plan.patience()) {
            if (!epoch(schedule)) {
                return new Ended(true, state);
            }
        }
        return new Ended(false, state);
    }

    private void resume() throws NoticeException, IOException {
        if (Files.exists(folder.resolve(Checkpoint.FILE))) {
            state = Checkpoint.read(folder, plan.fingerprint(), trainee.state(), manager);
            trainee.resumeAt(state.steps());
            if (state.bestEpoch() == state.epoch()) {
                keepBest();
            }
            state.history().forEach(monitor::onEpoch);
        } else {
            state = new Checkpoint(plan.fingerprint(), 0, 0, 0, Double.POSITIVE_INFINITY, List.of());
        }
    }

    /** @return whether the epoch ran to its end */
    private boolean epoch(Schedule schedule) throws NoticeException, IOException {
        int epoch = state.epoch() + 1;
        long started = System.nanoTime();
        double normSum = 0;
        double rate = 0;
        trainee.begin(Torch.mix(plan.seed(), epoch));
        int steps = trainee.steps();
        for (int step = 0; step < steps; step++) {
            if (monitor.cancelled()) {
                trainee.breakOff();
                return false;
            }
            rate = schedule.rate(state.steps() + step);
            double norm = trainee.step(step, rate);
            if (!Double.isFinite(norm)) {
                trainee.breakOff();
                throw notFinite(epoch, step + 1);
            }
            normSum += norm;
            progress(epoch, (step + 1.0) / steps);
        }
        Optional<Trainee.Figures> ended = trainee.end(monitor::cancelled);
        if (ended.isEmpty()) {
            return false;
        }
        Trainee.Figures figures = ended.get();
        if (!Double.isFinite(figures.trainLoss()) || !Double.isFinite(figures.score())) {
            throw notFinite(epoch, steps);
        }
        Map<String, Double> values = new HashMap<>(figures.values());
        values.put("gradientNorm", normSum / steps);
        values.put("learningRate", rate * trainee.peakRate());
        double seconds = (System.nanoTime() - started) / 1e9;
        keep(new EpochReport(epoch, plan.epochs(), figures.trainLoss(), figures.validLoss(), values, seconds), figures);
        return true;
    }

    private NoticeException notFinite(int epoch, int step) {
        String key = state.epoch() == 0 ? "run.error.notFiniteFirst" : "run.error.notFinite";
        return new NoticeException(Notice.of(key, epoch, step));
    }

    /**
     * The checkpoint first: it holds the epoch's weights, so that a kill before they are written as the best is made
     * good on resume, and a model of an earlier training stays whole until then.
     */
    private void keep(EpochReport report, Trainee.Figures figures) throws IOException {
        List<EpochReport> history = new ArrayList<>(state.history());
        history.add(report);
        boolean better = figures.score() < state.bestScore();
        state = new Checkpoint(
                plan.fingerprint(),
                report.epoch(),
                state.steps() + trainee.steps(),
                better ? report.epoch() : state.bestEpoch(),
                better ? figures.score() : state.bestScore(),
                history);
        state.write(folder, trainee.state(), manager);
        if (better) {
            keepBest();
        }
        monitor.onEpoch(report);
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
