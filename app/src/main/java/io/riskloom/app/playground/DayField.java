package io.riskloom.app.playground;

import atlantafx.base.controls.ProgressSliderSkin;
import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The last day of what is taken from the loaded prices: moving it takes the same of other days. Hidden without prices. */
final class DayField extends VBox {

    private final PlaygroundViewModel model;
    private final Slider slider = new Slider(0, 1, 0);
    private boolean following;

    DayField(PlaygroundViewModel model, Texts texts) {
        super(2);
        this.model = model;
        slider.setId("playground-day");
        slider.getStyleClass().add("small");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(1);
        slider.accessibleTextProperty().bind(texts.bind("playground.day"));
        Label day = Cards.label(
                Bindings.createStringBinding(
                        () -> history()
                                .map(h -> Formats.day(
                                        h.dates().get(Math.clamp(Math.round(slider.getValue()), 0, h.size() - 1))))
                                .orElse(""),
                        slider.valueProperty(),
                        model.session().dataset()),
                "caption");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(new HBox(Cards.label(texts.bind("playground.day"), "caption"), gap, day), slider);
        slider.valueProperty().addListener((o, was, is) -> moved());
        slider.valueChangingProperty().addListener((o, was, is) -> moved());
        managedProperty().bind(visibleProperty());
        model.state().addListener((o, was, is) -> follow());
        model.session().dataset().addListener((o, was, is) -> follow());
        follow();
    }

    private Optional<PriceHistory> history() {
        return PriceWindow.history(model.session().dataset().get());
    }

    private void follow() {
        Optional<PriceHistory> history = history();
        setVisible(history.isPresent());
        following = true;
        history.ifPresent(h -> {
            slider.setMax(h.size() - 1.0);
            slider.setValue(Math.min(model.prices().lastDay(), h.size() - 1));
        });
        following = false;
    }

    /** One step to undo a drag, not one a day. */
    private void moved() {
        if (!following && !slider.isValueChanging()) {
            model.prices().takeUpTo((int) Math.round(slider.getValue()));
            follow();
        }
    }
}
