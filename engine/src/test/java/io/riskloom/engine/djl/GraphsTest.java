package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.NetworkGraph.Node;
import io.riskloom.engine.inside.ReceptiveField;
import io.riskloom.engine.inside.Stage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphsTest {

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(5);
    }

    static List<InsideNetworks.Kind> kinds() {
        return InsideNetworks.ALL;
    }

    private static NetworkGraph graph(Network network) {
        return Graphs.of(Flow.of(network), List.of(Stage.TRAINED));
    }

    private static Node node(NetworkGraph graph, String layer) {
        return graph.nodes().stream()
                .filter(node -> node.layer().equals(layer))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        layer + " of " + graph.nodes().stream().map(Node::layer).toList()));
    }

    private static long parameters(NetworkGraph graph) {
        return graph.nodes().stream().mapToLong(Node::parameters).sum();
    }

    private static long products(NetworkGraph graph) {
        return graph.nodes().stream().mapToLong(Node::multiplyAdds).sum();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void namesAreUniqueEdgesGoForwardAndAllWeightsAreCountedOnce(InsideNetworks.Kind kind) {
        try (Network network = kind.open()) {
            NetworkGraph graph = graph(network);
            Set<String> names = new HashSet<>();
            graph.nodes().forEach(node -> assertTrue(names.add(node.layer()), node.layer()));
            Set<Integer> read = new HashSet<>();
            Set<Integer> written = new HashSet<>();
            for (NetworkGraph.Edge edge : graph.edges()) {
                assertTrue(edge.from() < edge.to(), edge.toString());
                read.add(edge.from());
                written.add(edge.to());
            }
            assertEquals(graph.nodes().size() - 1, read.size(), "only the last answer is read by none");
            assertEquals(graph.nodes().size() - 1, written.size(), "only the input reads none");
            assertFalse(read.contains(graph.nodes().size() - 1));
            assertFalse(written.contains(0));
            long all = network.trainable().values().stream()
                    .mapToLong(NDArray::size)
                    .sum();
            assertEquals(all, parameters(graph));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shapesAreThoseOfTheAnswers(InsideNetworks.Kind kind) {
        try (Network network = kind.open();
                NDManager scratch = network.manager().newSubManager()) {
            NetworkGraph graph = graph(network);
            NDList answers = Flow.of(network).run(InsideNetworks.batch(scratch, 2, network.sample()));
            for (int i = 0; i < answers.size(); i++) {
                Node node = graph.nodes().get(i);
                long[] real = answers.get(i).getShape().slice(1).getShape();
                long[] told = node.shape().stream().mapToLong(side -> side).toArray();
                Arrays.sort(real);
                Arrays.sort(told);
                assertEquals(
                        LongStream.of(real).boxed().toList(),
                        LongStream.of(told).boxed().toList(),
                        node.layer());
                assertEquals(
                        answers.get(i).size() / 2, (long) node.channels() * node.rows() * node.columns(), node.layer());
            }
        }
    }

    /** He et al. 2015, table 1: 1.8, 3.6 and 3.8 billion; with the stride on the 3×3 convolutions the last is 4.1. */
    @Test
    void residualNetworksHaveThePublishedSizes() {
        long[] parameters = {11_689_512, 21_797_672, 25_557_032};
        double[] billions = {1.814, 3.664, 4.089};
        ResNet[] kinds = {ResNet.RESNET18, ResNet.RESNET34, ResNet.RESNET50};
        for (int i = 0; i < kinds.length; i++) {
            try (Network network = new Network(kinds[i].of(1000), new Shape(3, 224, 224))) {
                NetworkGraph graph = graph(network);
                assertEquals(parameters[i], parameters(graph));
                assertEquals(billions[i], products(graph) / 1e9, 0.001);
            }
        }
    }

    @Test
    void theGraphOfAResNetTellsItsBranches() {
        try (Network network = new Network(ResNet.RESNET50.of(1), new Shape(1, 64, 64))) {
            NetworkGraph graph = graph(network);
            assertEquals(List.of(1, 64, 64), graph.input());
            Node stem = node(graph, "stem.conv");
            assertEquals(
                    new Node(
                            "stem.conv",
                            "stem",
                            "conv",
                            List.of(64, 32, 32),
                            7,
                            2,
                            3,
                            1,
                            9408,
                            9408L * 1024,
                            new ReceptiveField(7, 2, -3)),
                    stem);
            Node pool = node(graph, "pool");
            assertEquals("", pool.group());
            assertEquals(new ReceptiveField(11, 4, -5), pool.field());
            assertEquals(List.of(3, 2, 1), List.of(pool.kernel(), pool.stride(), pool.padding()));
            Node sum = node(graph, "stage1.block1.add");
            assertEquals("stage1.block1", sum.group());
            int at = graph.nodes().indexOf(sum);
            assertEquals(
                    List.of("stage1.block1.main.norm3", "stage1.block1.shortcut.norm"),
                    graph.edges().stream()
                            .filter(edge -> edge.to() == at)
                            .map(edge -> graph.nodes().get(edge.from()).layer())
                            .toList());
            int identity = graph.nodes().indexOf(node(graph, "stage1.block2.add"));
            assertEquals(
                    List.of("stage1.block2.main.norm3", "stage1.block1.relu"),
                    graph.edges().stream()
                            .filter(edge -> edge.to() == identity)
                            .map(edge -> graph.nodes().get(edge.from()).layer())
                            .toList());
            // 11 + 3·8, then + 8 + 3·16, + 16 + 5·32, + 32 + 2·64
            assertEquals(427, node(graph, "stage4.block3.relu").field().size());
            assertNull(node(graph, "head").field());
            assertEquals(2048, node(graph, "head").multiplyAdds());
            assertEquals(List.of(2048), node(graph, "average").shape());
        }
    }

    @Test
    void networksOverDaysHaveDaysAlongTheirColumns() {
        try (Network network = new Network(Recurrent.lstm(5, 2, false, 0, 1), new Shape(7, 3))) {
            NetworkGraph graph = graph(network);
            Node second = node(graph, "lstm.layer2");
            assertEquals("lstm", second.kind());
            assertEquals("lstm", second.group());
            assertEquals(List.of(7, 5), second.shape());
            assertEquals(List.of(5, 1, 7), List.of(second.channels(), second.rows(), second.columns()));
            assertEquals(4 * (5 * 5 + 5 * 5) * 7, second.multiplyAdds());
            assertEquals(4 * (5 * 5 + 5 * 5 + 10), second.parameters());
            // day 0 sees itself, the last day all
            assertEquals(0, second.field().first(0));
            assertEquals(1, second.field().end(0, 7));
            assertEquals(0, second.field().first(6));
            assertEquals(7, second.field().end(6, 7));
        }
        try (Network network = new Network(Temporal.of(3, 6, 3, 2, 0.1, 2), new Shape(20, 3))) {
            NetworkGraph graph = graph(network);
            Node last = node(graph, "block3.relu");
            assertEquals(List.of(20, 6), last.shape());
            // 1 + 2 · (kernel − 1) · (2³ − 1) days
            assertEquals(new ReceptiveField(15, 1, -14), last.field());
            Node conv = node(graph, "block2.main.conv2");
            assertEquals(2, conv.dilation());
            assertEquals(2, conv.kernel());
            assertEquals(2, node(graph, "block2.main.past2").padding());
            assertEquals(6 * 6 * 2 * 20, conv.multiplyAdds());
        }
    }

    @Test
    void creditNetworksBeginAnewWhereARowBecomesAPicture() {
        try (Network network = new Network(ToyCreditNetworks.of("resnet"), ToyCreditNetworks.row())) {
            NetworkGraph graph = graph(network);
            assertNull(graph.nodes().getFirst().field());
            assertEquals(ReceptiveField.INPUT, node(graph, "pixels").field());
            assertEquals(new ReceptiveField(3, 1, -1), node(graph, "stem.conv").field());
        }
        try (Network network = new Network(ToyCreditNetworks.of("gru"), ToyCreditNetworks.row())) {
            NetworkGraph graph = graph(network);
            assertEquals(List.of(3, 6), node(graph, "months.steps").shape());
            assertEquals(7 * 4 - 4 * 4, node(graph, "months.steps").parameters());
            assertEquals(List.of(3, 6), node(graph, "months.layer").shape());
            assertEquals("months", node(graph, "months.layer").group());
        }
    }
}
