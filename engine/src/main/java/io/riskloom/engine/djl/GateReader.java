package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Gates;
import io.riskloom.engine.inside.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Reads the gates of a network's recurrent layers, and what each day of the input gives to the answer. */
final class GateReader {
    private final Subject subject;
    private final Attributions attributions;

    GateReader(Subject subject, Attributions attributions) {
        this.subject = subject;
        this.attributions = attributions;
    }

    /**
     * @param layer empty for the last recurrent one
     * @throws NoticeException {@code inside.error.noGates} (model) for a network or a layer without
     * @throws CancellationException between two batches of the days' attribution where it is stopped
     */
    Gates of(int place, String layer, Stage stage, BooleanSupplier stopped) throws NoticeException {
        float[] input = subject.input(place);
        Flow flow = subject.flow(stage);
        int step = layer.isEmpty() ? lastRecurrent(flow) : flow.index(layer);
        Flow.Step chosen = flow.steps().get(step);
        RecurrentLayer recurrent = chosen.recurrent()
                .orElseThrow(() -> new NoticeException(Notice.of("inside.error.noGates", subject.model())));
        List<Gates.Series> series = series(recurrent, days(flow, input, chosen.from()[0]));
        double[][] cells = subject.lags().sums(attributions.shares(flow, input, stopped));
        double[] lags = Arrays.stream(cells)
                .mapToDouble(day -> Arrays.stream(day).sum())
                .toArray();
        return new Gates(
                chosen.layer(),
                recurrent.kind(),
                subject.dates(place),
                series,
                lags,
                cells,
                subject.lags().features());
    }

    private int lastRecurrent(Flow flow) throws NoticeException {
        for (int step = flow.last(); step > 0; step--) {
            if (flow.steps().get(step).recurrent().isPresent()) {
                return step;
            }
        }
        throw new NoticeException(Notice.of("inside.error.noGates", subject.model()));
    }

    /** What the layer is given, days × numbers. */
    private double[][] days(Flow flow, float[] input, int step) {
        try (NDManager scratch = flow.manager().newSubManager()) {
            NDArray x = scratch.create(input, Network.batchOf(1, subject.sample()));
            NDArray given = flow.answer(x, step);
            Shape shape = given.getShape();
            float[] numbers = given.toFloatArray();
            double[][] days = new double[(int) shape.get(1)][(int) shape.get(2)];
            for (int i = 0; i < numbers.length; i++) {
                days[i / days[0].length][i % days[0].length] = numbers[i];
            }
            return days;
        }
    }

    private static List<Gates.Series> series(RecurrentLayer layer, double[][] days) {
        NDList weights = layer.weights();
        GateSteps steps = new GateSteps(
                layer.kind(),
                layer.units(),
                weights.get(0).toFloatArray(),
                weights.get(1).toFloatArray(),
                weights.get(2).toFloatArray(),
                weights.get(3).toFloatArray());
        if (!layer.backwards()) {
            return steps.over(days);
        }
        List<Gates.Series> turned = new ArrayList<>();
        for (Gates.Series each : steps.over(reversed(days))) {
            turned.add(new Gates.Series(each.name(), reversed(each.values())));
        }
        return turned;
    }

    private static double[][] reversed(double[][] days) {
        double[][] reversed = new double[days.length][];
        Arrays.setAll(reversed, t -> days[days.length - 1 - t]);
        return reversed;
    }
}
