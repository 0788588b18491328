package io.riskloom.app.inside;

import io.riskloom.app.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons of one picture. */
final class Icons {

    private static final int SIZE = 16;

    private Icons() {}

    /** @param key of what it does, told to who points at it or hears it */
    static Button button(Ikon image, Texts texts, String key, String id, Runnable action) {
        FontIcon icon = new FontIcon(image);
        icon.setIconSize(SIZE);
        Button button = new Button(null, icon);
        button.setId(id);
        button.getStyleClass().add("flat-icon");
        button.accessibleTextProperty().bind(texts.bind(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        button.setTooltip(tip);
        button.setOnAction(event -> action.run());
        return button;
    }
}
