package io.riskloom.app.inside;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The network as a graph beside the table of its operations. */
final class NetworkPane implements InsidePane {

    private static final double LEAST = 420;
    private static final double GRAPH = 300;

    private final HBox content;
    private final VBox settings;

    NetworkPane(Looked looked, Texts texts) {
        NetworkModel model = new NetworkModel(looked, texts);
        GraphCard graph = new GraphCard(model, texts);
        graph.setMinWidth(GRAPH);
        graph.setPrefWidth(GRAPH);
        LayerTable table = new LayerTable(model, texts);
        Label totals =
                Cards.label(Bindings.createStringBinding(model::totals, model.chart(), texts.locale()), "caption");
        totals.setId("inside-totals");
        HBox head = new HBox(Cards.label(texts.bind("inside.layers"), "section-title"), Panels.gap(), totals);
        head.getStyleClass().add("card-head");
        head.setMinHeight(44);
        VBox layers = new VBox(head, Cards.grow(table));
        layers.getStyleClass().addAll("card", "flush");
        layers.setMinWidth(0);
        content = new HBox(12, graph, Cards.grow(layers));
        content.setMinHeight(LEAST);
        content.setPrefHeight(LEAST);
        Label help = Panels.wrapped("", "caption");
        help.textProperty().bind(texts.bind("inside.graph.help"));
        settings = new VBox(help);
        settings.setMinHeight(Region.USE_PREF_SIZE);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node settings() {
        return settings;
    }

    @Override
    public void look(boolean shown) {
        // the graph asks for nothing of its own
    }
}
