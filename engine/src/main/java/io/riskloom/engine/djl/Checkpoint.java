package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Recipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a run stands. It lies in one file with the weights and the optimiser's memory (the numbers below as JSON bytes
 * in the array {@code checkpoint}), so that the two can never be of different moments.
 *
 * @param fingerprint of spec and data; a checkpoint of another run is refused
 * @param epoch       finished epochs
 * @param steps       finished steps, those of the epoch in progress included
 * @param batch       rows of one step, which memory may have made fewer than the spec says
 * @param bestEpoch   epoch whose weights are kept, 0 before the first
 * @param scores      one for each finished epoch, smaller is better
 * @param history     one report for each finished epoch
 * @param begun       the epoch in progress
 */
record Checkpoint(
        String fingerprint,
        int epoch,
        long steps,
        int batch,
        int bestEpoch,
        List<Double> scores,
        List<EpochReport> history,
        Begun begun) {

    static final String FILE = Recipe.CHECKPOINT;
    private static final String KEY = "checkpoint";

    /**
     * Part of an epoch.
     *
     * @param steps   made
     * @param normSum of their gradients' norms
     * @param seconds that they took
     */
    record Begun(int steps, double normSum, double seconds) {
        static final Begun NOTHING = new Begun(0, 0, 0);
    }

    Checkpoint {
        scores = List.copyOf(scores);
        history = List.copyOf(history);
    }

    static Checkpoint start(String fingerprint, int batch) {
        return new Checkpoint(fingerprint, 0, 0, batch, 0, List.of(), List.of(), Begun.NOTHING);
    }

    /** After some steps of the next epoch, of which {@code begun()} are known already. */
    Checkpoint within(Begun part) {
        long all = steps - begun.steps() + part.steps();
        return new Checkpoint(fingerprint, epoch, all, batch, bestEpoch, scores, history, part);
    }

    /** After all steps of the next epoch. */
    Checkpoint after(EpochReport report, double score, int stepsOfEpoch) {
        boolean better = bestEpoch == 0 || score < scores.get(bestEpoch - 1);
        List<Double> allScores = new ArrayList<>(scores);
        allScores.add(score);
        List<EpochReport> reports = new ArrayList<>(history);
        reports.add(report);
        long all = steps - begun.steps() + stepsOfEpoch;
        int best = better ? report.epoch() : bestEpoch;
        return new Checkpoint(fingerprint, report.epoch(), all, batch, best, allScores, reports, Begun.NOTHING);
    }

    /** The same rows learnt in steps of another size. */
    Checkpoint withBatch(int rows) {
        double ratio = (double) batch / rows;
        int part = (int) (begun.steps() * ratio);
        Begun same = new Begun(part, begun.normSum() * ratio, begun.seconds());
        long all = steps - begun.steps() + part;
        return new Checkpoint(fingerprint, epoch, all, rows, bestEpoch, scores, history, same);
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
            Checkpoint checkpoint = parse(json, fingerprint, folder);
            WeightsFile.check(file, state, found);
            state.forEach((name, array) -> Weights.set(array, found.get(name)));
            return checkpoint;
        }
    }

    /** Its fingerprint is read first: the rest of a file of another version may have another form. */
    private static Checkpoint parse(NDArray json, String fingerprint, Path folder) throws NoticeException {
        String text = new String(json.toByteArray(), StandardCharsets.UTF_8);
        JsonObject object = JsonParser.parseString(text).getAsJsonObject();
        if (!object.get("fingerprint").getAsString().equals(fingerprint)) {
            throw new NoticeException(Notice.of("run.error.checkpointOther", folder.getFileName()));
        }
        return Json.gson().fromJson(object, Checkpoint.class);
    }
}
