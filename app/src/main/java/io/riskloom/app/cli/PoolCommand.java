package io.riskloom.app.cli;

import io.riskloom.engine.feature.PoolShape;
import io.riskloom.engine.feature.Pooling;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code riskloom pool}: the playground's pooling, checked against the engine. */
@Command(
        name = "pool",
        mixinStandardHelpOptions = true,
        description = "Pools a grid and tells the largest difference from the engine.")
final class PoolCommand implements Callable<Integer> {

    private static final Pattern WINDOW = Pattern.compile("([1-9]\\d{0,3})[xX]([1-9]\\d{0,3})");
    private static final int MOST_STRIDE = 9999;

    @Mixin
    private Common common;

    @Option(names = "--input", paramLabel = "CSV", required = true, description = "Grid of numbers.")
    private Path input;

    @Option(names = "--window", paramLabel = "PxQ", required = true, description = "Rows x columns, such as 2x2.")
    private String window;

    @Option(names = "--stride", description = "Cells between windows; the window's rows if not given.")
    private Integer stride;

    @Option(names = "--kind", defaultValue = "max", description = "max or average")
    private String kind;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Usage usage = common.usage();
        Matcher sides = WINDOW.matcher(window);
        if (!sides.matches()) {
            throw usage.wrong("cli.usage.window", window);
        }
        usage.choice("--kind", kind, List.of("max", "average"));
        int rows = Integer.parseInt(sides.group(1));
        int columns = Integer.parseInt(sides.group(2));
        int step = stride == null ? rows : stride;
        usage.range("--stride", step, 1, MOST_STRIDE);
        double[][] x = MatrixCsv.read(input);
        Pooling.Kind which = kind.equals("max") ? Pooling.Kind.MAX : Pooling.Kind.AVERAGE;
        PoolShape shape = PoolShape.window(rows, columns, step);
        double[][] output = Pooling.output(x, which, shape);
        double[][] engine = common.ask(e -> e.pool(new Requests.PoolRequest(new double[][][] {x}, shape, kind)))
                .output()[0];
        GridOutput.print(output, MatrixCsv.largestDifference(output, engine), json, common.texts);
        return 0;
    }
}
