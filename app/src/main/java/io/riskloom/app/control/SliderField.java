package io.riskloom.app.control;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A slider of whole steps: caption and value above it. */
public final class SliderField {

    private SliderField() {}

    /** @param step between two places, from low on */
    public static Slider slider(String id, ObservableValue<String> name, double low, double high, double step) {
        Slider slider = new Slider(low, high, low);
        slider.setId(id);
        slider.getStyleClass().add("small");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setMajorTickUnit(step);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(step);
        slider.accessibleTextProperty().bind(name);
        return slider;
    }

    public static VBox field(Slider slider, ObservableValue<String> name, ObservableValue<String> value) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label figure = Cards.label(value, "caption");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        return new VBox(2, new HBox(8, Cards.label(name, "caption"), gap, figure), slider);
    }
}
