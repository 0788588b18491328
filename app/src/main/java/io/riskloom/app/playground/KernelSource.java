package io.riskloom.app.playground;

import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.Filters;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Where the kernels of trained networks come from: a run, one of its convolutions, one of its filters. */
final class KernelSource {

    /** Networks without a convolution. */
    private static final Set<String> WITHOUT = Set.of("mlp", "lstm", "gru", "rnn");

    private final Session session;
    private final ObjectProperty<Run> run = new SimpleObjectProperty<>();
    private final ObjectProperty<NetworkGraph.Node> layer = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<List<NetworkGraph.Node>> layers = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Notice>> words = new ReadOnlyObjectWrapper<>(Optional.empty());

    KernelSource(Session session) {
        this.session = session;
        run.addListener((o, was, is) -> open());
    }

    /** Finished runs that may have convolutions, the latest first. */
    List<Run> runs() {
        return Stream.of("classify", "credit", "forecast")
                .flatMap(task -> session.finished(task).stream())
                .filter(run -> !WITHOUT.contains(run.spec().model()))
                .sorted((a, b) -> b.started().compareTo(a.started()))
                .toList();
    }

    ObjectProperty<Run> run() {
        return run;
    }

    ObjectProperty<NetworkGraph.Node> layer() {
        return layer;
    }

    /** Convolutions of the run whose kernels are small enough to be read. */
    ReadOnlyObjectProperty<List<NetworkGraph.Node>> layers() {
        return layers.getReadOnlyProperty();
    }

    /** What is under way, what was taken, or why nothing can be. */
    ReadOnlyObjectProperty<Optional<Notice>> words() {
        return words.getReadOnlyProperty();
    }

    private void open() {
        Run asked = run.get();
        layers.set(List.of());
        layer.set(null);
        if (asked == null) {
            return;
        }
        say(Notice.of("playground.trained.opening"));
        Requests.InsideRequest request = new Requests.InsideRequest(session.model(asked), data(asked));
        session.ask(
                Notice.of("playground.task.kernels"),
                engine -> engine.graph(request),
                graph -> found(asked, graph),
                reason -> failed(asked, reason));
    }

    /** The loaded file where it is the run's, by its hash and its reading; else where the run's own was. */
    private String data(Run of) {
        Dataset loaded = session.dataset().get();
        boolean same = loaded != null
                && loaded.imported().source().sha256().equals(of.provenance().dataSha256())
                && loaded.loaded().reading().equals(of.spec().reading());
        return same ? loaded.file().toString() : of.spec().data();
    }

    private void failed(Run asked, Notice reason) {
        if (asked == run.get()) {
            say(reason);
        }
    }

    private void found(Run asked, NetworkGraph graph) {
        if (asked != run.get()) {
            return;
        }
        List<NetworkGraph.Node> convolutions = graph.nodes().stream()
                .filter(n -> n.kind().equals("conv") && n.kernel() <= Convolving.MAX_KERNEL)
                .toList();
        layers.set(convolutions);
        if (convolutions.isEmpty()) {
            say(Notice.of("playground.trained.none"));
        } else {
            layer.set(convolutions.getFirst());
            words.set(Optional.empty());
        }
    }

    /** @param filter from 0; the channels that it reads are taken as far as the input may have channels */
    void take(int filter, PlaygroundViewModel model) {
        Run asked = run.get();
        NetworkGraph.Node from = layer.get();
        if (asked == null || from == null) {
            return;
        }
        say(Notice.of("playground.trained.opening"));
        Requests.FiltersRequest request = new Requests.FiltersRequest(
                session.model(asked), data(asked), from.layer(), Stage.TRAINED, new int[] {filter});
        session.ask(
                Notice.of("playground.task.kernels"),
                engine -> engine.filters(request),
                filters -> {
                    if (asked == run.get()) {
                        taken(filters, filter, model);
                    }
                },
                reason -> failed(asked, reason));
    }

    private void taken(Filters filters, int filter, PlaygroundViewModel model) {
        int channels = Math.min(filters.inputs(), Convolving.MAX_CHANNELS);
        if (filters.rows() > Convolving.MAX_KERNEL || filters.columns() > Convolving.MAX_KERNEL) {
            say(Notice.of("playground.trained.large", filters.rows(), filters.columns(), Convolving.MAX_KERNEL));
            return;
        }
        List<Grid> kernels = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            kernels.add(fourDecimals(filters.kernel(0, channel)));
        }
        model.take(new Volume(kernels));
        String key = filters.inputs() > channels ? "playground.trained.some" : "playground.trained.taken";
        say(Notice.of(key, filters.layer(), filter + 1, filters.of(), channels, filters.inputs()));
    }

    private static Grid fourDecimals(double[][] kernel) {
        for (double[] row : kernel) {
            for (int column = 0; column < row.length; column++) {
                row[column] = Math.rint(row[column] * 1e4) / 1e4 + 0.0;
            }
        }
        return Grid.of(kernel);
    }

    private void say(Notice notice) {
        words.set(Optional.of(notice));
    }
}
