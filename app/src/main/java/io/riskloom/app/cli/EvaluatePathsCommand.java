package io.riskloom.app.cli;

import io.riskloom.engine.data.PathFile;
import io.riskloom.engine.judge.PathComparison;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code riskloom evaluate paths}: generated price paths against real ones, wherever they come from. */
@Command(
        name = "paths",
        mixinStandardHelpOptions = true,
        description = {
            "Judges generated price paths, of any program, against real ones: stylised facts with their bands, Wasserstein distances"
                    + " at 1, 5, 20 and 100 days, errors of value at risk and expected shortfall, whether windows were copied; beside"
                    + " them a block bootstrap and GARCH(1,1)-t, which here learn from the real file itself.",
            "A file is either a price history (one path, of several series on the days that all have) or a table with a column path,"
                    + " which may as well be called sample, simulation or scenario, if need be step, and the prices after each step;"
                    + " all paths of one length. Of bars the close is judged; --timegan looks at all columns that both files have."
        })
final class EvaluatePathsCommand implements Callable<Integer> {

    private static final String REAL = "real";
    private static final String GENERATED = "generated";
    private static final String BOTH = "both";
    private static final String NEITHER = "none";
    private static final int MOST_REPEATS = 100;
    private static final int MOST_ITERATIONS = 100_000;

    @Mixin
    private Common common;

    @Option(names = "--real", paramLabel = "CSV", required = true, description = "Real prices or paths.")
    private Path real;

    @Option(names = "--generated", paramLabel = "CSV", required = true, description = "Generated paths.")
    private Path generated;

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "Of both files, the first of them is the main one; all that both have if not given.")
    private List<String> columns = List.of();

    @Option(
            names = "--returns",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = BOTH,
            description =
                    "Which file holds daily log returns, not prices: real, generated, or both, as if none is named.")
    private String returns = NEITHER;

    @Option(
            names = "--timegan",
            description =
                    "Add the discriminative and the predictive score of TimeGAN (windows of 24 days, lower is better) and two judges"
                            + " that are harder to deceive, each with the floor that real windows get. Takes minutes.")
    private boolean timegan;

    @Option(
            names = "--rebased",
            description =
                    "With --timegan: divide each window by its level of the day before, for paths that all begin at one price."
                            + " Published scores are of the levels themselves.")
    private boolean rebased;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "10",
            description = "Of the scores of TimeGAN; 10 if not given.")
    private int repeats;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "2000",
            description =
                    "Of the discriminative judge, 2000 as published if not given; the predictive one takes five for two of them.")
    private int iterations;

    @Option(
            names = "--strong",
            paramLabel = "N",
            defaultValue = "3",
            description = "Repeats of the two strong judges, 0 to leave them out; 3 if not given.")
    private int strong;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "7",
            description = "The same seed gives the same figures.")
    private long seed;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        common.usage().range("--repeats", repeats, 1, MOST_REPEATS);
        common.usage().range("--iterations", iterations, 2, MOST_ITERATIONS);
        common.usage().range("--strong", strong, 0, MOST_REPEATS);
        common.usage().choice("--returns", returns, List.of(REAL, GENERATED, BOTH, NEITHER));
        if (rebased && !timegan) {
            throw common.usage().wrong("cli.usage.needs", "--rebased", "--timegan");
        }
        PathPair pair = PathPair.of(
                PathFile.read(Common.file(real), returns(REAL)),
                PathFile.read(Common.file(generated), returns(GENERATED)),
                columns);
        PathComparison comparison = PathComparison.of(pair.given(), seed);
        Optional<ProtocolScores> scores =
                timegan ? Optional.of(new PathProtocolRun(common).scores(request(pair))) : Optional.empty();
        if (json) {
            Common.print(EvaluateJson.of(pair, comparison, scores, common.texts));
        } else {
            new EvaluatePrint(common.texts).print(pair, comparison, scores);
        }
        return 0;
    }

    private boolean returns(String side) {
        return returns.equals(side) || returns.equals(BOTH);
    }

    private Requests.JudgeFilesRequest request(PathPair pair) {
        return new Requests.JudgeFilesRequest(
                new Requests.PathColumns(
                        real.toAbsolutePath().toString(), pair.real().columns(), returns(REAL)),
                new Requests.PathColumns(
                        generated.toAbsolutePath().toString(), pair.generated().columns(), returns(GENERATED)),
                rebased,
                repeats,
                iterations,
                strong,
                seed);
    }
}
