package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartModel.GraphChart;
import io.riskloom.app.chart.ChartModel.GraphChart.Box;
import io.riskloom.app.chart.ChartModel.GraphChart.Figure;
import io.riskloom.app.chart.ChartModel.GraphChart.Look;
import io.riskloom.app.chart.ChartModel.GraphChart.Wire;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.NetworkGraph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Draws a network from the input at the top to the answer at the bottom. */
final class GraphDrawing {

    private static final double BOX = 196;
    private static final double TALL = 28;
    private static final double GAP = 16;
    private static final double LANE = BOX + 28;
    private static final double EDGE = 22;
    private static final double ROUND = 16;
    private static final double FRAME_HEAD = 28;
    private static final double FRAME_FOOT = 8;

    private final NetworkGraph graph;
    private final GraphItems drawn;
    private final GraphLanes lanes;
    private final Texts texts;
    private final double[] tops; // of the rows, and below the last

    /** @param open groups whose operations are drawn one by one */
    GraphDrawing(NetworkGraph graph, Set<String> open, Texts texts) {
        this.graph = graph;
        this.drawn = GraphItems.of(graph, open);
        this.lanes = GraphLanes.of(drawn.into());
        this.texts = texts;
        this.tops = tops();
    }

    GraphItems drawn() {
        return drawn;
    }

    /** Groups that are open, in the order of their frames, which stand before the other boxes of the chart. */
    List<String> frames() {
        return List.copyOf(members().keySet());
    }

