package io.riskloom.app.cli;

import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.store.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom generate}: price paths from a trained generator. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description =
                "Generates price paths, as many as the disk holds; CSV with the columns path, step (both from 1) and the price of"
                        + " each series after that step, with nine significant digits; from a generator of whole bars open, high,"
                        + " low, close and volume in place of the price.")
final class GenerateCommand implements Callable<Integer> {

    private static final String TODAY = "today";
    private static final String ANY_DAY = "any-day";

    @Mixin
    private Common common;

    @Parameters(paramLabel = "RUN", description = "A generate run's id or the start of it.")
    private String id;

    @Mixin
    private ProjectOption projects;

    @Option(names = "--paths", paramLabel = "N", required = true, description = "How many paths, 1 to 1,000,000.")
    private int paths;

    @Option(names = "--length", paramLabel = "T", required = true, description = "Steps of each path, 1 to 100,000.")
    private int length;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "7", description = "The same seed gives the same paths.")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "DAY",
            defaultValue = TODAY,
            description =
                    "today: from the file's last price, a conditional generator from its last days; any-day: from days drawn from"
                            + " the training span. The same to a generator of prices alone that does not know the recent history.")
    private String start;

    @Option(names = "--out", paramLabel = "CSV", description = "Write here instead of standard output.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        common.usage().range("--paths", paths, 1, 1_000_000);
        common.usage().range("--length", length, 1, 100_000);
        common.usage().choice("--start", start, List.of(TODAY, ANY_DAY));
        try (Project project = projects.holding(id)) {
            Run run = projects.find(project, id);
            GenerateSpec spec = Common.spec(run, GenerateSpec.class);
            if (spec.joins() && length > spec.window()) {
                String seams = spec.bars() ? "cli.generate.seams.joinedBars" : "cli.generate.seams.joinedBlocks";
                System.err.println(common.texts.get(seams, length, spec.window()));
            }
            if (start.equals(ANY_DAY) && !spec.conditioned() && !spec.bars()) {
                System.err.println(common.texts.get("cli.generate.startSame"));
            }
            PathRequest.Start from = start.equals(TODAY) ? PathRequest.Start.TODAY : PathRequest.Start.ANY_DAY;
            PathFiler.Wanted wanted = new PathFiler.Wanted(paths, length, seed, from);
            new PathFiler(common, ProjectOption.model(project, run), wanted).write(out);
        }
        return 0;
    }
}
