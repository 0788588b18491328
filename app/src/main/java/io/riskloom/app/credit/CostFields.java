package io.riskloom.app.credit;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.NumberField;
import io.riskloom.app.text.Texts;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What each of the four decisions brings, to be typed: good and bad applicants below each other, approved and refused beside. */
final class CostFields extends VBox {

    private static final double MOST = 1e9;

    private final Texts texts;

    CostFields(CreditViewModel model, Texts texts) {
        super(8);
        this.texts = texts;
        Costs costs = model.costs();
        GridPane cells = new GridPane(12, 8);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        half.setHgrow(Priority.ALWAYS);
        cells.getColumnConstraints().setAll(half, half);
        cells.addRow(
                0,
                field("goodApproved", "good-approved", costs.goodApproved()),
                field("goodRefused", "good-refused", costs.goodRefused()));
        cells.addRow(
                1,
                field("badApproved", "bad-approved", costs.badApproved()),
                field("badRefused", "bad-refused", costs.badRefused()));
        TextField unit = new TextField();
        unit.setId("credit-cost-unit");
        unit.promptTextProperty().bind(texts.bind("credit.costs.unit.prompt"));
        unit.textProperty().bindBidirectional(costs.unit());
        unit.accessibleTextProperty().bind(texts.bind("credit.costs.unit"));
        Label help = Cards.label(texts.bind("credit.costs.help"), "caption");
        help.setWrapText(true);
        getChildren()
                .addAll(
                        Cards.label(texts.bind("credit.costs"), "section-title"),
                        help,
                        cells,
                        Cards.field(texts.bind("credit.costs.unit"), unit));
    }

    private NumberField field(String key, String id, DoubleProperty cell) {
        return new NumberField(texts.bind("credit.costs." + key), cell, -MOST, MOST, false, texts, "credit-cost-" + id);
    }
}
