package io.riskloom.app.cli;

import io.riskloom.app.text.Csv;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom generate}: price paths from a trained generator. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Generates price paths; CSV with the columns path, step and the series' price.")
final class GenerateCommand implements Callable<Integer> {

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

    @Option(names = "--out", paramLabel = "CSV", description = "Write here instead of standard output.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        common.usage().range("--paths", paths, 1, 1_000_000);
        common.usage().range("--length", length, 1, 100_000);
        try (Project project = projects.holding(id)) {
            Run run = projects.find(project, id);
            GenerateSpec spec = Common.spec(run, GenerateSpec.class);
            if (spec.joins() && length > spec.window()) {
                System.err.println(common.texts.get("cli.generate.seams", length, spec.window()));
            }
            Requests.ModelRef model = ProjectOption.model(project, run);
            PathSet set = common.ask(e -> e.generate(new Requests.GenerateRequest(model, paths, length, seed)));
            String name = spec.series().isEmpty() ? "price" : spec.series();
            Common.write(out, writer -> write(writer, set, name));
        }
        return 0;
    }

    /** Columns path, step, then the series' price after that step; both count from 1. */
    private static void write(Writer out, PathSet set, String series) throws IOException {
        double[][] prices = set.prices();
        out.write("path,step," + Csv.text(series) + "\n");
        for (int i = 0; i < prices.length; i++) {
            for (int t = 1; t < prices[i].length; t++) {
                out.write((i + 1) + "," + t + "," + Csv.number(prices[i][t]) + "\n");
            }
        }
    }
}
