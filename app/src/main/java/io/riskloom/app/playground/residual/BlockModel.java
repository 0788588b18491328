package io.riskloom.app.playground.residual;

import io.riskloom.engine.lesson.BlockTrace;
import io.riskloom.engine.lesson.RaceFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** The block that is looked at: how far its arithmetic is shown, and at which cell of it. */
final class BlockModel {

    /** In the order of the arithmetic. */
    static final List<String> STAGES = List.of("input", "inner", "act1", "branch", "shortcut", "sum", "output");

    private final ResidualViewModel model;
    private final IntegerProperty stage = new SimpleIntegerProperty(STAGES.size() - 1);
    private final IntegerProperty channel = new SimpleIntegerProperty();
    private final IntegerProperty day = new SimpleIntegerProperty();

    BlockModel(ResidualViewModel model) {
        this.model = model;
        model.frame().subscribe(is -> at(channel.get(), day.get()));
    }

    Optional<BlockTrace> trace() {
        return Optional.ofNullable(model.frame().get()).map(RaceFrame::block);
    }

    /** Number of the last stage that is shown. */
    IntegerProperty stage() {
        return stage;
    }

    /** Of the cell in the sum that is looked at. */
    IntegerProperty channel() {
        return channel;
    }

    IntegerProperty day() {
        return day;
    }

    /** Channels × days of a stage; a convolution is shown after its batch norm. */
    static double[][] values(BlockTrace trace, String stage) {
        return switch (stage) {
            case "inner" -> normed(trace, "norm1", "conv1");
            case "branch" -> normed(trace, "norm2", "conv2");
            default -> trace.stage(stage).values();
        };
    }

    private static double[][] normed(BlockTrace trace, String norm, String conv) {
        return trace.stage(normed(trace) ? norm : conv).values();
    }

    static boolean normed(BlockTrace trace) {
        return trace.stages().stream().anyMatch(stage -> stage.name().equals("norm1"));
    }

    /** What all but two in a hundred of the numbers do not exceed in size, for a common scale of colours. */
    static double scale(BlockTrace trace) {
        double[] sizes = STAGES.stream()
                .flatMap(stage -> Arrays.stream(values(trace, stage)))
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 0 : sizes[(int) ((sizes.length - 1) * 0.98)];
    }

    void show(int number) {
        stage.set(Math.clamp(number, 0, STAGES.size() - 1));
    }

    void at(int toChannel, int toDay) {
        trace().ifPresent(trace -> {
            double[][] sum = trace.stage("sum").values();
            channel.set(Math.clamp(toChannel, 0, sum.length - 1));
            day.set(Math.clamp(toDay, 0, sum[0].length - 1));
        });
    }

    double at(BlockTrace trace, String name) {
        return values(trace, name)[channel.get()][day.get()];
    }
}
