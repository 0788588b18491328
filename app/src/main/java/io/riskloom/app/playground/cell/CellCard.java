package io.riskloom.app.playground.cell;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.IconButton;
import io.riskloom.app.control.Sketch;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.CellStep;
import io.riskloom.engine.lesson.RecurrentCell;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The cell as a diagram with numbers on its wires, and the line of arithmetic that the stage is. */
final class CellCard extends VBox {

    private final CellViewModel model;
    private final Texts texts;

    CellCard(CellViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "flush");
        Sketch sketch = new Sketch((surface, palette, width, height) -> {
            CellPen pen = new CellPen(surface, palette);
            CellStep step = model.step().get();
            int reached = model.stage().get();
            int unit = model.unit().get();
            if (model.setup().get().cell().kind() == RecurrentCell.Kind.LSTM) {
                new LstmDrawing(pen, step, model.stages(), reached, unit, texts).draw(width, height);
            } else {
                new GruDrawing(pen, step, model.stages(), reached, unit, texts).draw(width, height);
            }
        });
        sketch.setId("cell-diagram");
        sketch.setMinHeight(240);
        sketch.setPrefHeight(280);
        VBox.setVgrow(sketch, Priority.ALWAYS);
        model.step().subscribe(is -> sketch.redraw());
        model.stage().subscribe(is -> sketch.redraw());
        model.unit().subscribe(is -> sketch.redraw());
        texts.locale().subscribe(is -> sketch.redraw());
        StringBinding line = Bindings.createStringBinding(
                () -> CellWords.of(
                        model.setup().get().cell(),
                        model.step().get(),
                        model.stages().get(model.stage().get()),
                        model.unit().get()),
                model.step(),
                model.stage(),
                model.unit(),
                texts.locale());
        sketch.accessibleTextProperty().bind(line);
        Label arithmetic = Cards.label(line, "mono");
        arithmetic.setId("cell-arithmetic");
        arithmetic.setWrapText(true);
        arithmetic.setMinHeight(USE_PREF_SIZE);
        VBox foot = new VBox(arithmetic);
        foot.setStyle("-fx-padding: 8 16 12 16;");
        foot.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head(), sketch, foot);
    }

    private HBox head() {
        Label title = Cards.label(
                Bindings.createStringBinding(
                        () -> texts.get(
                                "cell.unit.of",
                                model.unit().get() + 1,
                                model.setup().get().cell().units()),
                        model.unit(),
                        model.step(),
                        texts.locale()),
                "section-title");
        title.setId("cell-unit");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button undo = IconButton.of(texts, Feather.ROTATE_CCW, "cell.undo", model::undo);
        Button redo = IconButton.of(texts, Feather.ROTATE_CW, "cell.redo", model::redo);
        model.step().subscribe(step -> {
            undo.setDisable(!model.undoable());
            redo.setDisable(!model.redoable());
        });
        Button on = IconButton.of(texts, Feather.CORNER_DOWN_LEFT, "cell.carryOn", model::carryOn);
        on.disableProperty().bind(model.step().map(step -> model.overDays()));
        HBox head = new HBox(
                4,
                title,
                IconButton.of(
                        texts,
                        Feather.CHEVRON_UP,
                        "cell.unit.back",
                        () -> model.unit(model.unit().get() - 1)),
                IconButton.of(
                        texts,
                        Feather.CHEVRON_DOWN,
                        "cell.unit.on",
                        () -> model.unit(model.unit().get() + 1)),
                IconButton.of(
                        texts,
                        Feather.CHEVRON_LEFT,
                        "cell.stage.back",
                        () -> model.stage(model.stage().get() - 1)),
                IconButton.of(
                        texts,
                        Feather.CHEVRON_RIGHT,
                        "cell.stage.on",
                        () -> model.stage(model.stage().get() + 1)),
                on,
                undo,
                redo,
                IconButton.of(texts, Feather.COPY, "cell.copy", this::copy));
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(
                CellWords.whole(model.setup().get().cell(), model.step().get(), model.stages(), texts));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
