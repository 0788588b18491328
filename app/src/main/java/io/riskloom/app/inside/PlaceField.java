package io.riskloom.app.inside;

import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The place that is looked at, typed, stepped or slid to: a window's last day, or an applicant by its row or its id. */
final class PlaceField extends VBox {

    private final Looked looked;
    private final TextField field = new TextField();
    private final Slider slider = new Slider();
    private boolean following;

    PlaceField(Looked looked, Texts texts) {
        super(4);
        this.looked = looked;
        ObservableValue<Boolean> applicants =
                looked.subject().map(Subject::applicants).orElse(false);
        ObservableValue<String> caption = applicants.flatMap(now -> texts.bind(now ? "inside.row" : "inside.day"));
        field.setId("inside-place");
        field.accessibleTextProperty().bind(caption);
        field.setOnAction(event -> take());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                follow();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(applicants.flatMap(now -> texts.bind(now ? "inside.row.help" : "inside.day.help")));
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        field.setTooltip(tip);
        HBox.setHgrow(field, Priority.ALWAYS);
        slider.setId("inside-slider");
        slider.getStyleClass().add("small");
        slider.setBlockIncrement(1);
        slider.accessibleTextProperty().bind(caption);
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.valueProperty().addListener((o, was, is) -> {
            if (!following) {
                looked.moveTo((int) Math.round(is.doubleValue()));
            }
        });
        HBox line = new HBox(
                4,
                Icons.button(Feather.CHEVRON_LEFT, texts, "inside.place.back", "inside-back", () -> looked.step(-1)),
                field,
                Icons.button(Feather.CHEVRON_RIGHT, texts, "inside.place.on", "inside-on", () -> looked.step(1)));
        getChildren().addAll(Cards.label(caption, "caption"), line, slider);
        looked.place().subscribe(this::follow);
        looked.subject().subscribe(this::follow);
        Panels.showWhen(this, looked.subject().isNotNull());
    }

    private void follow() {
        mark(false);
        Subject subject = looked.subject().get();
        int place = looked.place().get();
        if (subject == null || place < 0) {
            field.setText("");
            return;
        }
        field.setText(
                subject.applicants()
                        ? String.valueOf(place + 1)
                        : Formats.day(subject.history().dates().get(place)));
        following = true;
        slider.setMin(subject.first());
        slider.setMax(Math.max(subject.first() + 1.0, subject.size() - 1.0));
        if (Math.round(slider.getValue()) != place) {
            slider.setValue(place);
        }
        following = false;
    }

    private void take() {
        String words = field.getText().strip();
        boolean found = looked.applicants() ? applicant(words) : day(words);
        if (found) {
            follow();
        } else {
            mark(true);
        }
    }

    private boolean applicant(String words) {
        int row = looked.subject().get().find(words);
        if (row >= 0) {
            looked.moveTo(row);
        }
        return row >= 0;
    }

    private boolean day(String words) {
        try {
            looked.moveTo(
                    words.startsWith("#")
                            ? PriceHistory.FIRST_ROW.plusDays(Integer.parseInt(words.substring(1)) - 1L)
                            : LocalDate.parse(words));
            return true;
        } catch (DateTimeParseException | NumberFormatException e) {
            return false; // the field is marked
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            looked.step(event.getCode() == KeyCode.UP ? -1 : 1);
            event.consume();
        }
    }

    private void mark(boolean wrong) {
        field.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
    }
}