    private Map<String, List<Integer>> members() {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < drawn.items().size(); i++) {
            GraphItem item = drawn.items().get(i);
            if (!item.folded() && !item.first().group().isEmpty()) {
                members.computeIfAbsent(item.first().group(), group -> new ArrayList<>())
                        .add(i);
            }
        }
        return members;
    }

    /** Rows below each other, with room for the head and the foot of the frames that begin and end there. */
    private double[] tops() {
        Set<Integer> begins = new TreeSet<>();
        Set<Integer> ends = new TreeSet<>();
        for (List<Integer> items : members().values()) {
            begins.add(items.stream().mapToInt(i -> lanes.row()[i]).min().orElseThrow());
            ends.add(items.stream().mapToInt(i -> lanes.row()[i]).max().orElseThrow());
        }
        double[] found = new double[lanes.rows() + 1];
        double y = EDGE;
        for (int row = 0; row < lanes.rows(); row++) {
            y += begins.contains(row) ? FRAME_HEAD : 0;
            found[row] = y;
            y += TALL + GAP + (ends.contains(row) ? FRAME_FOOT : 0);
        }
        found[lanes.rows()] = y;
        return found;
    }

    /** @param chosen layer whose box has a frame of its own */
    GraphChart chart(String chosen) {
        List<Box> boxes = new ArrayList<>();
        members().forEach((group, items) -> boxes.add(frame(group, items)));
        int frames = boxes.size();
        for (int i = 0; i < drawn.items().size(); i++) {
            boxes.add(box(i));
        }
        int at = drawn.of(chosen, graph.nodes());
        double width = EDGE * 2 + lanes.lanes() * LANE - (LANE - BOX) + (bypassed() ? ROUND : 0);
        return new GraphChart(boxes, wires(), width, tops[lanes.rows()] - GAP + EDGE, at < 0 ? -1 : frames + at);
    }

    private boolean bypassed() {
        for (int to = 0; to < drawn.items().size(); to++) {
            for (int from : drawn.into().get(to)) {
                if (bypass(from, to)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Box frame(String group, List<Integer> items) {
        int low = items.stream().mapToInt(i -> lanes.lane()[i]).min().orElseThrow();
        int high = items.stream().mapToInt(i -> lanes.lane()[i]).max().orElseThrow();
        double top = items.stream().mapToDouble(i -> tops[lanes.row()[i]]).min().orElseThrow() - FRAME_HEAD + 6;
        double bottom =
                items.stream().mapToDouble(i -> tops[lanes.row()[i]]).max().orElseThrow() + TALL + FRAME_FOOT;
        double left = EDGE + low * LANE - 8;
        double right = EDGE + high * LANE + BOX + 8 + (low == high && bypassed() ? ROUND : 0);
        return new Box("▾ " + group, "", left, top, right - left, bottom - top, Look.FRAME, Tone.MUTED, List.of());
    }

    private Box box(int i) {
        GraphItem item = drawn.items().get(i);
        Node last = item.last();
        String words = item.folded() ? "▸ " + item.group() : Layers.own(last);
        return new Box(
                words,
                Layers.tight(last.shape()),
                x(i),
                y(i),
                BOX,
                TALL,
                item.folded() ? Look.STACK : Look.PLAIN,
                item.folded() ? Tone.FOREGROUND : tone(last.kind()),
                figures(item));
    }

    private List<Figure> figures(GraphItem item) {
        Node node = item.last();
        List<Figure> figures = new ArrayList<>();
        if (item.folded()) {
            add(figures, "inside.column.operations", String.valueOf(item.nodes().size()));
        } else {
            add(figures, "inside.column.kind", Layers.kind(texts, node));
        }
        add(figures, "inside.column.shape", Layers.shape(node.shape()));
        if (!item.folded() && node.kernel() > 0) {
            add(figures, "inside.column.kernel", Layers.kernel(node));
            add(figures, "inside.column.stride", String.valueOf(node.stride()));
        }
        long parameters = item.parameters(graph.nodes());
        long multiplyAdds = item.multiplyAdds(graph.nodes());
        add(figures, "inside.column.parameters", parameters == 0 ? "" : Formats.number(parameters, 0));
        add(figures, "inside.column.multiplyAdds", Layers.count(multiplyAdds));
        add(
                figures,
                "inside.column.field",
                node.field() == null ? "" : String.valueOf(node.field().size()));
        return figures;
    }

    private void add(List<Figure> figures, String key, String value) {
        if (!value.isEmpty()) {
            figures.add(new Figure(texts.get(key), value));
        }
    }

    private static Tone tone(String kind) {
        return switch (kind) {
            case "conv", "dense" -> Tone.ACCENT;
            case "lstm", "gru", "rnn" -> Tone.FOURTH;
            case "relu" -> Tone.GOOD;
            case "pool", "average" -> Tone.THIRD;
            case "add", "concat" -> Tone.AMBER;
            case "norm" -> Tone.SECOND;
            default -> Tone.MUTED;
        };
    }

    private double x(int item) {
        return EDGE + lanes.lane()[item] * LANE;
    }

    private double y(int item) {
        return tops[lanes.row()[item]];
    }

    private List<Wire> wires() {
        List<Wire> wires = new ArrayList<>();
        for (int to = 0; to < drawn.items().size(); to++) {
            for (int from : drawn.into().get(to)) {
                wires.add(wire(from, to));
            }
        }
        return wires;
    }

    /** Whether a wire has to go round other boxes of its lane. */
    private boolean bypass(int from, int to) {
        if (lanes.lane()[from] != lanes.lane()[to]) {
            return false;
        }
        for (int other = 0; other < drawn.items().size(); other++) {
            if (lanes.lane()[other] == lanes.lane()[to]
                    && lanes.row()[other] > lanes.row()[from]
                    && lanes.row()[other] < lanes.row()[to]) {
                return true;
            }
        }
        return false;
    }

    private Wire wire(int from, int to) {
        double start = x(from) + BOX / 2;
        double end = x(to) + BOX / 2;
        double out = y(from) + TALL + 1;
        double in = y(to);
        if (bypass(from, to)) {
            double side = x(from) + BOX;
            double round = side + ROUND - 2;
            double middle = y(to) + TALL / 2;
            double leave = y(from) + TALL / 2;
            return new Wire(new double[] {side, round, round, side + 1}, new double[] {leave, leave, middle, middle});
        }
        if (start == end) {
            return new Wire(new double[] {start, end}, new double[] {out, in});
        }
        if (start < end) {
            double turn = out + GAP / 2;
            return new Wire(new double[] {start, start, end, end}, new double[] {out, turn, turn, in});
        }
        double middle = y(to) + TALL / 2;
        return new Wire(new double[] {start, start, x(to) + BOX + 1}, new double[] {out, middle, middle});
    }
}
