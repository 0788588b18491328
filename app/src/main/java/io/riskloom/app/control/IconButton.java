package io.riskloom.app.control;

import io.riskloom.app.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons of an icon without words, with their name for the mouse and the screen reader. */
public final class IconButton {

    private IconButton() {}

    /** @param key of the name; with dashes it is the button's id */
    public static Button of(Texts texts, Ikon image, String key, Runnable action) {
        FontIcon icon = new FontIcon(image);
        icon.setIconSize(16);
        Button button = new Button(null, icon);
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("flat-icon");
        button.accessibleTextProperty().bind(texts.bind(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        button.setTooltip(tip);
        button.setOnAction(e -> action.run());
        return button;
    }
}
