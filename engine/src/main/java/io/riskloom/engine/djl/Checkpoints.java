package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.RunSpec;
import java.io.IOException;
import java.nio.file.Path;

/** What a checkpoint tells of itself, read without the native library. */
public final class Checkpoints {

    private Checkpoints() {}

    /**
     * How far a checkpoint is.
     *
     * @param epoch finished epochs
     * @param steps of the next one
     */
    public record Place(int epoch, int steps) {}

    /**
     * Where the folder's checkpoint stands.
     *
     * @param dataSha256 hash of the file that the run is trained on
     * @throws NoticeException {@code run.error.weightsUnreadable} (file) where it is damaged or cut short, {@code
     *     run.error.weightsNames} (file, missing, unexpected) where it is no checkpoint, {@code
     *     run.error.checkpointOther} (folder) where it is that of another run
     */
    public static Place place(Path folder, RunSpec spec, String dataSha256) throws NoticeException, IOException {
        String fingerprint = RunFolder.fingerprint(spec, new Source(spec.data(), dataSha256, 0));
        Checkpoint checkpoint = Checkpoint.peek(folder, fingerprint);
        return new Place(checkpoint.epoch(), checkpoint.begun().steps());
    }
}
