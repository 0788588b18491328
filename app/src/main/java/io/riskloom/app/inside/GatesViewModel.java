package io.riskloom.app.inside;

import io.riskloom.engine.inside.Gates;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.NetworkGraph.Node;
import io.riskloom.engine.service.Requests.MapsRequest;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The gates and states of a recurrent layer over one window, and one of its units. */
final class GatesViewModel {

    /** @param seen the input whose gates these are */
    record Opened(Subject subject, Seen seen, Gates gates) {}

    private static final Set<String> RECURRENT = Set.of("lstm", "gru", "rnn");

    /** Gates come whole; the same array each time keeps equal questions equal. */
    private static final int[] ALL = {};

    private final Looked looked;
    private final Latest<MapsRequest, Gates> asked;
    private final ObjectProperty<String> layer = new SimpleObjectProperty<>("");
    private final ObservableList<String> layers = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Opened> opened = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Integer> unit = new SimpleObjectProperty<>(0);
    private boolean shown;

    GatesViewModel(Looked looked) {
        this.looked = looked;
        this.asked = new Latest<>(looked.session(), "inside.task.gates", r -> engine -> engine.gates(r));
        looked.graph().addListener((o, was, is) -> begin(is));
        looked.seen().addListener((o, was, is) -> join());
        looked.onMove(this::ask);
        asked.answer().addListener((o, was, is) -> join());
        layer.addListener((o, was, is) -> ask());
        begin(looked.graph().get());
    }

    /** Name of the layer; empty while there is none. */
    ObjectProperty<String> layer() {
        return layer;
    }

    ObservableList<String> layers() {
        return layers;
    }

    /** The latest gates beside their input; null before the first. */
    ReadOnlyObjectProperty<Opened> opened() {
        return opened.getReadOnlyProperty();
    }

    Latest<MapsRequest, Gates> asked() {
        return asked;
    }

    /** The unit that is looked at closely, from 0. */
    ObjectProperty<Integer> unit() {
        return unit;
    }

    /** Units of the layer, 0 before it is there. */
    int units() {
        Opened now = opened.get();
        return now == null || now.gates().series().isEmpty()
                ? 0
                : now.gates().series().getFirst().values()[0].length;
    }

    void look(boolean now) {
        shown = now;
        ask();
    }

    /** Looks at another unit, at the first or the last beyond them. */
    void pick(int next) {
        if (units() > 0) {
            unit.set(Math.clamp(next, 0, units() - 1));
        }
    }

    private void begin(NetworkGraph graph) {
        asked.clear();
        opened.set(null);
        unit.set(0);
        List<String> found = graph == null
                ? List.of()
                : graph.nodes().stream()
                        .filter(node -> RECURRENT.contains(node.kind()))
                        .map(Node::layer)
                        .toList();
        layer.set(found.isEmpty() ? "" : found.getLast());
        layers.setAll(found);
    }

    private void ask() {
        if (shown && looked.ready() && !layer.get().isEmpty()) {
            asked.ask(new MapsRequest(
                    looked.model(),
                    looked.data(),
                    looked.place().get(),
                    layer.get(),
                    looked.stage().get(),
                    ALL));
        }
    }

    private void join() {
        Seen seen = looked.seen().get();
        Latest.Answer<MapsRequest, Gates> now = asked.answer().get();
        if (seen != null && now != null && now.question().place() == seen.place()) {
            boolean other = opened.get() == null
                    || !opened.get().gates().layer().equals(now.answer().layer());
            opened.set(new Opened(looked.subject().get(), seen, now.answer()));
            if (other) {
                unit.set(liveliest(now.answer()));
            }
        }
    }

    /** The unit whose last series, its state, moves through the widest range. */
    static int liveliest(Gates gates) {
        double[][] states = gates.series().getLast().values();
        int best = 0;
        double widest = -1;
        for (int u = 0; u < states[0].length; u++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[] day : states) {
                low = Math.min(low, day[u]);
                high = Math.max(high, day[u]);
            }
            if (high - low > widest) {
                widest = high - low;
                best = u;
            }
        }
        return best;
    }
}
