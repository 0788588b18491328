package io.riskloom.app.inside;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.NetworkGraph.Node;
import io.riskloom.engine.inside.Stage;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Separator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Settings on the right: the run, the place, the layer, the stage of its weights, then those of the tab. */
final class InsidePanel {

    private final Looked looked;
    private final Texts texts;
    private final Parent panel;

    /** @param settings of the tab on show */
    InsidePanel(Looked looked, Texts texts, ObservableValue<InsideTab> tab, StackPane settings) {
        this.looked = looked;
        this.texts = texts;
        Button train = new Button();
        train.setId("inside-train");
        train.textProperty().bind(texts.bind("common.train"));
        train.setOnAction(e -> looked.session().page().set("train"));
        ObservableValue<Boolean> there = looked.chosen().run().isNotNull();
        ObservableValue<Boolean> known = looked.graph().isNotNull();
        ObservableValue<Boolean> placed = Bindings.createBooleanBinding(
                () -> looked.subject().get() != null && tab.getValue() != InsideTab.NETWORK, looked.subject(), tab);
        panel = Cards.context(
                train,
                Panels.showWhen(Panels.runChooser(looked.chosen(), texts, "inside-run"), there),
                Panels.showWhen(new VBox(new PlaceField(looked, texts)), placed),
                Panels.showWhen(Cards.field(texts.bind("inside.layer"), layers()), known),
                Panels.showWhen(Cards.field(texts.bind("inside.stage"), stages()), placed),
                Panels.showWhen(new Separator(), known),
                Panels.showWhen(settings, known),
                Panels.notes(looked.chosen(), texts));
    }

    Parent content() {
        return panel;
    }

    private ComboBox<String> layers() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("inside-layer");
        box.setVisibleRowCount(16);
        box.accessibleTextProperty().bind(texts.bind("inside.layer"));
        Panels.words(box, texts, this::words);
        looked.graph().subscribe(graph -> {
            box.getItems()
                    .setAll(
                            graph == null
                                    ? List.of()
                                    : graph.nodes().stream().map(Node::layer).toList());
            box.setValue(looked.layer().get());
        });
        looked.layer().addListener((o, was, is) -> box.setValue(is));
        // a list that changes clears the choice for a moment; only a real choice is passed on
        box.valueProperty().addListener((o, was, is) -> {
            if (is != null && !is.isEmpty()) {
                looked.layer().set(is);
            }
        });
        return box;
    }

    private String words(String layer) {
        return looked.node(layer)
                .map(node -> layer + " · " + Layers.shape(node.shape()))
                .orElse("");
    }

    private Segments<Stage> stages() {
        Segments<Stage> stages = new Segments<>(looked.stage());
        stages.setStyle("-fx-alignment: center-left;");
        looked.graph().subscribe(graph -> fill(stages, graph));
        return stages;
    }

    private void fill(Segments<Stage> stages, NetworkGraph graph) {
        stages.getChildren().clear();
        for (Stage stage : graph == null ? List.<Stage>of() : graph.stages()) {
            String id = stage.name().toLowerCase(Locale.ROOT);
            stages.add(stage, texts.bind("inside.stage." + id), "inside-stage-" + id);
        }
    }
}
