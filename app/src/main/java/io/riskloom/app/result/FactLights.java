package io.riskloom.app.result;

import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Traffic lights of stylised facts side by side; a light's shape and words say the same as its colour. */
public final class FactLights extends FlowPane {

    private static final double WIDTH = 272;

    private final Texts texts;

    /** @param lights may be empty */
    public FactLights(ObservableValue<List<FactLight>> lights, Texts texts) {
        super(12, 4);
        this.texts = texts;
        lights.subscribe(
                now -> getChildren().setAll(now.stream().map(this::chip).toList()));
    }

    private HBox chip(FactLight light) {
        FontIcon icon = new FontIcon(shape(light));
        icon.setIconSize(14);
        // the icon keeps its own font in its style, so the colour is added to it
        icon.setStyle(icon.getStyle() + "; -fx-icon-color: " + colour(light) + ";");
        Label name = new Label(light.name());
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        Label value = new Label(light.value());
        value.getStyleClass().add("figure");
        Label band = new Label(light.band());
        band.getStyleClass().add("caption");
        VBox figures = new VBox(value, band);
        figures.setAlignment(Pos.CENTER_RIGHT);
        figures.setMinWidth(Region.USE_PREF_SIZE);
        HBox chip = new HBox(6, icon, Cards.grow(name), figures);
        name.setMaxWidth(Double.MAX_VALUE);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.setPrefWidth(WIDTH);
        chip.setMaxWidth(WIDTH);
        String words = texts.get("light.words", light.name(), light.value(), light.band(), light.meaning(texts));
        chip.setAccessibleText(words);
        Tooltip tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        Tooltip.install(chip, tip);
        return chip;
    }

    private static Feather shape(FactLight light) {
        return switch (light.light()) {
            case GREEN -> Feather.CHECK_CIRCLE;
            case AMBER -> Feather.ALERT_TRIANGLE;
            case RED -> Feather.X_CIRCLE;
        };
    }

    private static String colour(FactLight light) {
        return switch (light.light()) {
            case GREEN -> "-color-success-fg";
            case AMBER -> "-color-warning-fg";
            case RED -> "-color-danger-fg";
        };
    }
}
