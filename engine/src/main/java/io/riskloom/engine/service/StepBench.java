package io.riskloom.engine.service;

import io.riskloom.engine.djl.StepTimes;
import java.io.IOException;
import java.util.List;

/**
 * Times training steps of one net in a child of its own, with the environment that a run's child has. The caller starts it;
 * the last line of its output is one JSON object.
 */
public final class StepBench {

    /** Nets that can be timed; {@code engine/benchmarks/peer_train.py} times the same in Python. */
    public static final List<String> NETS = StepTimes.NETS;

    private StepBench() {}

    /**
     * A child that tells {@code name}, {@code size} (weights), {@code check} (rows a step), {@code seconds} (of a step, for
     * each round), {@code peakMb}, {@code steps}, {@code cpuMillis} and {@code growthMb} (resident memory after the last
     * step less that after half of the rounds).
     *
     * @param seconds that the timed steps take together; counts where steps is 0
     * @param steps   to be timed; 0 for as many as the seconds hold
     */
    public static ProcessBuilder times(String net, int threads, double seconds, int steps, int rounds)
            throws IOException {
        String length = steps > 0 ? "0" : Double.toString(seconds);
        return child(threads, "times", net, length, Integer.toString(steps), Integer.toString(rounds));
    }

    /**
     * A child that tells where the milliseconds of a step go: {@code parts} by name and the {@code heaviest} operators
     * ({@code name}, {@code millis}).
     */
    public static ProcessBuilder profile(String net, int threads, int steps) throws IOException {
        return child(threads, "profile", net, Integer.toString(steps));
    }

    private static ProcessBuilder child(int threads, String... args) throws IOException {
        ProcessBuilder builder =
                ChildCommand.of(ChildOptions.defaults().withThreads(threads), StepBenchMain.class.getName());
        // a heap that soon stays as it is, so that what grows is native memory
        builder.command().add(1, "-Xmn16m");
        builder.command().addAll(List.of(args));
        return builder;
    }
}
