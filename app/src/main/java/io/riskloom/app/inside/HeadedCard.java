package io.riskloom.app.inside;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A card with a title, what stands at its right, and below what it shows. */
final class HeadedCard extends VBox {

    HeadedCard(ObservableValue<String> title, Node... atRight) {
        getStyleClass().addAll("card", "flush");
        HBox head = new HBox(Cards.label(title, "section-title"), Panels.gap());
        head.getChildren().addAll(atRight);
        head.getStyleClass().add("card-head");
        getChildren().add(head);
    }

    /** Small words over as many lines as they need, with the card's margin. */
    static Label note(ObservableValue<String> words, String id) {
        Label note = Panels.wrapped("", "caption");
        note.setId(id);
        note.textProperty().bind(words);
        note.setStyle("-fx-padding: 4 16 12 16;");
        return note;
    }
}
