package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Playback;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all recipes do with a run's folder and its data. */
record RunFolder(Path path) {
    private static final String MODEL = "model.json";
    private static final String LAST = "last.safetensors";
    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);

    /** Says which spec and which data a checkpoint belongs to; the file's place does not matter. */
    static String fingerprint(RunSpec spec, Source source) {
        JsonObject json = Specs.toJson(spec);
        json.remove("data");
        return json + " " + source.sha256();
    }

    /**
     * Whether two fingerprints are of the same run. One of an earlier version may lack settings that came later: they are
     * read as in a stored run.
     */
    static boolean sameRun(String one, String other) {
        return one.equals(other) || (sha256(one).equals(sha256(other)) && sameSpec(one, other));
    }

    private static String sha256(String fingerprint) {
        return fingerprint.substring(fingerprint.lastIndexOf(' ') + 1);
    }

    private static boolean sameSpec(String one, String other) {
        try {
            return spec(one).equals(spec(other));
        } catch (IllegalArgumentException e) {
            return false; // one of them has settings that this version does not know
        }
    }

    private static RunSpec spec(String fingerprint) {
        return Specs.parse(fingerprint.substring(0, Math.max(0, fingerprint.lastIndexOf(' '))));
    }

    /** @throws NoticeException {@code run.error.needsPrices} (file) for a credit table */
    static PriceHistory series(Imported data, RunSpec spec) throws NoticeException {
        if (data instanceof Imported.Prices prices) {
            return prices.seriesNamed(spec.series());
        }
        throw new NoticeException(Notice.of("run.error.needsPrices", name(data.source())));
    }

    static String name(Source source) {
        Path file = Path.of(source.path()).getFileName();
        return file == null ? source.path() : file.toString();
    }

    /** @throws NoticeException {@code run.error.origin} (first permitted, last, found) */
    static void checkOrigins(int from, int to, int first, int days) throws NoticeException {
        if (from < first || to > days || from > to) {
            throw new NoticeException(Notice.of("run.error.origin", first, days - 1, from < first ? from : to - 1));
        }
    }

    /**
     * Before training: an outcome that lies here is of an earlier training, and so are weights without a description
     * and a checkpoint. A whole model stays until {@link #giveUp}. What a killed training had half written goes.
     */
    void start() throws IOException {
        AtomicFiles.removeLeftovers(path);
        Files.deleteIfExists(path.resolve(Outcome.FILE));
        if (!Files.exists(path.resolve(Checkpoint.FILE))) {
            Files.deleteIfExists(path.resolve(Playback.FILE));
            Files.deleteIfExists(last());
            PathRefit.clear(path);
        }
        if (!Files.exists(path.resolve(Checkpoint.FILE)) && !Files.exists(path.resolve(MODEL))) {
            Files.deleteIfExists(weights());
        }
    }

    /** A model of an earlier training is given up: its description would not fit the weights that come now. */
    void giveUp() throws IOException {
        Files.deleteIfExists(path.resolve(MODEL));
    }

    void writeModel(Object model) throws IOException {
        AtomicFiles.write(path.resolve(MODEL), Json.gson().toJson(model).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws NoticeException {@code run.error.notTrained} (folder) where the run has not finished,
     *     {@code run.error.modelUnreadable} (folder) where its file is damaged
     */
    <T> T readModel(Class<T> type) throws NoticeException, IOException {
        Path file = path.resolve(MODEL);
        if (!Files.exists(file) || !Files.exists(weights())) {
            throw new NoticeException(Notice.of("run.error.notTrained", path.getFileName()));
        }
        T model;
        try {
            model = Json.gson().fromJson(Files.readString(file), type);
        } catch (JsonParseException e) {
            throw new NoticeException(Notice.of("run.error.modelUnreadable", path.getFileName()), e);
        }
        if (model == null) {
            throw new NoticeException(Notice.of("run.error.modelUnreadable", path.getFileName()));
        }
        return model;
    }

    Path weights() {
        return path.resolve(TrainingLoop.WEIGHTS);
    }

    /** Weights after the last step, where other ones are kept. */
    Path last() {
        return path.resolve(LAST);
    }

    /**
     * Writes the weights as they stand after the last step, for whoever looks inside. A run is not lost for want of room for them.
     *
     * @param best epoch whose weights the run answers with, of several networks the earliest
     * @param end  where the training stands
     */
    void keepLast(Map<String, NDArray> weights, int best, Checkpoint end) {
        try {
            Files.deleteIfExists(last());
            if (best < end.epoch() || end.begun().steps() > 0) {
                WeightsFile.write(last(), weights);
            }
        } catch (IOException e) {
            LOG.warn("The weights after the last step could not be kept in {}", path, e);
        }
    }

    /**
     * Keeps the outcome, for a parent that is gone before it hears it. A finished run does not go on: then its
     * checkpoint, three times the weights' size, is no longer needed.
     */
    void finish(Outcome outcome) throws IOException {
        byte[] json = Json.gson().toJson(outcome, Outcome.class).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.write(path.resolve(Outcome.FILE), json);
        Files.deleteIfExists(path.resolve(Checkpoint.FILE));
    }
}
