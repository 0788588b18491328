package io.riskloom.app.inside;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.NetworkGraph.Node;
import java.util.List;
import java.util.stream.Collectors;

/** Layers in words. */
final class Layers {

    private Layers() {}

    /** The layer to begin at: the first that has weights, else the last. */
    static String first(NetworkGraph graph) {
        return graph.nodes().stream()
                .filter(node -> node.parameters() > 0)
                .map(Node::layer)
                .findFirst()
                .orElse(graph.nodes().isEmpty() ? "" : graph.nodes().getLast().layer());
    }

    /** {@code 64 × 16 × 16}. */
    static String shape(List<Integer> shape) {
        return shape.stream().map(side -> Formats.number(side, 0)).collect(Collectors.joining(" × "));
    }

    /** As {@link #shape} where there is little room: {@code 64×16×16}. */
    static String tight(List<Integer> shape) {
        return shape(shape).replace(" ", "");
    }

    /** {@code 3 × 3}, with its dilation where there is one; empty where it has no window. */
    static String kernel(Node node) {
        if (node.kernel() == 0) {
            return "";
        }
        boolean flat = node.shape().size() < 3;
        String window = flat ? String.valueOf(node.kernel()) : node.kernel() + " × " + node.kernel();
        return node.dilation() > 1 ? window + " /" + node.dilation() : window;
    }

    /** {@code 4.1 G}: multiply-adds or parameters with at most three digits; empty for none. */
    static String count(long number) {
        if (number == 0) {
            return "";
        }
        if (number < 10_000) {
            return Formats.number(number, 0);
        }
        String[] units = {" k", " M", " G", " T"};
        double scaled = number / 1000.0;
        int unit = 0;
        while (scaled >= 999.5 && unit < units.length - 1) {
            scaled /= 1000;
            unit++;
        }
        return Formats.number(scaled, scaled < 10 ? 2 : scaled < 100 ? 1 : 0) + units[unit];
    }

    static String kind(Texts texts, Node node) {
        return texts.get("inside.kind." + node.kind());
    }

    /** The name without that of its group. */
    static String own(Node node) {
        String group = node.group();
        return !group.isEmpty() && node.layer().startsWith(group + ".")
                ? node.layer().substring(group.length() + 1)
                : node.layer();
    }
}
