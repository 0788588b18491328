package io.riskloom.app.cli;

import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Which layers {@code riskloom features} is asked for. */
final class LayerOptions {
    private static final String TRAINED = "trained";
    private static final String RANGE = "\\d{1,5}(-\\d{1,5})?";

    @Option(
            names = "--layer",
            paramLabel = "NAME",
            description =
                    "A layer as the table of --graph names it, such as stage2.block1.add; may be given several times.")
    private List<String> layers = List.of();

    @Option(
            names = "--channels",
            paramLabel = "LIST",
            description = "With --layer: which of its channels, such as 0-15,40; all if not given.")
    private String channels = "";

    @Option(
            names = "--stage",
            paramLabel = "WHICH",
            description =
                    "With --layer: whose weights answer, initial (before training), trained or last (after the last"
                            + " step; default: trained).")
    private String stage = TRAINED;

    @Option(
            names = "--graph",
            description = "Write network.csv: every layer with its size, its cost and its receptive field.")
    private boolean graph;

    /** Whether layers or the table are wanted in place of every stage's maps. */
    boolean chosen() {
        return graph || !layers.isEmpty();
    }

    boolean graph() {
        return graph;
    }

    void check(Usage usage) {
        usage.choice("--stage", stage, List.of("initial", TRAINED, "last"));
        if (layers.isEmpty() && (!channels.isEmpty() || !stage.equals(TRAINED))) {
            throw usage.wrong("cli.usage.needs", channels.isEmpty() ? "--stage" : "--channels", "--layer");
        }
        for (String part : channels.isEmpty() ? new String[0] : channels.split(",", -1)) {
            if (!part.matches(RANGE)) {
                throw usage.wrong("cli.usage.channels", channels);
            }
        }
    }

    LayerFiles.Asked of(Requests.ModelRef model, Path file, int place) {
        Stage which = Stage.valueOf(stage.toUpperCase(Locale.ROOT));
        return new LayerFiles.Asked(model, file.toString(), place, layers, which, numbers());
    }

    private List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (String part : channels.isEmpty() ? new String[0] : channels.split(",")) {
            String[] ends = part.split("-");
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                    .forEach(numbers::add);
        }
        return numbers;
    }
}
