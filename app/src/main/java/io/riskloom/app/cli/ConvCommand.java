package io.riskloom.app.cli;

import io.riskloom.engine.feature.Convolution;
import io.riskloom.engine.feature.PadMode;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code riskloom conv}: the playground's convolution, checked against the engine. */
@Command(
        name = "conv",
        mixinStandardHelpOptions = true,
        description = "Cross-correlates a grid with a kernel and tells the largest difference from the engine.")
final class ConvCommand implements Callable<Integer> {

    private static final SequencedMap<String, PadMode> PAD_MODES = new LinkedHashMap<>();

    static {
        PAD_MODES.put("zeros", PadMode.ZERO);
        PAD_MODES.put("reflect", PadMode.REFLECT);
        PAD_MODES.put("replicate", PadMode.REPLICATE);
    }

    /** Larger steps and borders are slips of the keyboard. */
    static final int MOST = 1000;

    @Mixin
    private Common common;

    @Option(names = "--input", paramLabel = "CSV", required = true, description = "Grid of numbers.")
    private Path input;

    @Option(names = "--kernel", paramLabel = "CSV", required = true, description = "Grid of numbers.")
    private Path kernel;

    @Option(names = "--stride", defaultValue = "1", description = "Cells between windows (${DEFAULT-VALUE}).")
    private int stride;

    @Option(names = "--padding", defaultValue = "0", description = "Cells added on each side (${DEFAULT-VALUE}).")
    private int padding;

    @Option(names = "--dilation", defaultValue = "1", description = "Cells between taps (${DEFAULT-VALUE}).")
    private int dilation;

    @Option(names = "--pad-mode", defaultValue = "zeros", description = "zeros, reflect or replicate")
    private String padMode;

    @Option(names = "--bias", defaultValue = "0", description = "Added to every output (${DEFAULT-VALUE}).")
    private double bias;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Usage usage = common.usage();
        usage.choice("--pad-mode", padMode, List.copyOf(PAD_MODES.keySet()));
        usage.range("--stride", stride, 1, MOST);
        usage.range("--padding", padding, 0, MOST);
        usage.range("--dilation", dilation, 1, MOST);
        usage.range("--bias", bias, -Double.MAX_VALUE, Double.MAX_VALUE);
        PadMode mode = PAD_MODES.get(padMode);
        double[][] x = MatrixCsv.read(input);
        double[][] k = MatrixCsv.read(kernel);
        double[][] output = Convolution.output(x, k, stride, padding, dilation, mode, bias);
        double[][] engine = common.ask(e ->
                e.convolve(Requests.ConvolveRequest.plane(x, k, stride, padding, dilation, padMode, bias)))[0];
        GridOutput.print(output, MatrixCsv.largestDifference(output, engine), json, common.texts);
        return 0;
    }
}
