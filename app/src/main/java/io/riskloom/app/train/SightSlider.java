package io.riskloom.app.train;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses the last day of the window: a slider over the days of the series, a day on or back by buttons or arrow keys. */
final class SightSlider extends HBox {

    private static final int PAGE = 20;

    private final SightModel model;
    private final Texts texts;
    private final Slider slider = new Slider();
    private boolean fitting;

    SightSlider(SightModel model, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        setStyle("-fx-padding: 8 16 0 16;");
        slider.setId("train-sight-day");
        slider.setBlockIncrement(1);
        slider.accessibleTextProperty().bind(texts.bind("train.sight.day"));
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().subscribe((before, now) -> {
            if (!fitting) {
                model.day().set((int) Math.round(now.doubleValue()));
            }
        });
        Stream.of(model.first(), model.last(), model.day()).forEach(number -> number.subscribe(now -> fit()));
        slider.setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case PAGE_UP -> model.step(PAGE);
                case PAGE_DOWN -> model.step(-PAGE);
                default -> {
                    return;
                }
            }
            event.consume();
        });
        Label date = new Label();
        date.setId("train-sight-date");
        date.setMinWidth(Region.USE_PREF_SIZE);
        date.textProperty()
                .bind(Bindings.createStringBinding(this::date, model.day(), model.offered(), texts.locale()));
        getChildren()
                .addAll(
                        step(Feather.CHEVRON_LEFT, "train.sight.back", -1),
                        slider,
                        step(Feather.CHEVRON_RIGHT, "train.sight.on", 1),
                        date);
    }

    /** A slider keeps its value between its ends and its ends apart: they move one after the other, which is nobody's wish. */
    private void fit() {
        fitting = true;
        slider.setMin(0);
        slider.setMax(model.last().get());
        slider.setMin(model.first().get());
        slider.setValue(model.day().get());
        fitting = false;
    }

    private String date() {
        return model.offered().get()
                ? texts.get(
                        "train.sight.date", Formats.day(model.date(model.day().get())))
                : "";
    }

    private Button step(Feather image, String key, int days) {
        FontIcon icon = new FontIcon(image);
        icon.setIconSize(16);
        Button button = new Button(null, icon);
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("flat-icon");
        button.accessibleTextProperty().bind(texts.bind(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        button.setTooltip(tip);
        button.setOnAction(event -> model.step(days));
        return button;
    }
}
