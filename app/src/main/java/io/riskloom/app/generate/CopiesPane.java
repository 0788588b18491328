package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Distances to what was learnt, and generated and real windows on one map. */
final class CopiesPane extends VBox {

    private static final double HEIGHT = 400;
    private static final double LINE = 36;

    CopiesPane(CopiesModel model, OverlayModel overlay, Texts texts) {
        super(12);
        ChartView distances = Charts.of(model.distances(), HEIGHT, texts, "generate-copies");
        distances.emptyTextProperty().bind(texts.bind("generate.copies.none"));
        ChartView map = Charts.of(overlay.overlay(), HEIGHT, texts, "generate-map");
        map.emptyTextProperty().bind(overlay.none());
        Segments<OverlayModel.Method> method = new Segments<>(overlay.method());
        method.add(OverlayModel.Method.PCA, texts.bind("generate.map.pca"), "generate-map-pca");
        method.add(OverlayModel.Method.TSNE, texts.bind("generate.map.tsne"), "generate-map-tsne");
        Label title = Cards.label(texts.bind("generate.map"), "section-title");
        HBox head = new HBox(12, title, method);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox left = new VBox(
                8,
                line(Cards.label(texts.bind("generate.copies"), "section-title")),
                distances.framed(),
                Words.note(model.words(), "generate-copies-words"));
        VBox right = new VBox(8, head, map.framed(), Words.note(overlay.explained(), "generate-map-words"));
        head.setMinHeight(LINE);
        getChildren().add(new Halves(left, right));
    }

    private static HBox line(Label title) {
        HBox line = new HBox(title);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(LINE);
        return line;
    }
}
