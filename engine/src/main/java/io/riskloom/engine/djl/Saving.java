package io.riskloom.engine.djl;

import ai.djl.ndarray.NDManager;
import io.riskloom.engine.data.NoticeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The files of a run that is trained: its checkpoint, and the best epoch's weights. */
final class Saving {

    private final Trainee trainee;
    private final NDManager manager;
    private final Path folder;
    private final Duration every;
    private long last = System.nanoTime();

    /** @param every so long after a checkpoint the next is due */
    Saving(Trainee trainee, NDManager manager, Path folder, Duration every) {
        this.trainee = trainee;
        this.manager = manager;
        this.folder = folder;
        this.every = every;
    }

    /** Whether there is a checkpoint to go on from. */
    boolean begun() {
        return Files.exists(folder.resolve(Checkpoint.FILE));
    }

    /** Puts the trainee back to where the checkpoint stands, and writes the best weights where a kill came before them. */
    Checkpoint restore(String fingerprint) throws NoticeException, IOException {
        Checkpoint state = Checkpoint.read(folder, fingerprint, trainee.state(), manager);
        trainee.resumeAt(state.steps());
        trainee.batch(state.batch());
        boolean atEpochEnd =
                state.begun().steps() == 0; // within the next epoch the weights are not the best ones any more
        if (state.epoch() > 0 && state.bestEpoch() == state.epoch() && atEpochEnd) {
            keepBest();
        }
        last = System.nanoTime();
        return state;
    }

    void write(Checkpoint state) throws IOException {
        state.write(folder, trainee.state(), manager);
        last = System.nanoTime();
    }

    boolean due() {
        return System.nanoTime() - last >= every.toNanos();
    }

    void keepBest() throws IOException {
        new RunFolder(folder).giveUp();
        WeightsFile.write(folder.resolve(TrainingLoop.WEIGHTS), trainee.weights());
    }
}
