package io.riskloom.engine.model;

import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a generator came to be, epoch by epoch: one JSON object a line in the run's folder, written as the epochs end, so that a
 * page can follow a run in progress and play a finished one back.
 *
 * @param scale  of the validation span, against which the frames' facts are held
 * @param frames in the order of the epochs
 */
public record Playback(Scale scale, List<Frame> frames) {

    public static final String FILE = "playback.jsonl";

    private static final int PART = 1 << 13;

    /** Diversity below which a generator counts as collapsed. */
    public static final double COLLAPSED = 0.25;

    public Playback {
        frames = List.copyOf(frames);
    }

    /**
     * The first line.
     *
     * @param facts real values and bands of the validation span; what was generated is in the frames
     * @param lags  of {@link Frame#acfAbs}, in days
     * @param acfAbs of the validation span
     * @param levels of {@link Frame#quantiles} and of {@link Frame#fan}'s rows
     * @param quantiles of the validation span's daily log returns at {@code levels}
     */
    public record Scale(List<Details.Fact> facts, int[] lags, double[] acfAbs, double[] levels, double[] quantiles) {
        public Scale {
            facts = List.copyOf(facts);
        }
    }

    /**
     * @param epoch     from 1
     * @param score     the smaller the nearer to the validation span; the smallest epoch is kept
     * @param values    facts by name
     * @param diversity spread of the generated windows over that of the real ones; near 0 where the generator has collapsed
     * @param quantiles of the generated daily log returns, at the scale's levels
     * @param acfAbs    of the generated returns, at the scale's lags
     * @param days      steps at which the fan is given, from 0
     * @param fan       quantiles of exp(cumulated log return), levels × days
     * @param paths     some paths of exp(cumulated log return), at {@code days}; the same noise in every epoch
     */
    public record Frame(
            int epoch,
            double score,
            Map<String, Double> values,
            double diversity,
            double[] quantiles,
            double[] acfAbs,
            int[] days,
            double[][] fan,
            double[][] paths) {
        public Frame {
            values = Map.copyOf(values);
        }

        /** Whether its windows are hardly different from each other. */
        public boolean collapsed() {
            return diversity < COLLAPSED;
        }

        /** The same, of another epoch. */
        public Frame at(int other) {
            return new Frame(other, score, values, diversity, quantiles, acfAbs, days, fan, paths);
        }
    }

    /** The first frame with the smallest score, whose epoch's weights are kept; empty before the first. */
    public Optional<Frame> kept() {
        return frames.stream()
                .filter(frame -> Double.isFinite(frame.score()))
                .min(Comparator.comparingDouble(Frame::score));
    }

    /**
     * The frame of the epoch that was kept.
     *
     * @param best that epoch; 0 where it is not known: then the one with the smallest score is meant
     */
    public Optional<Frame> kept(int best) {
        return best == 0
                ? kept()
                : frames.stream().filter(frame -> frame.epoch() == best).findFirst();
    }

    /** Levels of the quantiles and of the fan. */
    public static double[] levels() {
        return new double[] {.005, .01, .025, .05, .1, .25, .5, .75, .9, .95, .975, .99, .995};
    }

    /** Begins the file anew. */
    public static void begin(Path folder, Scale scale) throws IOException {
        Files.writeString(folder.resolve(FILE), Json.gson().toJson(scale) + "\n", StandardCharsets.UTF_8);
    }

    /** Adds a line; a half line that a kill left before it goes. */
    public static void append(Path folder, Frame frame) throws IOException {
        byte[] line = (Json.gson().toJson(frame) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel file = FileChannel.open(
                folder.resolve(FILE), StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            file.truncate(wholeLines(file, file.size()));
            file.write(ByteBuffer.wrap(line), file.size());
        }
    }

    /** Bytes up to the last line break within the first so many. */
    private static long wholeLines(FileChannel file, long within) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(PART);
        for (long to = within; to > 0; to -= PART) {
            long from = Math.max(0, to - PART);
            part.clear().limit((int) (to - from));
            int read = file.read(part, from);
            for (int i = read - 1; i >= 0; i--) {
                if (part.get(i) == '\n') {
                    return from + i + 1;
                }
            }
        }
        return 0;
    }

    /**
     * The scale and the last whole frame alone, however long the file has become.
     *
     * @return empty where there is no file or not even a whole first line; without a frame where there is none yet
     * @throws IOException where one of the two lines is damaged
     */
    public static Optional<Playback> latest(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file)) {
            long end = wholeLines(channel, channel.size());
            if (end == 0) {
                return Optional.empty();
            }
            long begin = wholeLines(channel, end - 1);
            Scale scale;
            try (BufferedReader reader = Files.newBufferedReader(file)) {
                scale = Json.gson().fromJson(reader.readLine(), Scale.class);
            }
            if (begin == 0) {
                return Optional.of(new Playback(scale, List.of()));
            }
            ByteBuffer line = ByteBuffer.allocate(Math.toIntExact(end - begin));
            while (line.hasRemaining() && channel.read(line, begin + line.position()) >= 0) {
                continue;
            }
            String text = new String(line.array(), StandardCharsets.UTF_8);
            return Optional.of(new Playback(scale, List.of(Json.gson().fromJson(text, Frame.class))));
        } catch (JsonParseException e) {
            throw new IOException(FILE + " is damaged", e);
        }
    }

    /**
     * What the file holds; a last line that is being written, or that a kill cut off, is left out. Of frames of the same epoch
     * the last counts.
     *
     * @return empty where there is no file or not even a whole first line
     * @throws IOException where another line is damaged
     */
    public static Optional<Playback> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        int whole = text.endsWith("\n") ? lines.size() : lines.size() - 1;
        if (whole < 1) {
            return Optional.empty();
        }
        try {
            Scale scale = Json.gson().fromJson(lines.getFirst(), Scale.class);
            List<Frame> frames = new ArrayList<>();
            for (String line : lines.subList(1, whole)) {
                Frame frame = Json.gson().fromJson(line, Frame.class);
                frames.removeIf(earlier -> earlier.epoch() >= frame.epoch());
                frames.add(frame);
            }
            return Optional.of(new Playback(scale, frames));
        } catch (JsonParseException e) {
            throw new IOException(FILE + " is damaged", e);
        }
    }
}
