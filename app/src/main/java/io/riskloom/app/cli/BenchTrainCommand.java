package io.riskloom.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.service.StepBench;
import java.io.IOException;
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
        description = {
            "Times training steps on prepared random data (slice the batch, forward, loss, backward, optimiser) in fresh "
                    + "processes with the environment of a run's own; beside them the same steps in Python's PyTorch, eager, "
                    + "with its fused optimisers, in turns.",
            "JSON: ours and peer are the median milliseconds of a step over all rounds, ratio is peer over ours (2 is twice "
                    + "as fast); cpu and peerCpu the processor's milliseconds, peakMb the largest resident memory of our "
                    + "processes in 10^6 bytes, growthMb what their memory grew by over the second half of the rounds."
        })
final class BenchTrainCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 1024;
    private static final int MOST_SECONDS = 3600;
    private static final int MOST_STEPS = 1_000_000;
    private static final int MOST_ROUNDS = 1000;

    @Mixin
    private Common common;

    @Parameters(index = "0..*", arity = "0..*", paramLabel = "NET", description = "Nets to time; all if none is named.")
    private List<String> nets = List.of();

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads of the native library, in both programs.")
    private int threads;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "5", description = "Seconds of steps in a process.")
    private int seconds;

    @Option(names = "--steps", paramLabel = "N", description = "Steps in a process, in place of --seconds.")
    private Integer steps;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds that they are shared among.")
    private int rounds;

    @Option(names = "--same-environment", description = "Give the peer our child's settings of malloc and OpenMP too.")
    private boolean alike;

    @Option(
            names = "--profile",
            description =
                    "Print where our step's time goes instead (processor only; the profiler slows short steps down).")
    private boolean profile;

    @Override
    public Integer call() throws Exception {
        for (String net : nets) {
            common.usage().choice("NET", net, StepBench.NETS);
        }
        options.check(common.usage());
        common.usage().range("--threads", threads, 1, MOST_THREADS);
        common.usage().range("--seconds", seconds, 1, MOST_SECONDS);
        common.usage().range("--rounds", rounds, 1, MOST_ROUNDS);
        if (steps != null) {
            common.usage().range("--steps", steps, rounds, MOST_STEPS);
        }
        TrainBench.Setup setup = new TrainBench.Setup(threads, seconds, steps == null ? 0 : steps, rounds, alike);
        List<String> wanted = nets.isEmpty() ? StepBench.NETS : nets;
        return TrialFolder.with(folder -> {
            TrainBench bench = new TrainBench(folder, setup);
            return profile ? profile(bench, wanted) : measure(bench, wanted);
        });
    }

    private int measure(TrainBench bench, List<String> wanted)
            throws NoticeException, IOException, InterruptedException {
        if (options.peer == null) {
            BenchOptions.missed(common.texts, Notice.of("cli.bench.noPeerNamed", "torch"));
        }
        List<BenchCase> cases = new ArrayList<>();
        for (String net : wanted) {
            cases.add(bench.run(
                    net,
                    options.runs,
                    options.peer,
                    trial -> tell(net, trial),
                    reason -> BenchOptions.missed(common.texts, reason)));
        }
        if (options.json) {
            Common.print(BenchCase.json(threads, cases));
        } else {
            print(cases);
        }
        return 0;
    }

    private void tell(String net, Trial trial) {
        System.err.println(
                common.texts.get("cli.bench.step", net, trial.name(), millis(1e3 * Trial.all(List.of(trial)))));
    }

    private void print(List<BenchCase> cases) {
        System.out.println(common.texts.get("cli.bench.machine", Machine.describe(), threads));
        TextTable table = new TextTable("<>><>>");
        table.row(
                common.texts.get("cli.bench.net"),
                "Riskloom",
                cases.stream()
                        .map(BenchCase::peerName)
                        .filter(name -> name != null)
                        .findFirst()
                        .orElse(""),
                "",
                common.texts.get("cli.bench.peak"),
                common.texts.get("cli.bench.growth"));
        for (BenchCase one : cases) {
            table.row(
                    one.name(),
                    common.texts.get("cli.bench.millis", millis(one.ours())),
                    Double.isNaN(one.peer()) ? "" : common.texts.get("cli.bench.millis", millis(one.peer())),
                    Double.isNaN(one.ratio())
                            ? ""
                            : common.texts.get("cli.bench.ratio", Formats.number(one.ratio(), 2)),
                    Double.isNaN(one.peakMb()) ? "" : Formats.number(one.peakMb(), 0),
                    Formats.number(one.more().get("growthMb"), 0));
        }
        table.lines().forEach(System.out::println);
    }

    private int profile(TrainBench bench, List<String> wanted)
            throws NoticeException, IOException, InterruptedException {
        JsonArray all = new JsonArray();
        for (String net : wanted) {
            JsonObject told = bench.profile(net);
            all.add(told);
            if (!options.json) {
                print(told);
            }
        }
        if (options.json) {
            JsonObject json = new JsonObject();
            json.addProperty("machine", Machine.describe());
            json.addProperty("threads", threads);
            json.add("profiles", all);
            Common.print(json);
        }
        return 0;
    }

    private void print(JsonObject told) {
        JsonObject parts = told.getAsJsonObject("parts");
        double whole = parts.entrySet().stream()
                .mapToDouble(part -> part.getValue().getAsDouble())
                .sum();
        System.out.println(common.texts.get("cli.bench.profile", told.get("net").getAsString(), millis(whole)));
        TextTable table = new TextTable("<>>");
        for (String part : parts.keySet()) {
            share(
                    table,
                    common.texts.get("cli.bench.part." + part),
                    parts.get(part).getAsDouble(),
                    whole);
        }
        for (JsonElement element : told.getAsJsonArray("heaviest")) {
            JsonObject operator = element.getAsJsonObject();
            share(
                    table,
                    operator.get("name").getAsString(),
                    operator.get("millis").getAsDouble(),
                    whole);
        }
        table.lines().forEach(System.out::println);
    }

    private void share(TextTable table, String name, double part, double whole) {
        table.row(name, common.texts.get("cli.bench.millis", millis(part)), Formats.percent(part / whole, 1));
    }

    private static String millis(double value) {
        return Formats.number(value, 2);
    }
}
