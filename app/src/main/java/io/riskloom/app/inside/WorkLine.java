package io.riskloom.app.inside;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** A button that asks what takes long; while that is under way a sign and a button to give it up; why it was not answered. */
final class WorkLine extends HBox {

    private static final double WIDE = 100;

    /** @param id of the button that asks; those of the others begin with it */
    WorkLine(Latest<?, ?> asked, Texts texts, String key, String id, Runnable ask) {
        super(12);
        setAlignment(Pos.CENTER_LEFT);
        Button go = new Button();
        go.setId(id);
        go.textProperty().bind(texts.bind(key));
        go.setMinWidth(USE_PREF_SIZE);
        go.setOnAction(event -> ask.run());
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(WIDE);
        Button stop = new Button();
        stop.setId(id + "-stop");
        stop.textProperty().bind(texts.bind("common.cancel"));
        stop.setOnAction(event -> asked.cancel());
        Label trouble = Panels.wrapped("", "amber-text");
        trouble.setId(id + "-trouble");
        trouble.textProperty().bind(problem(asked, texts));
        getChildren()
                .addAll(
                        Panels.showWhen(go, asked.busy().not()),
                        Panels.showWhen(bar, asked.busy()),
                        Panels.showWhen(stop, asked.busy()),
                        Cards.grow(Panels.showWhen(trouble, asked.problem().isNotNull())));
    }

    static StringBinding problem(Latest<?, ?> asked, Texts texts) {
        return Bindings.createStringBinding(
                () -> asked.problem().get() == null
                        ? ""
                        : texts.of(asked.problem().get()),
                asked.problem(),
                texts.locale());
    }
}
