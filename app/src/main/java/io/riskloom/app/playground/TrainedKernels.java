package io.riskloom.app.playground;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.model.Run;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Kernels of a finished run: which run, which convolution, which filter. Hidden while there is no such run. */
final class TrainedKernels extends VBox {

    private final PlaygroundViewModel model;
    private final Texts texts;
    private final KernelSource source;
    private final ComboBox<Run> runs = new ComboBox<>();
    private final ComboBox<NetworkGraph.Node> layers = new ComboBox<>();
    private final Spinner<Integer> filter = new Spinner<>(1, 1, 1);
    private final VBox choice;

    TrainedKernels(PlaygroundViewModel model, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        this.source = new KernelSource(model.session());
        runs.setId("playground-trained");
        runs.setMaxWidth(Double.MAX_VALUE);
        runs.promptTextProperty().bind(texts.bind("playground.trained"));
        runs.accessibleTextProperty().bind(texts.bind("playground.trained"));
        words(runs, run -> RunWords.line(texts, run));
        runs.valueProperty().bindBidirectional(source.run());
        layers.setId("playground-trained-layer");
        layers.setMaxWidth(Double.MAX_VALUE);
        layers.accessibleTextProperty().bind(texts.bind("playground.trained.layer"));
        words(layers, NetworkGraph.Node::layer);
        source.layers().addListener((o, was, is) -> layers.getItems().setAll(is));
        layers.valueProperty().bindBidirectional(source.layer());
        source.layer().addListener((o, was, is) -> count(is));
        choice = new VBox(8, layers, line());
        choice.managedProperty().bind(choice.visibleProperty());
        choice.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> !source.layers().get().isEmpty(), source.layers()));
        getChildren().addAll(runs, choice, said());
        managedProperty().bind(visibleProperty());
        model.session().runs().addListener((ListChangeListener<Run>) change -> offer());
        offer();
    }

    private HBox line() {
        filter.setId("playground-trained-filter");
        filter.setPrefWidth(96);
        filter.accessibleTextProperty().bind(texts.bind("playground.trained.filter"));
        Button take = new Button();
        take.setId("playground-trained-take");
        take.textProperty().bind(texts.bind("playground.trained.take"));
        take.setOnAction(e -> source.take(filter.getValue() - 1, model));
        HBox line = new HBox(8, Cards.label(texts.bind("playground.trained.filter"), "caption"), filter, take);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Label said() {
        Label said = Cards.label(
                Bindings.createStringBinding(
                        () -> source.words().get().map(texts::of).orElse(""), source.words(), texts.locale()),
                "caption");
        said.setId("playground-trained-words");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        return said;
    }

    private void count(NetworkGraph.Node layer) {
        int filters = layer == null ? 1 : layer.channels();
        filter.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(1, filters, 1));
    }

    private void offer() {
        runs.getItems().setAll(source.runs());
        setVisible(!runs.getItems().isEmpty());
    }

    private static <T> void words(ComboBox<T> box, Function<T, String> words) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the list is not typed into");
            }
        });
    }
}
