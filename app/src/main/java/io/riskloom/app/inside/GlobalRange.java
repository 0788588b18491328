package io.riskloom.app.inside;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.LayerMaps;
import io.riskloom.engine.inside.LayerMaps.Figures;
import io.riskloom.engine.inside.NetworkGraph.Node;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.service.Requests;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The largest absolute number in any layer's answer to one input. Asked layer by layer, figures only, for the place that was looked
 * at when it was first wanted: a scale that moved with the place would hide that all layers answer more strongly.
 */
final class GlobalRange {

    /** @param done whether all layers have been asked */
    record Range(int place, Stage stage, double largest, boolean done) {}

    private record Ask(Requests.ModelRef model, String data, int place, Stage stage, int node, String layer) {}

    private final Looked looked;
    private final Latest<Ask, LayerMaps> asked;
    private final ReadOnlyObjectWrapper<Range> range = new ReadOnlyObjectWrapper<>();

    GlobalRange(Looked looked) {
        this.looked = looked;
        this.asked = new Latest<>(
                looked.session(),
                "inside.task.maps",
                q -> engine -> engine.maps(
                        new Requests.MapsRequest(q.model(), q.data(), q.place(), q.layer(), q.stage(), new int[0])));
        asked.answer().addListener((o, was, is) -> take(is));
    }

    /** Null before the first layer's figures are there. */
    ReadOnlyObjectProperty<Range> range() {
        return range.getReadOnlyProperty();
    }

    /** Why a layer's figures are not there; null where there is nothing to report. */
    ReadOnlyObjectProperty<Notice> problem() {
        return asked.problem();
    }

    private List<Node> nodes() {
        return looked.graph().get().nodes();
    }

    /** Has it worked out for the stage that is looked at, unless it is; what was refused is asked for again. */
    void want() {
        if (looked.ready()
                && (range.get() == null
                        || range.get().stage() != looked.stage().get()
                        || problem().get() != null && !asked.busy().get())) {
            range.set(new Range(looked.place().get(), looked.stage().get(), 0, false));
            ask(range.get(), 0);
        }
    }

    void clear() {
        asked.clear();
        range.set(null);
    }

    private void ask(Range now, int node) {
        String layer = nodes().get(node).layer();
        asked.ask(new Ask(looked.model(), looked.data(), now.place(), now.stage(), node, layer));
    }

    private void take(Latest.Answer<Ask, LayerMaps> found) {
        Range now = range.get();
        if (found == null || now == null || found.question().stage() != now.stage()) {
            return;
        }
        double largest = now.largest();
        for (Figures figures : found.answer().figures()) {
            largest = Math.max(largest, Math.max(Math.abs(figures.least()), Math.abs(figures.largest())));
        }
        int next = found.question().node() + 1;
        boolean done = next >= nodes().size();
        range.set(new Range(now.place(), now.stage(), largest, done));
        if (!done) {
            ask(range.get(), next);
        }
    }
}
