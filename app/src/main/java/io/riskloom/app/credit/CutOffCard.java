package io.riskloom.app.credit;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Row;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.stats.Classification.Confusion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Confusion matrix and rates at the cut-off. */
final class CutOffCard {

    private static final int RATES_A_COLUMN = 4;

    private final CreditViewModel model;
    private final OverviewModel overview;
    private final Texts texts;
    private final List<Words> lines = new ArrayList<>();

    CutOffCard(CreditViewModel model, OverviewModel overview, Texts texts) {
        this.model = model;
        this.overview = overview;
        this.texts = texts;
    }

    Node node() {
        Label head = Cards.label(
                Bindings.createStringBinding(
                        () -> texts.get(
                                "credit.cutOff.head",
                                Formats.number(model.cutOff().get(), 3)),
                        model.cutOff(),
                        texts.locale()),
                "section-title");
        GridPane rates = new GridPane(32, 6);
        rates.setId("credit-rates");
        overview.rates().addListener((ListChangeListener<Row>) change -> fill(rates));
        fill(rates);
        HBox body = new HBox(48, matrix(), Cards.grow(rates));
        body.setAlignment(Pos.CENTER_LEFT);
        VBox card = Cards.card(head, body);
        card.setMinHeight(VBox.USE_PREF_SIZE);
        return card;
    }

    private GridPane matrix() {
        GridPane matrix = new GridPane(16, 6);
        matrix.setId("credit-confusion");
        ColumnConstraints words = new ColumnConstraints();
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        figures.setMinWidth(96);
        matrix.getColumnConstraints().setAll(words, figures, figures);
        matrix.add(Cards.label(texts.bind("credit.approved"), "caption"), 1, 0);
        matrix.add(Cards.label(texts.bind("credit.refused"), "caption"), 2, 0);
        matrix.add(Cards.label(texts.bind("credit.good"), "caption"), 0, 1);
        matrix.add(Cards.label(texts.bind("credit.bad"), "caption"), 0, 2);
        matrix.add(count(Confusion::tn, "credit-good-approved", "good-text"), 1, 1);
        matrix.add(count(Confusion::fp, "credit-good-refused", "bad-text"), 2, 1);
        matrix.add(count(Confusion::fn, "credit-bad-approved", "bad-text"), 1, 2);
        matrix.add(count(Confusion::tp, "credit-bad-refused", "good-text"), 2, 2);
        return matrix;
    }

    private Label count(Function<Confusion, Integer> cell, String id, String style) {
        Label label = Cards.label(
                Bindings.createStringBinding(() -> overview.count(cell), model.at(), texts.locale()), style);
        label.setId(id);
        return label;
    }

    /** Lines are made once; while the cut-off moves only their words change. */
    private void fill(GridPane rates) {
        if (lines.size() != overview.rates().size()) {
            lines.clear();
            rates.getChildren().clear();
            for (int i = 0; i < overview.rates().size(); i++) {
                lines.add(line(rates, i));
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).words().set(overview.rates().get(i).words());
            lines.get(i).value().set(overview.rates().get(i).value());
        }
    }

    private Words line(GridPane rates, int i) {
        Words words = new Words(new SimpleStringProperty(), new SimpleStringProperty());
        HBox line = Cards.line(words.words(), words.value());
        line.setId("credit-rate-" + overview.rates().get(i).key());
        GridPane.setHgrow(line, Priority.ALWAYS);
        rates.add(line, i / RATES_A_COLUMN, i % RATES_A_COLUMN);
        return words;
    }

    private record Words(StringProperty words, StringProperty value) {}
}
