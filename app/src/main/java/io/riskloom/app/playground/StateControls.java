package io.riskloom.app.playground;

import atlantafx.base.controls.ProgressSliderSkin;
import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Controls of whole numbers of the set-up. They write one edit a change and follow undo and redo. */
final class StateControls {

    private final PlaygroundViewModel model;
    private final Texts texts;

    StateControls(PlaygroundViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Caption and value above, the slider below. */
    Node slider(
            String name,
            int low,
            int high,
            ToIntFunction<PlaygroundState> read,
            BiFunction<PlaygroundState, Integer, PlaygroundState> write) {
        Slider slider = new Slider(low, high, read.applyAsInt(model.state().get()));
        slider.setId("playground-" + name);
        slider.getStyleClass().add("small");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(1);
        slider.accessibleTextProperty().bind(texts.bind("playground." + name));
        slider.valueProperty().addListener((o, was, is) -> {
            int value = (int) Math.round(is.doubleValue());
            edit(read, write, value);
        });
        model.state().addListener((o, was, is) -> {
            if (Math.round(slider.getValue()) != read.applyAsInt(is)) {
                slider.setValue(read.applyAsInt(is));
            }
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label value = Cards.label(
                Bindings.createStringBinding(
                        () -> String.valueOf(read.applyAsInt(model.state().get())), model.state()),
                "caption");
        HBox head = new HBox(Cards.label(texts.bind("playground." + name), "caption"), gap, value);
        return new VBox(2, head, slider);
    }

    /** Rows × columns. */
    Node size(
            String name,
            int largest,
            ToIntFunction<PlaygroundState> rows,
            ToIntFunction<PlaygroundState> columns,
            BiFunction<PlaygroundState, Integer, PlaygroundState> setRows,
            BiFunction<PlaygroundState, Integer, PlaygroundState> setColumns) {
        return beside(
                name,
                "×",
                spinner(name + ".rows", largest, rows, setRows),
                spinner(name + ".columns", largest, columns, setColumns));
    }

    /** Two numbers under one caption, each named by a text of its own. */
    Node pair(
            String name,
            String first,
            String second,
            int largest,
            ToIntFunction<PlaygroundState> readFirst,
            ToIntFunction<PlaygroundState> readSecond,
            BiFunction<PlaygroundState, Integer, PlaygroundState> setFirst,
            BiFunction<PlaygroundState, Integer, PlaygroundState> setSecond) {
        return beside(
                name,
                "→",
                spinner(first, largest, readFirst, setFirst),
                spinner(second, largest, readSecond, setSecond));
    }

    private Node beside(String name, String sign, Spinner<Integer> first, Spinner<Integer> second) {
        HBox pair = new HBox(8, first, new Label(sign), second);
        pair.setAlignment(Pos.CENTER_LEFT);
        return Cards.field(texts.bind("playground." + name), pair);
    }

    private Spinner<Integer> spinner(
            String name,
            int largest,
            ToIntFunction<PlaygroundState> read,
            BiFunction<PlaygroundState, Integer, PlaygroundState> write) {
        Spinner<Integer> spinner =
                new Spinner<>(1, largest, read.applyAsInt(model.state().get()));
        spinner.setId("playground-" + name.replace('.', '-'));
        spinner.setPrefWidth(104);
        spinner.accessibleTextProperty().bind(texts.bind("playground." + name));
        spinner.valueProperty().addListener((o, was, is) -> edit(read, write, is));
        model.state().addListener((o, was, is) -> spinner.getValueFactory().setValue(read.applyAsInt(is)));
        return spinner;
    }

    /** A control that only follows the state edits nothing. */
    private void edit(
            ToIntFunction<PlaygroundState> read,
            BiFunction<PlaygroundState, Integer, PlaygroundState> write,
            int value) {
        model.change(s -> read.applyAsInt(s) == value ? s : write.apply(s, value));
    }
}
