package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartModel.GraphChart;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.NetworkGraph.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The network's operations as a drawing and as a table; a layer chosen in one is chosen in the other. */
final class NetworkModel {

    /** Graphs of so few operations are drawn open at first. */
    private static final int FEW = 24;

    private final Looked looked;
    private final Texts texts;
    private final Set<String> open = new HashSet<>();
    private final ReadOnlyObjectWrapper<GraphChart> chart = new ReadOnlyObjectWrapper<>();
    private GraphDrawing drawing; // null while there is no graph
    private boolean moving;

    NetworkModel(Looked looked, Texts texts) {
        this.looked = looked;
        this.texts = texts;
        looked.graph().subscribe(this::take);
        looked.layer().addListener((o, was, is) -> reveal());
        texts.locale().addListener((o, was, is) -> draw());
    }

    /** Null while there is no graph. */
    ReadOnlyObjectProperty<GraphChart> chart() {
        return chart.getReadOnlyProperty();
    }

    List<Node> nodes() {
        return looked.graph().get() == null ? List.of() : looked.graph().get().nodes();
    }

    Looked looked() {
        return looked;
    }

    private void take(NetworkGraph graph) {
        open.clear();
        if (graph != null && graph.nodes().size() <= FEW) {
            open.addAll(groups());
        }
        draw();
    }

    Set<String> groups() {
        return nodes().stream()
                .map(Node::group)
                .filter(group -> !group.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Opens all groups, or folds them where all are open. */
    void toggleAll() {
        if (!open.addAll(groups())) {
            open.clear();
        }
        draw();
    }

    boolean allOpen() {
        return open.containsAll(groups());
    }

    boolean grouped() {
        return !groups().isEmpty();
    }

    /** A box of the drawing was pointed at: an operation is chosen, a group opens or folds. */
    void point(int box) {
        if (drawing == null || box < 0 || box == chart.get().selected()) {
            return;
        }
        List<String> frames = drawing.frames();
        if (box < frames.size()) {
            open.remove(frames.get(box));
            draw();
            return;
        }
        GraphItem item = drawing.drawn().items().get(box - frames.size());
        if (item.folded()) {
            open.add(item.group());
        }
        if (item.last().layer().equals(looked.layer().get())) {
            draw();
        } else {
            looked.layer().set(item.last().layer());
        }
    }

    /** Opens or folds the group of the layer that is chosen. */
    void toggle() {
        looked.node().map(Node::group).filter(group -> !group.isEmpty()).ifPresent(group -> {
            if (!open.remove(group)) {
                open.add(group);
            }
            draw();
        });
    }

    /** Chooses the box so many further on, without opening it. */
    void move(int by) {
        if (drawing == null) {
            return;
        }
        List<GraphItem> items = drawing.drawn().items();
        int at = drawing.drawn().of(looked.layer().get(), nodes());
        GraphItem next = items.get(Math.clamp(at + by, 0, items.size() - 1));
        moving = true;
        looked.layer().set(next.last().layer());
        moving = false;
    }

    /** A layer that is chosen elsewhere is drawn by itself. */
    private void reveal() {
        if (!moving) {
            looked.node().map(Node::group).filter(group -> !group.isEmpty()).ifPresent(open::add);
        }
        draw();
    }

    private void draw() {
        NetworkGraph graph = looked.graph().get();
        drawing = graph == null ? null : new GraphDrawing(graph, open, texts);
        chart.set(drawing == null ? null : drawing.chart(looked.layer().get()));
    }

    String totals() {
        List<Node> nodes = nodes();
        long parameters = nodes.stream().mapToLong(Node::parameters).sum();
        long multiplyAdds = nodes.stream().mapToLong(Node::multiplyAdds).sum();
        return nodes.isEmpty()
                ? ""
                : texts.get(
                        "inside.totals",
                        Formats.number(nodes.size(), 0),
                        Formats.number(parameters, 0),
                        multiplyAdds == 0 ? "0" : Layers.count(multiplyAdds));
    }
}
