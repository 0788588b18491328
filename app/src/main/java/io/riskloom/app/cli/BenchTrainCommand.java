package io.riskloom.app.cli;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.service.StepBench;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom bench train}: how fast training steps are. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Times training steps on this machine, with random data and in a process of its own.")
final class BenchTrainCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 1024;
    private static final int MOST_SECONDS = 3600;
    private static final int MOST_ROUNDS = 1000;

    @Mixin
    private Common common;

    @Parameters(index = "0..*", arity = "0..*", paramLabel = "NET", description = "Nets to time; all if none is named.")
    private List<String> nets = List.of();

    @Option(names = "--threads", paramLabel = "N", defaultValue = "1", description = "Threads of the native library.")
    private int threads;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "8", description = "Seconds for each net.")
    private int seconds;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Rounds, whose median counts.")
    private int rounds;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        for (String net : nets) {
            common.usage().choice("NET", net, StepBench.NETS);
        }
        common.usage().range("--threads", threads, 1, MOST_THREADS);
        common.usage().range("--seconds", seconds, 1, MOST_SECONDS);
        common.usage().range("--rounds", rounds, 1, MOST_ROUNDS);
        List<StepBench.Row> rows = new ArrayList<>();
        StepBench.run(nets.isEmpty() ? StepBench.NETS : nets, threads, seconds, rounds, row -> {
            rows.add(row);
            if (!json) {
                print(row);
            }
        });
        if (json) {
            JsonArray array = new JsonArray();
            rows.forEach(row -> array.add(new Gson().toJsonTree(row)));
            JsonObject object = new JsonObject();
            object.add("steps", array);
            Common.print(object);
        }
        return 0;
    }

    private void print(StepBench.Row row) {
        System.out.println(common.texts.get(
                "cli.bench.row",
                row.net(),
                Formats.number(row.medianMillis(), 2),
                Formats.number(row.leastMillis(), 2),
                Formats.number(row.cpuMillis(), 2),
                row.steps(),
                row.threads()));
    }
}
