package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.djl.Attributions.Found;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Class-activation maps of a network's layers, see {@link CamMaps}, scaled bilinearly to the input. */
final class ActivationMaps {
    /** Cells a side that the map of a layer should have that nobody chose: one cell colours everything alike. */
    static final int CELLS = 4;

    private final Subject subject;

    ActivationMaps(Subject subject) {
        this.subject = subject;
    }

    /**
     * @param layer empty for the deepest with large enough maps; of several networks one network's layer, or without the network's
     *     name the same layer of all, whose maps are summed, each weighed by its own slopes
     * @throws NoticeException {@code inside.error.noMaps} (layer, or the model where none is named) where no maps lie over the
     *     input
     */
    Found of(Flow flow, float[] input, String method, String layer) throws NoticeException {
        Fold fold = subject.fold();
        try (NDManager scratch = flow.manager().newSubManager()) {
            NDList answers = flow.run(scratch.create(input, Network.batchOf(1, subject.sample())));
            int[] steps = steps(flow, fold, layer.isEmpty() ? plain(flow, deepest(flow, answers, fold)) : layer);
            Axes axes = flow.steps().get(steps[0]).axes();
            String name = steps.length == 1 ? flow.steps().get(steps[0]).layer() : plain(flow, steps[0]);
            if (!fold.takes(axes)) {
                throw new NoticeException(Notice.of("inside.error.noMaps", name));
            }
            double[][] map = map(flow, answers, steps[0], method);
            for (int i = 1; i < steps.length; i++) {
                add(map, Bilinear.scale(map(flow, answers, steps[i], method), map.length, map[0].length));
            }
            double number = subject.explained(answers.getLast()).getFloat(0);
            return new Found(name, fold.map(map), subject.told(number), 0, 0);
        }
    }

    /** One step, or that of every network that has the layer. */
    private static int[] steps(Flow flow, Fold fold, String layer) throws NoticeException {
        int[] same = IntStream.rangeClosed(1, flow.last())
                .filter(step -> plain(flow, step).equals(layer))
                .filter(step -> fold.takes(flow.steps().get(step).axes()))
                .toArray();
        return same.length > 0 ? same : new int[] {flow.index(layer)};
    }

    /** A layer's name within its network. */
    private static String plain(Flow flow, int step) {
        return flow.steps().get(step).layer().substring(member(flow, step).length());
    }

    /** What a layer's name begins with where several networks stand side by side. */
    private static String member(Flow flow, int step) {
        String layer = flow.steps().get(step).layer();
        return flow.networks().size() == 1 ? "" : layer.substring(0, layer.indexOf('.') + 1);
    }

    private static void add(double[][] map, double[][] more) {
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j < map[i].length; j++) {
                map[i][j] += more[i][j];
            }
        }
    }

    /** Rows × columns. */
    private double[][] map(Flow flow, NDList answers, int step, String method) {
        Axes axes = flow.steps().get(step).axes();
        double[][] maps = channels(answers.get(step), axes);
        double[][] gradients = channels(flow.slope(answers, step, subject::explained), axes);
        double[] cells = method.equals(Attributions.GRAD_CAM)
                ? CamMaps.gradCam(maps, gradients)
                : CamMaps.gradCamPlus(maps, gradients);
        return square(cells, axes.rows(answers.get(step).getShape()));
    }

    /** Channels × cells. */
    private static double[][] channels(NDArray answer, Axes axes) {
        Shape shape = answer.getShape();
        float[] numbers = axes.byChannel(answer.toFloatArray(), shape);
        double[][] channels = new double[axes.channels(shape)][numbers.length / axes.channels(shape)];
        for (int i = 0; i < numbers.length; i++) {
            channels[i / channels[0].length][i % channels[0].length] = numbers[i];
        }
        return channels;
    }

    private static double[][] square(double[] cells, int rows) {
        double[][] square = new double[rows][];
        int columns = cells.length / rows;
        Arrays.setAll(square, i -> Arrays.copyOfRange(cells, i * columns, (i + 1) * columns));
        return square;
    }

    /**
     * The last layer whose map has enough cells a side, rather one that everything in its network passes than one in a branch; else the first
     * that has maps.
     */
    private int deepest(Flow flow, NDList answers, Fold fold) throws NoticeException {
        int[] large = IntStream.rangeClosed(1, flow.last())
                .filter(step -> leastSide(flow, answers, fold, step) >= CELLS)
                .toArray();
        int[] passed = Arrays.stream(large)
                .filter(step -> everythingPasses(flow, step))
                .toArray();
        if (large.length > 0) {
            return passed.length > 0 ? passed[passed.length - 1] : large[large.length - 1];
        }
        return IntStream.rangeClosed(1, flow.last())
                .filter(step -> leastSide(flow, answers, fold, step) > 0)
                .findFirst()
                .orElseThrow(() -> new NoticeException(Notice.of("inside.error.noMaps", subject.model())));
    }

    /** Of a layer's maps over the input, 0 where it has none. */
    private static int leastSide(Flow flow, NDList answers, Fold fold, int step) {
        Axes axes = flow.steps().get(step).axes();
        if (!fold.takes(axes)) {
            return 0;
        }
        Shape shape = answers.get(step).getShape();
        return axes == Axes.PICTURE ? Math.min(axes.rows(shape), axes.columns(shape)) : axes.columns(shape);
    }

    private static boolean everythingPasses(Flow flow, int step) {
        return IntStream.rangeClosed(step + 1, flow.last())
                .filter(later -> member(flow, later).equals(member(flow, step)))
                .flatMap(later -> Arrays.stream(flow.steps().get(later).from()))
                .allMatch(from -> from >= step);
    }
}
