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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a run stands. It lies in one file with the weights and the optimiser's memory (the numbers below as JSON bytes
 * in the array {@code checkpoint}), so that the two can never be of different moments.
 *
 * @param fingerprint of spec and data; a checkpoint of another run is refused
 * @param epoch       finished epochs
 * @param steps       that the optimisers made in all, of whatever size: Adam's t
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
     * @param steps       how far it is, in steps of {@code batch} rows
     * @param rows        learnt, whose losses the state's sums hold
     * @param normSum     of the steps' gradients' norms
     * @param seconds     since its start, pauses not counted
     * @param stepSeconds that the steps alone took
     * @param updateRatio of the epoch's last step, NaN before it
     */
    record Begun(int steps, long rows, double normSum, double seconds, double stepSeconds, double updateRatio) {
        static final Begun NOTHING = new Begun(0, 0, 0, 0, 0, Double.NaN);

        private Begun withRows(long count) {
            return new Begun(steps, count, normSum, seconds, stepSeconds, updateRatio);
        }

        private Begun withStepSeconds(double known) {
            return new Begun(steps, rows, normSum, seconds, known, updateRatio);
        }

        /** Means and speeds of the steps made, by their names in a report, as far as they are known. */
        Map<String, Double> values() {
            Map<String, Double> values = new HashMap<>();
            values.put("gradientNorm", normSum / steps);
            values.put("samplesPerSecond", rows / stepSeconds);
            values.put("updateRatio", updateRatio);
            values.values().removeIf(value -> !Double.isFinite(value));
            return values;
        }
    }

    Checkpoint {
        scores = List.copyOf(scores);
        history = List.copyOf(history);
        // absent in checkpoints of earlier versions
        if (begun.steps() > 0 && begun.rows() == 0) {
            begun = begun.withRows((long) begun.steps() * batch);
        }
        if (begun.steps() > 0 && begun.stepSeconds() == 0) {
            begun = begun.withStepSeconds(begun.seconds());
        }
    }

    static Checkpoint start(String fingerprint, int batch) {
        return new Checkpoint(fingerprint, 0, 0, batch, 0, List.of(), List.of(), Begun.NOTHING);
    }

    /** After some steps of the next epoch, of which {@code begun()} are known already. */
    Checkpoint within(Begun part) {
        long all = steps + part.steps() - begun.steps();
        return new Checkpoint(fingerprint, epoch, all, batch, bestEpoch, scores, history, part);
    }

    /** After the next epoch's last step, the given one of it. */
    Checkpoint after(EpochReport report, double score, int stepsOfEpoch) {
        boolean better = bestEpoch == 0 || score < scores.get(bestEpoch - 1);
        List<Double> allScores = new ArrayList<>(scores);
        allScores.add(score);
        List<EpochReport> reports = new ArrayList<>(history);
        reports.add(report);
        long all = steps + stepsOfEpoch - begun.steps();
        int best = better ? report.epoch() : bestEpoch;
        return new Checkpoint(fingerprint, report.epoch(), all, batch, best, allScores, reports, Begun.NOTHING);
    }

    /** The same place in the epoch, counted in steps of another size; the steps that were made stay as many. */
    Checkpoint withBatch(int rows) {
        double ratio = (double) batch / rows;
        int part = (int) (begun.steps() * ratio);
        Begun same = new Begun(
                part,
                begun.rows(),
                begun.normSum() * part / Math.max(1, begun.steps()),
                begun.seconds(),
                begun.stepSeconds(),
                Double.NaN);
        return new Checkpoint(fingerprint, epoch, steps, rows, bestEpoch, scores, history, same);
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
                throw noCheckpoint(file);
            }
            Checkpoint checkpoint = parse(json.toByteArray(), fingerprint, folder);
            WeightsFile.check(file, state, found);
            state.forEach((name, array) -> Weights.set(array, found.get(name)));
            return checkpoint;
        }
    }

    /**
     * The numbers of the folder's checkpoint alone, without the native library.
     *
     * @throws NoticeException where the file is damaged or of another run
     */
    static Checkpoint peek(Path folder, String fingerprint) throws NoticeException, IOException {
        Path file = folder.resolve(FILE);
        byte[] json = WeightsFile.bytes(file, KEY).orElseThrow(() -> noCheckpoint(file));
        return parse(json, fingerprint, folder);
    }

    private static NoticeException noCheckpoint(Path file) {
        return new NoticeException(Notice.of("run.error.weightsNames", file.getFileName(), KEY, "–"));
    }

    /** Its fingerprint is read first: the rest of a file of another version may have another form. */
    private static Checkpoint parse(byte[] json, String fingerprint, Path folder) throws NoticeException {
        String text = new String(json, StandardCharsets.UTF_8);
        JsonObject object = JsonParser.parseString(text).getAsJsonObject();
        if (!RunFolder.sameRun(object.get("fingerprint").getAsString(), fingerprint)) {
            throw new NoticeException(Notice.of("run.error.checkpointOther", folder.getFileName()));
        }
        return Json.gson().fromJson(object, Checkpoint.class);
    }
}
