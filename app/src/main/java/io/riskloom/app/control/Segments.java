package io.riskloom.app.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/**
 * A choice between a few views of the same thing, as buttons side by side of which exactly one is down; in a second row where there
 * is no room for all.
 */
public final class Segments<T> extends FlowPane {

    private static final double GAP = 2;

    private final ObjectProperty<T> chosen;
    private final ToggleGroup group = new ToggleGroup();

    public Segments(ObjectProperty<T> chosen) {
        super(GAP, GAP);
        this.chosen = chosen;
        getStyleClass().add("pills");
        chosen.addListener((property, before, now) -> group.getToggles()
                .forEach(button -> button.setSelected(button.getUserData().equals(now))));
        getChildren().addListener((ListChangeListener<Node>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(this::leave);
            }
        });
    }

    private void leave(Node removed) {
        if (removed instanceof ToggleButton button) {
            button.setToggleGroup(null);
        }
    }

    /** Adds a button; gives it back for further dressing. */
    public ToggleButton add(T value, ObservableValue<String> words, String id) {
        ToggleButton button = new ToggleButton();
        button.textProperty().bind(words);
        button.setId(id);
        button.setUserData(value);
        button.setToggleGroup(group);
        button.setSelected(value.equals(chosen.get()));
        button.setOnAction(event -> {
            button.setSelected(true);
            chosen.set(value);
        });
        getChildren().add(button);
        return button;
    }

    /** One row. */
    @Override
    protected double computePrefWidth(double height) {
        double width = snappedLeftInset() + snappedRightInset() - GAP;
        for (Node button : getManagedChildren()) {
            width += GAP + snapSizeX(button.prefWidth(-1));
        }
        return Math.max(0, width);
    }
}
