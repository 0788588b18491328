package io.riskloom.app.train;

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

/** Chooses a sample to be shown, such as the last day of a window: by a slider, one on or back by buttons or arrow keys. */
final class SightSlider extends HBox {

    private static final int PAGE = 20;

    private final SightPlace model;
    private final String prefix;
    private final Texts texts;
    private final Slider slider = new Slider();
    private boolean fitting;

    /**
     * @param prefix of the texts {@code back} and {@code on}, with its dot, and of the nodes' ids
     * @param name   what is chosen, the text’s key after the prefix
     */
    SightSlider(SightPlace model, String prefix, String name, Texts texts) {
        super(8);
        this.model = model;
        this.prefix = prefix;
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        setStyle("-fx-padding: 8 16 0 16;");
        slider.setId(id(prefix + name));
        slider.setBlockIncrement(1);
        slider.accessibleTextProperty().bind(texts.bind(prefix + name));
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().subscribe((before, now) -> {
            if (!fitting) {
                model.place().set((int) Math.round(now.doubleValue()));
            }
        });
        Stream.of(model.first(), model.last(), model.place()).forEach(number -> number.subscribe(now -> fit()));
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
        date.setId(id(prefix + "date"));
        date.setMinWidth(Region.USE_PREF_SIZE);
        date.textProperty()
                .bind(Bindings.createStringBinding(this::words, model.place(), model.offered(), texts.locale()));
        getChildren()
                .addAll(step(Feather.CHEVRON_LEFT, "back", -1), slider, step(Feather.CHEVRON_RIGHT, "on", 1), date);
    }

    /** A slider keeps its value between its ends and its ends apart: they move one after the other, which is nobody's wish. */
    private void fit() {
        fitting = true;
        slider.setMin(0);
        slider.setMax(model.last().get());
        slider.setMin(model.first().get());
        slider.setValue(model.place().get());
        fitting = false;
    }

    private String words() {
        return model.offered().get() ? model.words(texts) : "";
    }

    private static String id(String key) {
        return key.replace('.', '-');
    }

    private Button step(Feather image, String way, int places) {
        String key = prefix + way;
        FontIcon icon = new FontIcon(image);
        icon.setIconSize(16);
        Button button = new Button(null, icon);
        button.setId(id(key));
        button.getStyleClass().add("flat-icon");
        button.accessibleTextProperty().bind(texts.bind(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        button.setTooltip(tip);
        button.setOnAction(event -> model.step(places));
        return button;
    }
}
