package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a run stands after a whole epoch. It lies in one file with the weights and the optimiser's moments (the
 * numbers below as JSON bytes in the array {@code checkpoint}), so that the two can never be of different epochs.
 *
 * @param fingerprint of spec and data; a checkpoint of another run is refused
 * @param epoch       finished epochs
 * @param steps       finished steps
 * @param bestEpoch   epoch whose weights are kept, 0 before the first
 * @param bestScore   its score
 * @param history     one report an epoch
 */
record Checkpoint(
        String fingerprint, int epoch, long steps, int bestEpoch, double bestScore, List<EpochReport> history) {

    static final String FILE = "checkpoint.safetensors";
    private static final String KEY = "checkpoint";

    Checkpoint {
        history = List.copyOf(history);
    }

    void write(Path folder, Map<String, NDArray> state, NDManager manager) throws IOException {
        try (NDManager scratch = manager.newSubManager()) {
            Map<String, NDArray> all = new LinkedHashMap<>(state);
            all.put(KEY, scratch.create(Json.gson().toJson(this).getBytes(StandardCharsets.UTF_8)));
            WeightsFile.write(folder.resolve(FILE), all);
        }
    }

    /**
     * Fills the state from the folder's checkpoint.
     *
     * @throws NoticeException where the file is damaged, of another network or of another run
     */
    static Checkpoint read(Path folder, String fingerprint, Map<String, NDArray> state, NDManager manager)
            throws NoticeException, IOException {
        Path file = folder.resolve(FILE);
        try (NDManager scratch = manager.newSubManager()) {
            Map<String, NDArray> found = WeightsFile.decode(file, scratch);
            NDArray json = found.remove(KEY);
            if (json == null) {
                throw new NoticeException(Notice.of("run.error.weightsNames", file.getFileName(), KEY, "–"));
            }
            Checkpoint checkpoint =
                    Json.gson().fromJson(new String(json.toByteArray(), StandardCharsets.UTF_8), Checkpoint.class);
            if (!checkpoint.fingerprint().equals(fingerprint)) {
                throw new NoticeException(Notice.of("run.error.checkpointOther", folder.getFileName()));
            }
            WeightsFile.check(file, state, found);
            state.forEach((name, array) -> Weights.set(array, found.get(name)));
            return checkpoint;
        }
    }
}
