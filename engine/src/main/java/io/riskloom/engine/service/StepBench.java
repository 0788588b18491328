package io.riskloom.engine.service;

import com.google.gson.Gson;
import io.riskloom.engine.djl.StepTimes;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Times training steps in a child of their own, with the environment that a run's child has. */
public final class StepBench {

    /** Nets that can be timed; {@code engine/benchmarks/peer_train.py} times the same in Python. */
    public static final List<String> NETS = StepTimes.NETS;

    private StepBench() {}

    /**
     * @param engine        name and version of the native library
     * @param steps         that were timed
     * @param medianMillis  wall time of one step, the median over the rounds
     * @param leastMillis   the same of the fastest round
     * @param cpuMillis     processor time of one step, the mean over all rounds
     * @param residentMb    memory of the process before the net was made
     * @param residentMbEnd and after its last step, the net freed
     */
    public record Row(
            String net,
            String engine,
            int threads,
            int steps,
            double medianMillis,
            double leastMillis,
            double cpuMillis,
            long residentMb,
            long residentMbEnd) {}

    /**
     * @param seconds that the timed steps of one net take together
     * @param told    hears each net's row as it comes
     * @throws IOException where the child broke off
     */
    public static void run(List<String> nets, int threads, double seconds, int rounds, Consumer<Row> told)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                ChildCommand.of(ChildOptions.defaults().withThreads(threads), StepBenchMain.class.getName());
        builder.command().add(Double.toString(seconds));
        builder.command().add(Integer.toString(rounds));
        builder.command().addAll(nets);
        Process child = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said = child.inputReader()) {
            said.lines().forEach(line -> told.accept(new Gson().fromJson(line, Row.class)));
            int code = child.waitFor();
            if (code != 0) {
                throw new IOException("the timing ended with code " + code);
            }
        } finally {
            child.destroy();
        }
    }
}
