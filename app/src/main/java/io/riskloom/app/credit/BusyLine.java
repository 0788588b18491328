package io.riskloom.app.credit;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** That a question is being answered, with a button to give it up; or why it was not answered. */
final class BusyLine extends HBox {

    private static final double WIDE = 120;

    BusyLine(Asking<?, ?> asking, Texts texts, String key, String prefix) {
        super(12);
        setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(WIDE);
        Button stop = new Button();
        stop.setId(prefix + "-stop");
        stop.textProperty().bind(texts.bind("common.cancel"));
        stop.setOnAction(event -> asking.cancel());
        Label trouble = Panels.wrapped("", "amber-text");
        trouble.setId(prefix + "-trouble");
        trouble.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> asking.problem().get() == null
                                ? ""
                                : texts.of(asking.problem().get()),
                        asking.problem(),
                        texts.locale()));
        getChildren()
                .addAll(
                        Panels.showWhen(bar, asking.busy()),
                        Panels.showWhen(Cards.label(texts.bind(key), "muted"), asking.busy()),
                        Panels.showWhen(stop, asking.busy()),
                        Cards.grow(Panels.showWhen(trouble, asking.problem().isNotNull())));
        Panels.showWhen(this, asking.busy().or(asking.problem().isNotNull()));
    }
}
