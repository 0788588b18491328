package io.riskloom.app.cli;

import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom bench generate}: how fast paths are drawn and written. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Times drawing 10,000 paths of 252 steps from the default TCN and LSTM generators with first weights, in fresh "
                    + "processes with the environment of a run's own; beside them the same networks in Python's PyTorch, eager, "
                    + "256 paths at a time, in turns. Case csv-paths: how fast as many paths are written as CSV.",
            "JSON: ours and peer are the median seconds of a round (MB a second of csv-paths), ratio is peer over ours (2 is "
                    + "twice as fast), peakMb the largest resident memory of our processes in 10^6 bytes."
        })
final class BenchGenerateCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 1024;
    private static final int MOST_ROUNDS = 100;

    @Mixin
    private Common common;

    @Parameters(
            index = "0..*",
            arity = "0..*",
            paramLabel = "CASE",
            description = "Cases to time; all if none is named.")
    private List<String> cases = List.of();

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads of the native library, in both programs.")
    private int threads;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds of each process, after one that warms up.")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        for (String name : cases) {
            common.usage().choice("CASE", name, GenerateBench.cases());
        }
        options.check(common.usage());
        common.usage().range("--threads", threads, 1, MOST_THREADS);
        common.usage().range("--rounds", rounds, 1, MOST_ROUNDS);
        return TrialFolder.with(folder -> measure(new GenerateBench(folder, threads, rounds)));
    }

    private int measure(GenerateBench bench) throws NoticeException, IOException, InterruptedException {
        if (options.peer == null) {
            BenchOptions.missed(common.texts, Notice.of("cli.bench.noPeerNamed", "torch"));
        }
        List<BenchCase> measured = new ArrayList<>();
        for (String name : cases.isEmpty() ? GenerateBench.cases() : cases) {
            measured.add(bench.run(
                    name,
                    options.runs,
                    options.peer,
                    trial -> tell(name, trial),
                    reason -> BenchOptions.missed(common.texts, reason)));
        }
        if (options.json) {
            Common.print(BenchCase.json(threads, measured));
        } else {
            print(measured);
        }
        return 0;
    }

    private void tell(String name, Trial trial) {
        System.err.println(
                common.texts.get("cli.bench.round", name, trial.name(), Formats.number(Trial.all(List.of(trial)), 2)));
    }

    private void print(List<BenchCase> measured) {
        System.out.println(common.texts.get("cli.bench.machine", Machine.describe(), threads));
        TextTable table = new TextTable("<>><>");
        table.row(
                common.texts.get("cli.bench.case"),
                "Riskloom",
                measured.stream()
                        .map(BenchCase::peerName)
                        .filter(name -> name != null)
                        .findFirst()
                        .orElse(""),
                "",
                common.texts.get("cli.bench.peak"));
        for (BenchCase one : measured) {
            table.row(
                    one.name(),
                    Formats.number(one.ours(), 2) + " " + one.unit(),
                    Double.isNaN(one.peer()) ? "" : Formats.number(one.peer(), 2) + " " + one.unit(),
                    Double.isNaN(one.ratio())
                            ? ""
                            : common.texts.get("cli.bench.ratio", Formats.number(one.ratio(), 2)),
                    Double.isNaN(one.peakMb()) ? "" : Formats.number(one.peakMb(), 0));
        }
        table.lines().forEach(System.out::println);
    }
}
