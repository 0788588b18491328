package io.riskloom.app.forecast;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/**
 * The first or the last day of the period, typed: taken on Enter and when the field is left. What is no day of the test span
 * stays in the field, marked and explained.
 */
final class PeriodField extends VBox {

    private final WalkForwardViewModel model;
    private final Texts texts;
    private final boolean first;
    private final TextField field = new TextField();
    private final Label wrong = Panels.wrapped("", "bad-text");

    /** @param first whether it is the first day */
    PeriodField(WalkForwardViewModel model, Texts texts, boolean first) {
        super(4);
        this.model = model;
        this.texts = texts;
        this.first = first;
        String name = first ? "walk.from" : "walk.to";
        field.setId(first ? "walk-from" : "walk-to");
        field.setPrefColumnCount(8);
        field.accessibleTextProperty().bind(texts.bind(name));
        field.setOnAction(event -> take());
        field.focusedProperty().addListener((focus, before, now) -> {
            if (!now) {
                take();
            }
        });
        wrong.getStyleClass().add("caption");
        Panels.showWhen(wrong, wrong.textProperty().isNotEmpty());
        model.period().subscribe(this::show);
        model.whole().subscribe(this::show);
        texts.locale().subscribe(this::show);
        show();
        getChildren().addAll(Cards.label(texts.bind(name), "caption"), field, wrong);
    }

    private Optional<PeriodDays> now() {
        return Optional.ofNullable(model.period().get())
                .or(() -> Optional.ofNullable(model.whole().get()));
    }

    private void show() {
        field.setText(now().map(period -> Formats.day(first ? period.from() : period.to()))
                .orElse(""));
        say("");
    }

    private void say(String words) {
        wrong.setText(words);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !words.isEmpty());
    }

    private void take() {
        PeriodDays all = model.whole().get();
        if (all == null) {
            return;
        }
        Optional<PeriodDays> next = PeriodDays.day(field.getText()).flatMap(day -> with(day, all));
        if (next.isEmpty()) {
            say(texts.get("walk.date.wrong", Formats.day(all.from()), Formats.day(all.to())));
        } else if (next.equals(now())) {
            show();
        } else {
            model.period().set(next.get().equals(all) ? null : next.get());
        }
    }

    private Optional<PeriodDays> with(LocalDate day, PeriodDays all) {
        return now().flatMap(period -> first ? period.from(day, all) : period.to(day, all));
    }
}
