package io.riskloom.app.inside;

import io.riskloom.engine.inside.Attribution;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.service.Requests.AttributionRequest;
import io.riskloom.engine.stats.RankCorrelation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What of the input bore the answer, by a method that is chosen, and the same by weights that have learnt nothing. */
final class ActivationViewModel {

    /**
     * A map of the trained network beside that of the same network with weights drawn anew.
     *
     * @param likeness Spearman's ρ of the sizes of their cells; NaN where one of them is the same everywhere
     */
    record Control(Evidence trained, Attribution random, double likeness) {}

    /** Of a picture: channels, rows, columns. */
    private static final int SIDES = 3;

    private final Looked looked;
    private final Latest<AttributionRequest, Attribution> maps;
    private final Latest<AttributionRequest, Attribution> randoms;
    private final ObjectProperty<String> method = new SimpleObjectProperty<>(Methods.GRAD_CAM);
    private final StringProperty layer = new SimpleStringProperty("");
    private final ObservableList<String> layers = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Evidence> evidence = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Control> control = new ReadOnlyObjectWrapper<>();
    private final Runnable arrived;
    private AttributionRequest wanted; // the control that was asked for last
    private boolean shown;

    /** @param arrived hears of each map that has caught up; once the user rests, {@link #rested} is to follow */
    ActivationViewModel(Looked looked, Runnable arrived) {
        this.looked = looked;
        this.arrived = arrived;
        this.maps = new Latest<>(looked.session(), "inside.task.attribution", r -> engine -> engine.attribution(r));
        this.randoms = new Latest<>(looked.session(), "inside.task.control", r -> engine -> engine.attribution(r));
        looked.graph().addListener((o, was, is) -> begin(is));
        looked.seen().addListener((o, was, is) -> join());
        looked.onMove(this::ask);
        maps.answer().addListener((o, was, is) -> join());
        randoms.answer().addListener((o, was, is) -> compare());
        method.addListener((o, was, is) -> ask());
        layer.addListener((o, was, is) -> ask());
        looked.layer().addListener((o, was, is) -> offer());
        begin(looked.graph().get());
    }

    Looked looked() {
        return looked;
    }

    /** One of {@link Methods}. */
    ObjectProperty<String> method() {
        return method;
    }

    /** Whose maps are weighed; empty for the deepest that still has some cells a side. */
    StringProperty layer() {
        return layer;
    }

    /** What {@link #layer} may be; empty where the network has no maps. */
    ObservableList<String> layers() {
        return layers;
    }

    /** The latest attribution beside its input; null before the first. */
    ReadOnlyObjectProperty<Evidence> evidence() {
        return evidence.getReadOnlyProperty();
    }

    /** The latest comparison; null before the first. */
    ReadOnlyObjectProperty<Control> control() {
        return control.getReadOnlyProperty();
    }

    Latest<AttributionRequest, Attribution> maps() {
        return maps;
    }

    Latest<AttributionRequest, Attribution> randoms() {
        return randoms;
    }

    /** From now on the engine is asked, or no longer. */
    void look(boolean now) {
        shown = now;
        ask();
    }

    /** The question that the map on show answers; null before the first. */
    AttributionRequest asked() {
        return maps.answer().get() == null ? null : maps.answer().get().question();
    }

    private void begin(NetworkGraph graph) {
        maps.clear();
        randoms.clear();
        evidence.set(null);
        control.set(null);
        layer.set("");
        offer();
        if (graph != null) {
            boolean picture = graph.input().size() == SIDES && !layers.isEmpty();
            method.set(picture ? Methods.GRAD_CAM : Methods.GRADIENTS);
        }
    }

    /** The last layer of each part, and the one that the page looks at. */
    private void offer() {
        NetworkGraph graph = looked.graph().get();
        List<String> found =
                graph == null ? List.of() : Methods.layers(graph, looked.layer().get());
        List<String> next = found.isEmpty()
                ? found
                : Stream.concat(Stream.of(""), found.stream()).toList();
        if (!layers.equals(next)) {
            layers.setAll(next);
        }
        if (!layers.contains(layer.get())) {
            layer.set("");
        }
    }

    private void ask() {
        if (shown && looked.ready()) {
            maps.ask(question(false));
            if (!question(true).equals(wanted)) {
                wanted = null;
                randoms.cancel();
            }
        }
    }

    private AttributionRequest question(boolean randomised) {
        String named = method.get().equals(Methods.GRADIENTS) ? "" : layer.get();
        return new AttributionRequest(
                looked.model(),
                looked.data(),
                looked.place().get(),
                method.get(),
                named,
                looked.stage().get(),
                randomised);
    }

    /** An input and its map come one after the other; they are shown together. */
    private void join() {
        Seen seen = looked.seen().get();
        AttributionRequest asked = asked();
        if (seen != null && asked != null && asked.place() == seen.place()) {
            evidence.set(new Evidence(
                    looked.subject().get(), seen, maps.answer().get().answer()));
            if (!maps.busy().get() && shown) {
                arrived.run();
                compare();
            }
        }
    }

    /** The map on show has stayed for a while: its control is asked for, which would hold up one that moves. */
    void rested() {
        boolean own = evidence.get() != null && question(false).equals(asked());
        if (own && shown && looked.ready()) {
            wanted = question(true);
            randoms.ask(wanted);
            compare();
        }
    }

    private void compare() {
        if (evidence.get() == null || randoms.answer().get() == null) {
            return;
        }
        AttributionRequest a = asked();
        AttributionRequest b = randoms.answer().get().question();
        boolean same = a.place() == b.place()
                && a.method().equals(b.method())
                && a.layer().equals(b.layer())
                && a.stage() == b.stage();
        if (same && evidence.get().seen().place() == a.place()) {
            Attribution random = randoms.answer().get().answer();
            double likeness = likeness(evidence.get().attribution().cells(), random.cells());
            control.set(new Control(evidence.get(), random, likeness));
        }
    }

    static double likeness(double[][] a, double[][] b) {
        return RankCorrelation.spearman(sizes(a), sizes(b));
    }

    private static double[] sizes(double[][] cells) {
        return Arrays.stream(cells)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .toArray();
    }
}
