package io.riskloom.app.inside;

import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.NetworkGraph.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods of attribution, and the layers whose maps can be weighed. */
final class Methods {

    static final String GRAD_CAM = "gradcam";
    static final String GRAD_CAM_PLUS = "gradcam++";
    /** Integrated gradients. */
    static final String GRADIENTS = "gradients";

    private static final Set<String> WITH_PLACE =
            Set.of("conv", "norm", "relu", "silu", "pool", "add", "concat", "lstm", "gru", "rnn");

    private Methods() {}

    /** Layers whose answer is channels of maps: the last of each part that the eye sees as one, and the one chosen, in order. */
    static List<String> layers(NetworkGraph graph, String chosen) {
        Map<String, String> last = new HashMap<>();
        for (Node node : graph.nodes()) {
            if (mapped(node)) {
                last.put(part(node), node.layer());
            }
        }
        return graph.nodes().stream()
                .filter(Methods::mapped)
                .filter(node -> node.layer().equals(last.get(part(node)))
                        || node.layer().equals(chosen))
                .map(Node::layer)
                .toList();
    }

    private static String part(Node node) {
        return node.group().isEmpty() ? node.layer() : node.group();
    }

    /** Whether a layer gives maps of more than one cell, over a picture or over days. */
    static boolean mapped(Node node) {
        return WITH_PLACE.contains(node.kind()) && node.rows() * node.columns() > 1;
    }
}
