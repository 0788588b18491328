package io.riskloom.engine.service;

import io.riskloom.engine.djl.PathTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Times drawing paths, and writing them as CSV, in a child of its own, with the environment that a run's child has. The caller
 * starts it; the last line of its output is one JSON object with {@code name}, {@code size}, {@code check}, {@code seconds} (of
 * each round) and {@code peakMb}.
 */
public final class PathBench {

    /** Generators that can be timed; {@code engine/benchmarks/peer_generate.py} times the same in Python. */
    public static final List<String> NETS = PathTimes.NETS;

    private PathBench() {}

    /** A child that draws; {@code size} are the weights that a path passes through, {@code check} the numbers of a round. */
    public static ProcessBuilder draw(String net, int threads, int rounds) throws IOException {
        return child(threads, "draw", net, Integer.toString(rounds));
    }

    /** A child that writes 10,000 paths of 252 steps; {@code size} are the bytes of the file, {@code check} its rows. */
    public static ProcessBuilder csv(Path file, int rounds) throws IOException {
        return child(1, "csv", file.toString(), Integer.toString(rounds));
    }

    private static ProcessBuilder child(int threads, String... args) throws IOException {
        ProcessBuilder builder =
                ChildCommand.of(ChildOptions.defaults().withThreads(threads), PathBenchMain.class.getName());
        builder.command().addAll(List.of(args));
        return builder;
    }
}
