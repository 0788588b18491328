package io.riskloom.app.credit;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** That a run's test applicants are being counted, or why they could not be; hidden otherwise. */
final class CountingLine extends HBox {

    private static final double WIDE = 120;

    CountingLine(CreditViewModel model, Texts texts) {
        super(12);
        setId("credit-counting");
        setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(WIDE);
        BooleanBinding busy = model.counting();
        ObservableValue<Notice> problem = model.problem();
        ObservableValue<Boolean> trouble = problem.map(reason -> true).orElse(false);
        Label reason = Panels.wrapped("", "amber-text");
        reason.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> problem.getValue() == null ? "" : texts.of(problem.getValue()), problem, texts.locale()));
        getChildren()
                .addAll(
                        Panels.showWhen(bar, busy),
                        Panels.showWhen(Cards.label(texts.bind("credit.counting"), "muted"), busy),
                        Cards.grow(Panels.showWhen(reason, trouble)));
        Panels.showWhen(this, Bindings.createBooleanBinding(() -> busy.get() || trouble.getValue(), busy, trouble));
    }
}
