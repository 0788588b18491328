package io.riskloom.app.playground;

import io.riskloom.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Why a set-up is impossible, and the nearest possible one to take. */
final class TroubleBox extends VBox {

    private final PlaygroundViewModel model;
    private final Texts texts;

    TroubleBox(PlaygroundViewModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        setMaxWidth(280);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("playground-trouble");
        model.state().addListener((o, was, is) -> show());
        texts.locale().addListener((o, was, is) -> show());
        show();
    }

    private void show() {
        model.trouble().ifPresentOrElse(this::explain, getChildren()::clear);
    }

    private void explain(Trouble trouble) {
        Label words = new Label(texts.of(trouble.reason()));
        words.setWrapText(true);
        words.getStyleClass().add("amber-text");
        words.setMinHeight(USE_PREF_SIZE);
        Button use = new Button(texts.get(
                "playground.offer",
                String.join(
                        texts.get("playground.offer.and"),
                        trouble.changes().stream().map(texts::of).toList())));
        use.setId("playground-nearest");
        use.setOnAction(e -> model.take(trouble));
        getChildren().setAll(words, use);
    }
}
