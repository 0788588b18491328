package io.riskloom.app.inside;

import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.NetworkGraph.Edge;
import io.riskloom.engine.inside.NetworkGraph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network with its groups folded or open: what is drawn, and what flows between what is drawn.
 *
 * @param items in the order in which they are worked out
 * @param into  for each item those whose answers it takes, ascending
 */
record GraphItems(List<GraphItem> items, List<List<Integer>> into) {

    /** @param open groups whose operations are drawn one by one */
    static GraphItems of(NetworkGraph graph, Set<String> open) {
        Map<String, List<Integer>> parts = new LinkedHashMap<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            String group = graph.nodes().get(i).group();
            boolean folded = !group.isEmpty() && !open.contains(group);
            parts.computeIfAbsent(folded ? "group " + group : "node " + i, key -> new ArrayList<>())
                    .add(i);
        }
        List<GraphItem> items = new ArrayList<>();
        int[] itemOf = new int[graph.nodes().size()];
        for (List<Integer> nodes : parts.values()) {
            Node first = graph.nodes().get(nodes.getFirst());
            boolean folded = !first.group().isEmpty() && !open.contains(first.group());
            nodes.forEach(node -> itemOf[node] = items.size());
            items.add(new GraphItem(
                    folded ? first.group() : "", nodes, first, graph.nodes().get(nodes.getLast())));
        }
        List<Set<Integer>> into = new ArrayList<>();
        items.forEach(item -> into.add(new LinkedHashSet<>()));
        for (Edge edge : graph.edges()) {
            if (itemOf[edge.from()] != itemOf[edge.to()]) {
                into.get(itemOf[edge.to()]).add(itemOf[edge.from()]);
            }
        }
        return new GraphItems(
                List.copyOf(items),
                into.stream().map(from -> from.stream().sorted().toList()).toList());
    }

    /** The item that an operation is drawn in, −1 where the graph has no such layer. */
    int of(String layer, List<Node> nodes) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).nodes().stream().anyMatch(n -> nodes.get(n).layer().equals(layer))) {
                return i;
            }
        }
        return -1;
    }
}
