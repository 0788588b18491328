package io.riskloom.app.generate;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Sentences on the page, over as many lines as they need; they take no room while there is nothing to say. */
final class Words {

    private Words() {}

    static Label note(ObservableValue<String> text, String id) {
        return styled(text, "caption", id);
    }

    static Label styled(ObservableValue<String> text, String style, String id) {
        Label label = Cards.label(text, style);
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return Panels.showWhen(label, label.textProperty().isNotEmpty());
    }
}
