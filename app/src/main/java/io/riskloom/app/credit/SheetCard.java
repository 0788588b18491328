package io.riskloom.app.credit;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A table of figures under a heading, to be copied whole; takes no room while it has no rows. */
final class SheetCard extends VBox {

    private static final int MOST = 12;

    private final Texts texts;
    private final String id;
    private final ObservableValue<String> heading;
    private List<Sheet.Column> made = List.of();
    private FigureTable<List<String>> table;

    SheetCard(ObservableValue<String> heading, ObservableValue<Sheet> sheet, Texts texts, String id) {
        this.texts = texts;
        this.id = id;
        this.heading = heading;
        getStyleClass().addAll("card", "flush");
        setMinHeight(Region.USE_PREF_SIZE);
        Button copy = new Button();
        copy.setId(id + "-copy");
        copy.textProperty().bind(texts.bind("credit.copy"));
        copy.setOnAction(event -> copy());
        HBox head = new HBox(12, Cards.label(heading, "section-title"), Panels.gap(), copy);
        head.getStyleClass().add("card-head");
        getChildren().add(head);
        sheet.subscribe(this::show);
    }

    private void show(Sheet sheet) {
        boolean there = sheet != null && !sheet.rows().isEmpty();
        setVisible(there);
        setManaged(there);
        if (!there) {
            return;
        }
        if (!sheet.columns().equals(made)) {
            made = sheet.columns();
            table = new FigureTable<>(id, MOST);
            table.accessibleTextProperty().bind(heading);
            for (int i = 0; i < made.size(); i++) {
                int index = i;
                Sheet.Column column = made.get(i);
                table.column(
                        texts.bind(column.key(), column.unit()),
                        column.width(),
                        column.numeric(),
                        row -> row.get(index));
            }
            getChildren().setAll(getChildren().getFirst(), table);
        }
        if (!table.getItems().equals(sheet.rows())) {
            table.show(sheet.rows());
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(table.text());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
