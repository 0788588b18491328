package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Attribution;
import io.riskloom.engine.inside.Faithfulness;
import io.riskloom.engine.inside.Filters;
import io.riskloom.engine.inside.Gates;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.Inside;
import io.riskloom.engine.inside.LayerMaps;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.Occlusion;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.inside.TopInputs;
import java.util.function.BooleanSupplier;

/** Looks into a network with one file of data. */
final class NetworkInside implements Inside, AutoCloseable {
    /** Products of a pass that one thread makes in some 100 ms: less is quicker without threads that wait for each other. */
    private static final long LIGHT = 1_000_000_000;

    private final Places places;
    private final Torch.Load load;
    private final LastPasses passes;
    private final TopSearch top;
    private final RandomFlows random;
    private final Attributions attributions;
    private final Occluder occluder;
    private final FaithfulnessTrial faithfulness;
    private final GateReader gates;
    private NetworkGraph graph;

    NetworkInside(Places places, Torch.Load load) {
        this.places = places;
        this.load = load;
        this.passes = new LastPasses(places);
        this.top = new TopSearch(places);
        this.random = new RandomFlows(places);
        this.attributions = new Attributions(places, random);
        this.occluder = new Occluder(places);
        this.faithfulness = new FaithfulnessTrial(places, random);
        this.gates = new GateReader(places, attributions);
    }

    @Override
    public NetworkGraph graph() throws NoticeException {
        if (graph == null) {
            Torch.enter(load);
            graph = Graphs.of(places.flow(Stage.TRAINED), places.stages());
        }
        return graph;
    }

    /** Before a pass of one input. */
    private void enterAlone() throws NoticeException {
        long products = graph().nodes().stream()
                .mapToLong(NetworkGraph.Node::multiplyAdds)
                .sum();
        Torch.enter(products < LIGHT ? Torch.Load.SMALL : load);
    }

    @Override
    public Inputs inputs(int place) throws NoticeException {
        enterAlone();
        return places.inputs(place, passes.of(place, Stage.TRAINED).numbers());
    }

    @Override
    public LayerMaps maps(int place, String layer, Stage stage, int[] channels) throws NoticeException {
        enterAlone();
        int step = places.flow(stage).index(layer);
        LastPass pass = passes.of(place, stage);
        check(layer, pass.channels(step), channels);
        return new LayerMaps(
                layer,
                stage,
                pass.rows(step),
                pass.columns(step),
                pass.figures(step),
                channels,
                pass.maps(step, channels));
    }

    private static void check(String layer, int of, int... channels) throws NoticeException {
        if (channels.length > of) {
            throw new NoticeException(Notice.of("inside.error.channels", channels.length, layer, of));
        }
        for (int channel : channels) {
            if (channel < 0 || channel >= of) {
                throw new NoticeException(Notice.of("inside.error.channel", channel, layer, of));
            }
        }
    }

    @Override
    public TopInputs top(String layer, int channel, int count, BooleanSupplier stopped) throws NoticeException {
        Torch.enter(load);
        return top.of(layer, channel, count, stopped);
    }

    @Override
    public Filters filters(String layer, Stage stage, int[] channels) throws NoticeException {
        Torch.enter(load);
        Flow flow = places.flow(stage);
        Flow.Step step = flow.steps().get(flow.index(layer));
        if (!step.kind().equals("conv")) {
            throw new NoticeException(Notice.of("inside.error.noFilters", layer));
        }
        NDArray weight = step.weights().getFirst();
        Shape shape = weight.getShape();
        check(layer, side(shape, 0), channels);
        int columns = side(shape, shape.dimension() - 1);
        int rows = shape.dimension() == 4 ? side(shape, 2) : 1;
        int size = side(shape, 1) * rows * columns;
        float[] all = weight.toFloatArray();
        float[] some = new float[channels.length * size];
        for (int i = 0; i < channels.length; i++) {
            System.arraycopy(all, channels[i] * size, some, i * size, size);
        }
        return new Filters(layer, stage, side(shape, 0), side(shape, 1), rows, columns, channels, some);
    }

    private static int side(Shape shape, int axis) {
        return Math.toIntExact(shape.get(axis));
    }

    @Override
    public Attribution attribution(
            int place, String method, String layer, Stage stage, boolean randomised, BooleanSupplier stopped)
            throws NoticeException {
        Torch.enter(load);
        return attributions.of(place, method, layer, stage, randomised, stopped);
    }

    @Override
    public Occlusion occlusion(int place, int size, int step, BooleanSupplier stopped) throws NoticeException {
        Torch.enter(load);
        return occluder.map(place, size, step, stopped);
    }

    @Override
    public double covered(int place, int row, int column, int size) throws NoticeException {
        enterAlone();
        return occluder.covered(place, row, column, size);
    }

    @Override
    public Faithfulness faithfulness(int place, String method, String layer, Stage stage, BooleanSupplier stopped)
            throws NoticeException {
        Torch.enter(load);
        return faithfulness.of(place, method, layer, stage, stopped);
    }

    @Override
    public Gates gates(int place, String layer, Stage stage, BooleanSupplier stopped) throws NoticeException {
        Torch.enter(load);
        return gates.of(place, layer, stage, stopped);
    }

    /** Frees what was worked out; the networks stay open. */
    @Override
    public void close() {
        passes.close();
        random.close();
    }
}
