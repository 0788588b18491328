package io.riskloom.app.forecast;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How many days ahead the test forecasts on the chart look; arrow keys move it by one step. */
final class StepSlider extends VBox {

    private final ForecastViewModel model;
    private final Slider slider = new Slider();

    StepSlider(ForecastViewModel model, Texts texts) {
        super(4);
        this.model = model;
        slider.setId("forecast-step");
        slider.setMin(0);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setSnapToTicks(true);
        slider.accessibleTextProperty().bind(texts.bind("forecast.step"));
        Label days = Cards.label(Bindings.createStringBinding(
                () -> {
                    int step = model.step().get();
                    return texts.get(step == 1 ? "forecast.step.one" : "forecast.step.many", step);
                },
                model.step(),
                texts.locale()));
        days.setId("forecast-step-days");
        getChildren()
                .addAll(new HBox(8, Cards.label(texts.bind("forecast.step"), "caption"), Panels.gap(), days), slider);
        model.steps().addListener((InvalidationListener) changed -> range());
        model.step().addListener((value, before, now) -> slider.setValue(at()));
        slider.valueProperty().addListener((value, before, now) -> take(now.doubleValue()));
        range();
    }

    private void range() {
        slider.setMax(Math.max(1, model.steps().size() - 1));
        slider.setValue(at());
    }

    private int at() {
        return Math.max(0, model.steps().indexOf(model.step().get()));
    }

    private void take(double value) {
        int at = (int) Math.rint(value);
        if (at >= 0 && at < model.steps().size()) {
            model.step().set(model.steps().get(at));
        }
    }
}
