package io.riskloom.app.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/**
 * What one measured process tells: one JSON object of the same names on its last line of output.
 *
 * @param name   of the program and its version
 * @param size   how much was done, such as rows
 * @param check  a sum over the result, by which two programs can be seen to have done the same
 * @param seconds of each repetition; the first is the cold one
 * @param peakMb the process's largest resident memory in 10⁶ bytes; NaN where the system does not tell
 * @param more   further numbers, by the names that the JSON gives them
 */
record Trial(String name, long size, double check, double[] seconds, double peakMb, Map<String, Double> more) {

    private static final Set<String> NAMED = Set.of("name", "size", "check", "seconds", "peakMb");

    Trial {
        more = Map.copyOf(more);
    }

    Trial(String name, long size, double check, double[] seconds, double peakMb) {
        this(name, size, check, seconds, peakMb, Map.of());
    }

    /** @throws RuntimeException where a member is not there or of another type */
    static Trial of(JsonObject json) {
        double[] seconds = StreamSupport.stream(json.getAsJsonArray("seconds").spliterator(), false)
                .mapToDouble(s -> s.getAsDouble())
                .toArray();
        return new Trial(
                json.get("name").getAsString(),
                json.get("size").getAsLong(),
                json.get("check").getAsDouble(),
                seconds,
                number(json.get("peakMb")),
                json.entrySet().stream()
                        .filter(e -> !NAMED.contains(e.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> number(e.getValue()))));
    }

    private static double number(JsonElement value) {
        return value.isJsonNull() ? Double.NaN : value.getAsDouble();
    }

    double cold() {
        return seconds[0];
    }

    DoubleStream warm() {
        return Arrays.stream(seconds).skip(1);
    }

    /** Median of the first repetitions of all processes. */
    static double cold(List<Trial> trials) {
        return median(trials.stream().mapToDouble(Trial::cold));
    }

    /** Median of all later repetitions of all processes. */
    static double warm(List<Trial> trials) {
        return median(trials.stream().flatMapToDouble(Trial::warm));
    }

    /** Median of all repetitions of all processes, the first ones too. */
    static double all(List<Trial> trials) {
        return median(trials.stream().flatMapToDouble(trial -> Arrays.stream(trial.seconds())));
    }

    /** Median over the processes of one of their further numbers. */
    static double more(List<Trial> trials, String name) {
        return median(trials.stream().mapToDouble(trial -> trial.more().getOrDefault(name, Double.NaN)));
    }

    /** The largest; NaN where one is not known. */
    static double peakMb(List<Trial> trials) {
        return trials.stream().mapToDouble(Trial::peakMb).reduce(Math::max).orElse(Double.NaN);
    }

    /** NaN of nothing. */
    static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
