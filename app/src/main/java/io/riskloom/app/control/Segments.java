package io.riskloom.app.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A choice between a few views of the same thing, as buttons side by side of which exactly one is down. */
public final class Segments<T> extends HBox {

    private final ObjectProperty<T> chosen;
    private final ToggleGroup group = new ToggleGroup();

    public Segments(ObjectProperty<T> chosen) {
        this.chosen = chosen;
        getStyleClass().add("pills");
    }

    /** Adds a button; gives it back for further dressing. */
    public ToggleButton add(T value, ObservableValue<String> words, String id) {
        ToggleButton button = new ToggleButton();
        button.textProperty().bind(words);
        button.setId(id);
        button.setToggleGroup(group);
        button.setSelected(value.equals(chosen.get()));
        chosen.addListener((property, before, now) -> button.setSelected(value.equals(now)));
        button.setOnAction(event -> {
            button.setSelected(true);
            chosen.set(value);
        });
        getChildren().add(button);
        return button;
    }
}
