package io.riskloom.engine.inside;

import java.util.List;

/**
 * A network as a graph: every operation once, in the order in which it is worked out, and what flows into what.
 *
 * @param input shape of one input: channels × rows × columns of a picture, or days × features, or features
 * @param nodes the first is the input, the last the output
 * @param edges from one node's answer to another
 * @param stages which weights can be looked at
 */
public record NetworkGraph(List<Integer> input, List<Node> nodes, List<Edge> edges, List<Stage> stages) {

    public NetworkGraph {
        input = List.copyOf(input);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        stages = List.copyOf(stages);
    }

    /** Indices into {@link NetworkGraph#nodes}. */
    public record Edge(int from, int to) {}

    /**
     * @param layer        structural name, such as {@code stage2.block1.main.conv2}; how questions name the layer
     * @param group        the part that the eye sees as one, such as {@code stage2.block1}; empty for a node of its own
     * @param kind         {@code input conv norm relu silu pool pad add mean average flat last dense lstm gru rnn dropout concat
     *     embed pixels steps other}; {@code pad} are days before a causal convolution, {@code steps} the months of a row
     * @param shape        of its answer to one input: channels × rows × columns, days × channels, or numbers
     * @param kernel       cells a side of its window, 0 where it has none
     * @param stride       of that window, 0 where it has none
     * @param padding      cells added on each side; of {@code pad} before the first
     * @param dilation     0 where it has no window
     * @param parameters   numbers that training changes
     * @param multiplyAdds products of one forward pass of one input; norms and rectifiers not counted
     * @param field        what one of its cells sees of the input; of the pixels or the steps where a row becomes a picture or a
     *     history; null where its answer has no place
     */
    public record Node(
            String layer,
            String group,
            String kind,
            List<Integer> shape,
            int kernel,
            int stride,
            int padding,
            int dilation,
            long parameters,
            long multiplyAdds,
            ReceptiveField field) {
        public Node {
            shape = List.copyOf(shape);
        }

        /** Maps of its answer. */
        public int channels() {
            return shape.get(shape.size() == 2 ? 1 : 0);
        }

        /** Of a map: 1 but for pictures. */
        public int rows() {
            return shape.size() == 3 ? shape.get(1) : 1;
        }

        /** Of a map: days where there are any. */
        public int columns() {
            return shape.size() == 3 ? shape.get(2) : shape.size() == 2 ? shape.get(0) : 1;
        }
    }
}
