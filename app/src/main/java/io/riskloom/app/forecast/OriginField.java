package io.riskloom.app.forecast;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses the test day whose forecast is looked at: typed, one day back or on, or none. */
final class OriginField extends VBox {

    private final ForecastViewModel model;
    private final Origin origin;
    private final Texts texts;
    private final TextField day = new TextField();

    OriginField(ForecastViewModel model, Texts texts) {
        super(4);
        this.model = model;
        this.origin = model.origin();
        this.texts = texts;
        day.setId("forecast-origin");
        day.accessibleTextProperty().bind(texts.bind("forecast.origin"));
        day.promptTextProperty().bind(texts.bind("forecast.origin.prompt"));
        day.setOnAction(event -> take());
        HBox.setHgrow(day, Priority.ALWAYS);
        Button clear = button(Feather.X, "forecast-origin-clear", "forecast.origin.clear", origin::clear);
        clear.disableProperty().bind(origin.day().isNull());
        HBox row = new HBox(
                4,
                button(Feather.CHEVRON_LEFT, "forecast-origin-back", "forecast.origin.back", () -> origin.step(-1)),
                day,
                button(Feather.CHEVRON_RIGHT, "forecast-origin-on", "forecast.origin.on", () -> origin.step(1)),
                clear);
        Label help = Cards.label(
                Bindings.createStringBinding(this::help, origin.originsProperty(), texts.locale()), "caption");
        help.setWrapText(true);
        getChildren().addAll(Cards.label(texts.bind("forecast.origin"), "caption"), row, help);
        origin.day().subscribe(now -> {
            day.setText(origin.words());
            mark(false);
        });
    }

    private String help() {
        return origin.origins().isEmpty()
                ? ""
                : texts.get(
                        model.details().isPresent() ? "forecast.origin.help" : "forecast.origin.help.direction",
                        Formats.day(origin.origins().getFirst()),
                        Formats.day(origin.origins().getLast()));
    }

    private void take() {
        if (day.getText().isBlank()) {
            origin.clear();
            mark(false);
        } else {
            boolean found = origin.type(day.getText());
            mark(!found);
            if (found) {
                day.setText(origin.words());
            }
        }
    }

    private void mark(boolean wrong) {
        day.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
    }

    private Button button(Feather icon, String id, String key, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("flat-icon");
        button.accessibleTextProperty().bind(texts.bind(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        button.setTooltip(tip);
        button.setOnAction(event -> action.run());
        return button;
    }
}
