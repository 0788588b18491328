package io.riskloom.app.inside;

import io.riskloom.engine.inside.NetworkGraph.Node;
import java.util.List;

/**
 * A box of the drawn network: one operation, or a group of them folded into one.
 *
 * @param group  empty for an operation
 * @param nodes  indices into the graph, ascending; one for an operation
 * @param first  of its operations
 * @param last   of its operations, whose answer the group gives on
 */
record GraphItem(String group, List<Integer> nodes, Node first, Node last) {

    boolean folded() {
        return !group.isEmpty();
    }

    long parameters(List<Node> all) {
        return nodes.stream().mapToLong(i -> all.get(i).parameters()).sum();
    }

    long multiplyAdds(List<Node> all) {
        return nodes.stream().mapToLong(i -> all.get(i).multiplyAdds()).sum();
    }
}
