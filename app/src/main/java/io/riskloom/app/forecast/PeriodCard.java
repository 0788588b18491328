package io.riskloom.app.forecast;

import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Figures of the period beside those of all test days; of all test days alone while no period is chosen. */
final class PeriodCard extends VBox {

    private final Label title = new Label();
    private final GridPane table = new GridPane(16, 6);

    PeriodCard(String id) {
        getStyleClass().addAll("card", "flush");
        title.getStyleClass().add("section-title");
        HBox head = new HBox(title);
        head.getStyleClass().add("card-head");
        table.setId(id);
        table.setPadding(new Insets(12, 16, 12, 16));
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().add(names);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints figures = new ColumnConstraints();
            figures.setHalignment(HPos.RIGHT);
            table.getColumnConstraints().add(figures);
        }
        getChildren().addAll(head, Cards.grow(table));
    }

    /** @param both whether a period is chosen */
    void fill(String heading, List<PeriodComparison.Line> lines, boolean both, Texts texts) {
        title.setText(heading);
        table.getChildren().clear();
        if (both) {
            table.add(label(texts.get("walk.scores.part"), "caption"), 1, 0);
            table.add(label(texts.get("walk.scores.whole"), "caption"), 2, 0);
        }
        for (int i = 0; i < lines.size(); i++) {
            PeriodComparison.Line line = lines.get(i);
            Label name = new Label(line.name());
            name.setMinWidth(60);
            table.add(name, 0, i + 1);
            table.add(label(line.part(), "figure"), both ? 1 : 2, i + 1);
            if (both) {
                Label whole = label(line.whole(), "figure");
                whole.getStyleClass().add("muted");
                table.add(whole, 2, i + 1);
            }
        }
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
