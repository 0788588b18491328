package io.riskloom.app.playground;

import io.riskloom.app.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The head and the grids of the shown mode. */
final class WorkCard extends VBox {

    private final PlaygroundViewModel model;
    private final Map<PlaygroundState.Mode, WorkPane> panes = new EnumMap<>(PlaygroundState.Mode.class);
    private final ScrollPane scroll = new ScrollPane();
    private double roomHeight = 460;

    WorkCard(PlaygroundViewModel model, Texts texts) {
        this.model = model;
        getStyleClass().addAll("card", "flush");
        WorkPane layer = new LayerPane(model, texts);
        panes.put(PlaygroundState.Mode.CONVOLUTION, layer);
        panes.put(PlaygroundState.Mode.POOLING, layer);
        panes.put(PlaygroundState.Mode.DENSE, new DensePane(model, texts));
        panes.put(PlaygroundState.Mode.SERIES, new SeriesPane(model, texts));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("page-scroll");
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(new WorkHead(model, texts), scroll, new RefusalBar(model, texts));
        model.state().addListener((o, was, is) -> show());
        model.stepping().cursor().addListener((o, was, is) -> pane().frames());
        model.stepping().term().addListener((o, was, is) -> pane().frames());
        texts.locale().addListener((o, was, is) -> show());
        scroll.widthProperty().addListener((o, was, is) -> fit());
        show();
    }

    private WorkPane pane() {
        return panes.get(model.state().get().mode());
    }

    void focus() {
        pane().focus();
    }

    /** @param height that the page leaves to the grids */
    void room(double height) {
        roomHeight = height;
        fit();
    }

    private void show() {
        WorkPane pane = pane();
        pane.show();
        fit();
        pane.frames();
        if (scroll.getContent() != pane.node()) {
            scroll.setContent(pane.node());
        }
    }

    private void fit() {
        pane().fit(Math.max(320, scroll.getWidth() - 50), roomHeight);
    }
}
