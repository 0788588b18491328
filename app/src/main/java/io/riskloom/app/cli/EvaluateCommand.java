package io.riskloom.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code riskloom evaluate}: what was made anywhere, judged as our own. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Judges what any program has made, as our own results are judged.",
        subcommands = {EvaluatePathsCommand.class})
final class EvaluateCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Override
    public Integer call() {
        Usage usage = common.usage();
        throw usage.wrong(
                "cli.evaluate.nothing",
                String.join(", ", usage.line().getSubcommands().keySet()));
    }
}
