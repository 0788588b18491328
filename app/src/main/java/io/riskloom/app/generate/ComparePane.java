package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Two generators side by side: fans on one scale, facts and scores. */
final class ComparePane extends VBox {

    private static final double HEIGHT = 360;

    ComparePane(CompareModel model, Texts texts) {
        super(12);
        ChartView left = Charts.of(model.left(), HEIGHT, texts, "generate-compare-left");
        ChartView right = Charts.of(model.right(), HEIGHT, texts, "generate-compare-right");
        left.viewportProperty().bindBidirectional(right.viewportProperty());
        left.crosshairProperty().bindBidirectional(right.crosshairProperty());
        FactTable facts = new FactTable(
                model.facts(), List.of(model.leftName(), model.rightName()), model.factCount(), texts, "compare-facts");
        RowsCard scores = new RowsCard(
                model.scores(),
                List.of(texts.bind("generate.scores.score"), model.leftName(), model.rightName()),
                texts.bind("generate.scores"),
                texts.bind("generate.compare.note"),
                "compare-scores");
        ObservableValue<Boolean> there = model.other().isNotNull();
        VBox both = new VBox(
                12,
                Words.styled(model.caveat(), "amber-text", "compare-caveat"),
                new Halves(named(model.leftName(), left), named(model.rightName(), right)),
                facts,
                scores);
        getChildren()
                .addAll(
                        Panels.showWhen(head(model, texts), there),
                        Panels.showWhen(both, there),
                        Panels.showWhen(none(texts), model.other().isNull()));
    }

    private static Node none(Texts texts) {
        return Cards.card(Cards.label(texts.bind("generate.compare.none"), "empty-text"));
    }

    private static VBox named(ObservableValue<String> name, ChartView chart) {
        return new VBox(8, Cards.label(name, "section-title"), chart.framed());
    }

    private static HBox head(CompareModel model, Texts texts) {
        ComboBox<Run> other = new ComboBox<>(model.choices());
        other.setId("generate-compare-run");
        Panels.words(other, texts, model::name);
        other.valueProperty().bindBidirectional(model.other());
        other.accessibleTextProperty().bind(texts.bind("generate.compare.with"));
        Button swap = new Button();
        swap.setId("generate-compare-swap");
        swap.textProperty().bind(texts.bind("generate.compare.swap"));
        swap.setGraphic(new FontIcon(Feather.REPEAT));
        swap.setOnAction(event -> model.swap());
        HBox head = new HBox(12, Cards.label(texts.bind("generate.compare.with"), "caption"), other, swap);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }
}
