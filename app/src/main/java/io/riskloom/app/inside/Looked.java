package io.riskloom.app.inside;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.Requests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the page looks at: a run's network, one input, one layer, one stage of its weights. Changed on the JavaFX thread. */
final class Looked {

    private static final Set<String> RECURRENT = Set.of("lstm", "gru", "rnn");

    private final Session session;
    private final ChosenRun chosen;
    private final ReadOnlyObjectWrapper<Subject> subject = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<NetworkGraph> graph = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Notice> problem = new ReadOnlyObjectWrapper<>();
    private final StringProperty layer = new SimpleStringProperty("");
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.TRAINED);
    private final Latest<Requests.InsideRequest, NetworkGraph> graphs;
    private final Latest<Requests.PlaceRequest, Inputs> inputs;
    private final ObjectProperty<Trace> traced = new SimpleObjectProperty<>();
    private final List<Runnable> moved = new ArrayList<>();
    private Notice unread; // why the file could not be read
    private boolean active;
    private boolean stale = true; // whether the run's file is still to be read

    Looked(Session session, Texts texts) {
        this.session = session;
        this.chosen = new ChosenRun(session, texts, "classify", "forecast", "credit");
        this.graphs = new Latest<>(session, "inside.task.graph", request -> engine -> engine.graph(request));
        this.inputs = new Latest<>(session, "inside.task.ask", request -> engine -> engine.inputs(request));
        chosen.run().addListener((o, was, is) -> open());
        graphs.answer().addListener((o, was, is) -> take(is));
        inputs.answer().addListener((o, was, is) -> see(is));
        graphs.problem().addListener((o, was, is) -> judge());
        inputs.problem().addListener((o, was, is) -> judge());
        stage.addListener((o, was, is) -> tell());
    }

    /** The page is looked at: from now on files are read and the engine is asked. */
    void shown() {
        active = true;
        if (stale || unread != null) {
            open();
        } else {
            retry();
        }
    }

    /** Another page is looked at: what changes is read and asked for when this one is again. */
    void hidden() {
        active = false;
    }

    Session session() {
        return session;
    }

    ChosenRun chosen() {
        return chosen;
    }

    /** The run's data; null until they are read. */
    ReadOnlyObjectProperty<Subject> subject() {
        return subject.getReadOnlyProperty();
    }

    /** Index of the window's last day, or row of the applicant; −1 while there are no data. */
    ReadOnlyIntegerProperty place() {
        return place.getReadOnlyProperty();
    }

    /** Null until it is there. */
    ReadOnlyObjectProperty<NetworkGraph> graph() {
        return graph.getReadOnlyProperty();
    }

    /** The latest input that the network has answered to; null before the first. */
    ReadOnlyObjectProperty<Seen> seen() {
        return seen.getReadOnlyProperty();
    }

    /** Structural name of the layer that is looked at; empty before there is a graph. */
    StringProperty layer() {
        return layer;
    }

    /** Whose weights answer. */
    ObjectProperty<Stage> stage() {
        return stage;
    }

    /** The cell of a layer whose receptive field is drawn on the input; null for none. */
    ObjectProperty<Trace> traced() {
        return traced;
    }

    /** Why there is nothing to see; null where there is nothing to report. */
    ReadOnlyObjectProperty<Notice> problem() {
        return problem.getReadOnlyProperty();
    }

    boolean ready() {
        return subject.get() != null && place.get() >= 0 && graph.get() != null;
    }

    boolean applicants() {
        return subject.get() != null && subject.get().applicants();
    }

    boolean recurrent() {
        return graph.get() != null && graph.get().nodes().stream().anyMatch(node -> RECURRENT.contains(node.kind()));
    }

    Requests.ModelRef model() {
        return session.model(subject.get().run());
    }

    String data() {
        return subject.get().path();
    }

    /** The layer that is looked at. */
    Optional<NetworkGraph.Node> node() {
        return node(layer.get());
    }

    Optional<NetworkGraph.Node> node(String name) {
        return graph.get() == null
                ? Optional.empty()
                : graph.get().nodes().stream()
                        .filter(node -> node.layer().equals(name))
                        .findFirst();
    }

    /** Hears that the run, the place, the stage or the graph is another, while {@link #ready()}. */
    void onMove(Runnable ask) {
        moved.add(ask);
    }

    /** Looks at a place; beyond the first and the last that there are, at those. */
    void moveTo(int next) {
        if (subject.get() == null) {
            return;
        }
        int to = Math.clamp(next, subject.get().first(), subject.get().size() - 1);
        if (to != place.get()) {
            retry();
            place.set(to);
            inputs.ask(new Requests.PlaceRequest(model(), data(), to));
            tell();
        }
    }

    /** The last trading day up to a date. */
    void moveTo(LocalDate date) {
        if (subject.get() != null && !applicants()) {
            int found = Collections.binarySearch(subject.get().history().dates(), date);
            moveTo(found >= 0 ? found : -found - 2);
        }
    }

    void step(int by) {
        moveTo(place.get() + by);
    }

    private void open() {
        Run run = chosen.run().get();
        graphs.clear();
        inputs.clear();
        unread = null;
        subject.set(null);
        place.set(-1);
        graph.set(null);
        seen.set(null);
        layer.set("");
        traced.set(null);
        stage.set(Stage.TRAINED);
        judge();
        stale = !active;
        if (run != null && active) {
            Dataset loaded = session.dataset().get();
            session.tasks()
                    .run(
                            Notice.of("inside.task.read"),
                            item -> Subject.of(run, loaded),
                            found -> opened(run, found),
                            reason -> refused(run, reason));
        }
    }

    private void opened(Run run, Subject found) {
        if (run == chosen.run().get()) {
            if (!active) {
                stale = true;
                return;
            }
            subject.set(found);
            moveTo(Tested.of(run).start(found));
        }
    }

    /** A graph that was refused is asked for again. */
    private void retry() {
        if (subject.get() != null && graph.get() == null) {
            graphs.ask(new Requests.InsideRequest(model(), data()));
        }
    }

    private void refused(Run run, Notice reason) {
        if (run == chosen.run().get()) {
            unread = reason;
            judge();
        }
    }

    private void take(Latest.Answer<Requests.InsideRequest, NetworkGraph> found) {
        if (found != null) {
            graph.set(found.answer());
            layer.set(Layers.first(found.answer()));
            tell();
        }
    }

    private void see(Latest.Answer<Requests.PlaceRequest, Inputs> found) {
        if (found != null) {
            seen.set(new Seen(subject.get().run(), found.question().place(), found.answer()));
        }
    }

    private void judge() {
        Notice asked = graphs.problem().get() != null
                ? graphs.problem().get()
                : inputs.problem().get();
        problem.set(unread != null ? unread : asked);
    }

    private void tell() {
        if (ready()) {
            List.copyOf(moved).forEach(Runnable::run);
        }
    }
}
