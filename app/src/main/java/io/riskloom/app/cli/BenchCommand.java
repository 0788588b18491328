package io.riskloom.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code riskloom bench}: measurements, each a command of its own. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures speed and memory in fresh processes, with another program beside ours where one is named, and how "
                        + "honest verdicts and the plainest forecast are.",
        subcommands = {
            BenchCsvCommand.class,
            BenchTrainCommand.class,
            BenchGenerateCommand.class,
            BenchVerdictsCommand.class,
            BenchLastValueCommand.class,
        })
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Override
    public Integer call() {
        Usage usage = common.usage();
        throw usage.wrong(
                "cli.bench.noSuite",
                String.join(", ", usage.line().getSubcommands().keySet()));
    }
}
