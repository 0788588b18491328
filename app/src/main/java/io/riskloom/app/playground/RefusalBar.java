package io.riskloom.app.playground;

import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says why what was typed or pasted was not taken; gone with the next change. */
final class RefusalBar extends HBox {

    RefusalBar(PlaygroundViewModel model, Texts texts) {
        Label words = Cards.label(
                Bindings.createStringBinding(
                        () -> model.entry().refusal().get().map(texts::of).orElse(""),
                        model.entry().refusal(),
                        texts.locale()),
                "bad-text");
        words.setId("playground-refusal");
        words.setWrapText(true);
        getStyleClass().add("problem");
        getChildren().add(words);
        visibleProperty().bind(words.textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        VBox.setMargin(this, new Insets(0, 16, 16, 16));
    }
}
