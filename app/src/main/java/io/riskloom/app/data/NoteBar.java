package io.riskloom.app.data;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What a reader should know about how the file was opened, with what can be done about it; takes no room where nothing. */
final class NoteBar {

    private final CorrectionsModel model;
    private final Texts texts;

    NoteBar(CorrectionsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    HBox node() {
        HBox bar = Cards.verdict(model.noteWords());
        bar.setId("data-note");
        bar.setSpacing(8);
        Cards.grade(bar, 0);
        ((Label) bar.getChildren().getFirst()).setMaxWidth(Double.MAX_VALUE);
        Button dismiss = button("data.note.dismiss", "data-note-dismiss", model::dismiss);
        dismiss.textProperty().bind(model.dismissWords());
        dismiss.disableProperty().bind(model.canDismiss().not());
        bar.getChildren()
                .addAll(
                        Panels.showWhen(
                                button("data.note.apply", "data-note-apply", model::applyAgain), model.canApplyAgain()),
                        Panels.showWhen(
                                button("data.note.detect", "data-note-detect", model::detectAgain),
                                model.canDetectAgain()),
                        dismiss);
        return Panels.showWhen(bar, model.noteWords().isNotEmpty());
    }

    private Button button(String key, String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT, "verdict-action");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
