package io.riskloom.app.data;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The corrections that were made, each removable, with undo and redo; part of the context panel. */
final class CorrectionsPanel {

    private final CorrectionsModel model;
    private final Texts texts;

    CorrectionsPanel(CorrectionsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** @param check shows the file with its settings */
    VBox node(Runnable check) {
        Button undo = icon(Feather.CORNER_UP_LEFT, "data.undo", "data-undo");
        undo.disableProperty().bind(model.canUndo().not());
        undo.setOnAction(event -> model.undo());
        Button redo = icon(Feather.CORNER_UP_RIGHT, "data.redo", "data-redo");
        redo.disableProperty().bind(model.canRedo().not());
        redo.setOnAction(event -> model.redo());
        HBox head = new HBox(0, Cards.label(texts.bind("data.corrections"), "caption"), Panels.gap(), undo, redo);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox list = new VBox(2);
        list.setId("data-corrections");
        Runnable fill = () -> {
            list.getChildren().clear();
            for (int i = 0; i < model.steps().size(); i++) {
                list.getChildren().add(row(model.steps().get(i), i));
            }
        };
        model.steps().addListener((InvalidationListener) change -> fill.run());
        fill.run();
        Label safe = Cards.label(
                Bindings.when(Bindings.isEmpty(model.steps()))
                        .then(texts.bind("data.corrections.none"))
                        .otherwise(texts.bind("data.corrections.safe")),
                "muted");
        safe.setWrapText(true);
        Button reading = new Button();
        reading.setId("data-check");
        reading.textProperty().bind(texts.bind("data.check"));
        reading.setMaxWidth(Double.MAX_VALUE);
        reading.setOnAction(event -> check.run());
        return new VBox(6, head, list, safe, reading);
    }

    private Node row(String words, int index) {
        Label label = Panels.wrapped(words, "correction");
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        Button remove = icon(Feather.X, "data.corrections.remove", "data-correction-remove-" + index);
        remove.disableProperty().bind(model.ready().not());
        remove.setOnAction(event -> model.remove(index));
        HBox row = new HBox(4, label, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button icon(Ikon icon, String key, String id) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("flat-icon");
        button.accessibleTextProperty().bind(texts.bind(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        button.setTooltip(tip);
        return button;
    }
}
