package io.riskloom.app.generate;

import io.riskloom.engine.model.Details.Fact.Light;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Traffic lights whose shape says the same as their colour. */
final class Lights {

    private static final int SIZE = 14;

    private Lights() {}

    /** Null for no light. */
    static Node icon(Light light) {
        return switch (light) {
            case null -> null;
            case GREEN -> icon(Feather.CHECK_CIRCLE, "-color-success-fg");
            case AMBER -> icon(Feather.ALERT_TRIANGLE, "-color-warning-fg");
            case RED -> icon(Feather.X_CIRCLE, "-color-danger-fg");
        };
    }

    private static Node icon(Feather shape, String colour) {
        FontIcon icon = new FontIcon(shape);
        icon.setIconSize(SIZE);
        // the icon keeps its own font in its style, so the colour is added to it
        icon.setStyle(icon.getStyle() + "; -fx-icon-color: " + colour + ";");
        return icon;
    }
}
