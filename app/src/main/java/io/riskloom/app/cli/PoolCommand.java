package io.riskloom.app.cli;

import io.riskloom.engine.feature.Pooling;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code riskloom pool}: the playground's pooling, checked against the engine. */
@Command(
        name = "pool",
        mixinStandardHelpOptions = true,
        description = "Pools a grid and tells the largest difference from the engine.")
final class PoolCommand implements Callable<Integer> {

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
        if (!window.matches("[1-9]\\d{0,3}[xX][1-9]\\d{0,3}")) {
            throw new IllegalArgumentException("--window must be like 2x2, not " + window);
        }
        if (!kind.equals("max") && !kind.equals("average")) {
            throw new IllegalArgumentException("--kind must be max or average, not " + kind);
        }
        int rows = Integer.parseInt(window.toLowerCase(java.util.Locale.ROOT).split("x")[0]);
        int columns = Integer.parseInt(window.toLowerCase(java.util.Locale.ROOT).split("x")[1]);
        int step = stride == null ? rows : stride;
        double[][] x = MatrixCsv.read(input);
        Pooling.Kind which = kind.equals("max") ? Pooling.Kind.MAX : Pooling.Kind.AVERAGE;
        double[][] output = Pooling.output(x, which, rows, columns, step);
        double[][] engine = Common.ask(e -> e.pool(new Requests.PoolRequest(x, rows, columns, step, kind)));
        GridOutput.print(output, MatrixCsv.largestDifference(output, engine), json, common.texts);
        return 0;
    }
}
