package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import io.riskloom.engine.inside.NetworkGraph.Node;
import io.riskloom.engine.inside.ReceptiveField;
import io.riskloom.engine.inside.Stage;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Fields beside what moves when each cell of the input is changed. All weights are positive, so that no rectifier cuts anything
 * off, and the change is so large that the largest of a pool follows it.
 */
class ReceptiveFieldTest {
    private static final int SIDE = 26;
    private static final float CHANGE = 1e6f;

    private int exact;

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(7);
    }

    private static Network positive(Chain chain, Shape sample) {
        Network network = new Network(chain, sample);
        for (Map.Entry<String, NDArray> entry : network.state().entrySet()) {
            NDArray array = entry.getValue();
            boolean mean = entry.getKey().endsWith("runningMean");
            try (NDManager scratch = network.manager().newSubManager()) {
                NDArray values = scratch.randomUniform(0.5f, 1, array.getShape(), DataType.FLOAT32);
                Weights.set(array, mean ? values.mul(0) : values);
            }
        }
        return network;
    }

    /** Columns of a picture, or days. */
    private void compare(Network network) {
        Flow flow = Flow.of(network);
        List<Node> nodes = Graphs.of(flow, List.of(Stage.TRAINED)).nodes();
        boolean days = network.sample().dimension() == 2;
        int side = Math.toIntExact(network.sample().get(days ? 0 : 2));
        boolean[][][] moved = new boolean[nodes.size()][][];
        for (int s = 0; s < moved.length; s++) {
            moved[s] = new boolean[nodes.get(s).columns()][side];
        }
        try (NDManager scratch = network.manager().newSubManager()) {
            NDArray x = scratch.randomUniform(1, 2, Network.batchOf(1, network.sample()), DataType.FLOAT32);
            NDList before = flow.run(x);
            for (int cell = 0; cell < side; cell++) {
                NDArray other = x.duplicate();
                other.set(new NDIndex(days ? ":, {}, :" : ":, :, :, {}", cell), part -> part.addi(CHANGE));
                NDList after = flow.run(other);
                for (int s = 0; s < moved.length; s++) {
                    mark(flow.steps().get(s).axes(), before.get(s), after.get(s), moved[s], cell);
                }
            }
        }
        for (int s = 0; s < nodes.size(); s++) {
            for (int cell = 0; nodes.get(s).field() != null && cell < moved[s].length; cell++) {
                check(nodes.get(s), cell, moved[s][cell]);
            }
        }
    }

    private static void mark(Axes axes, NDArray before, NDArray after, boolean[][] moved, int cell) {
        float[] a = axes.byChannel(before.toFloatArray(), before.getShape());
        float[] b = axes.byChannel(after.toFloatArray(), after.getShape());
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                moved[i % moved.length][cell] = true;
            }
        }
    }

    /** What moves lies in the field; where the field is not cut by the input's edge, its ends move. */
    private void check(Node node, int cell, boolean... moved) {
        ReceptiveField field = node.field();
        int[] which = IntStream.range(0, moved.length).filter(i -> moved[i]).toArray();
        String what = node + " cell " + cell;
        for (int seen : which) {
            assertTrue(seen >= field.first(cell) && seen < field.end(cell, moved.length), what + " moves with " + seen);
        }
        int start = field.start() + cell * field.jump();
        if (start >= 0 && start + field.size() <= moved.length) {
            assertEquals(start, which[0], what);
            assertEquals(start + field.size() - 1, which[which.length - 1], what);
            exact++;
        }
    }

    @Test
    void fieldsOfRandomNetworksAreWhatAChangeOfTheInputShows() {
        Random random = new Random(11);
        for (int trial = 0; trial < 60; trial++) {
            Chain chain = new Chain();
            int layers = 1 + random.nextInt(4);
            for (int i = 0; i < layers; i++) {
                add(chain, i, random);
            }
            try (Network network = positive(chain, new Shape(2, SIDE, SIDE))) {
                compare(network);
            }
        }
        assertTrue(exact > 500, exact + " whole fields");
    }

    private static void add(Chain chain, int number, Random random) {
        int kernel = 1 + random.nextInt(3);
        int stride = 1 + random.nextInt(2);
        switch (random.nextInt(4)) {
            case 0 -> chain.add("pool" + number, new MaxPool(kernel, stride, random.nextInt(kernel / 2 + 1)));
            case 1 -> chain.add("basic" + number, Residual.basic(3, stride, true));
            case 2 -> chain.add("bottleneck" + number, Residual.bottleneck(2, stride, true));
            default -> {
                int padding = random.nextInt(kernel);
                int dilation = 1 + random.nextInt(2);
                chain.add(
                                "conv" + number,
                                Conv2d.builder()
                                        .setKernelShape(new Shape(kernel, kernel))
                                        .setFilters(3)
                                        .optStride(new Shape(stride, stride))
                                        .optPadding(new Shape(padding, padding))
                                        .optDilation(new Shape(dilation, dilation))
                                        .build())
                        .add("norm" + number, Residual.norm())
                        .then("relu" + number, Residual::relu);
            }
        }
    }

    @Test
    void causalConvolutionsSeeThePastAlone() {
        for (int kernel = 2; kernel <= 4; kernel++) {
            try (Network network = positive(Temporal.of(2, 3, 2, kernel, 0, 1), new Shape(SIDE, 2))) {
                compare(network);
            }
        }
        assertTrue(exact > 200, exact + " whole fields");
    }

    /** Sigmoids of large numbers stand still, so a small change is made here. */
    @Test
    void recurrentLayersSeeAllDaysUpToTheirOwnOrFromItOn() {
        Shape sample = new Shape(6, 2);
        try (Network network = new Network(Recurrent.lstm(3, 2, true, 0, 1), sample)) {
            Flow flow = Flow.of(network);
            List<Node> nodes = Graphs.of(flow, List.of(Stage.TRAINED)).nodes();
            for (Node node : nodes) {
                if (node.layer().endsWith("wards")) {
                    boolean back = node.layer().endsWith("backwards");
                    boolean second = node.layer().startsWith("lstm2");
                    for (int day = 0; day < 6; day++) {
                        assertEquals(second || !back ? 0 : day, node.field().first(day), node.layer());
                        assertEquals(second || back ? 6 : day + 1, node.field().end(day, 6), node.layer());
                    }
                }
            }
            int step = 1;
            assertEquals("lstm1.forwards", nodes.get(step).layer());
            try (NDManager scratch = network.manager().newSubManager()) {
                NDArray x = InsideNetworks.batch(scratch, 1, sample);
                NDArray before = flow.answer(x, step);
                NDArray other = x.duplicate();
                other.set(new NDIndex(":, 3, :"), part -> part.addi(1));
                float[] change = flow.answer(other, step).sub(before).abs().toFloatArray();
                for (int i = 0; i < change.length; i++) {
                    assertEquals(i / 3 >= 3, change[i] > 0, "unit " + i);
                }
            }
        }
    }
}
