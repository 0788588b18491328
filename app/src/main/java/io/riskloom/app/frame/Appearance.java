package io.riskloom.app.frame;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.riskloom.app.chart.Fonts;
import io.riskloom.app.text.Texts;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;

/** Theme, fonts and language of the window. */
public final class Appearance {

    private static final String SHEET = "/io/riskloom/ui/css/riskloom.css";

    private final Texts texts;
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");

    public Appearance(Texts texts, boolean darkAtStart) {
        this.texts = texts;
        dark.set(darkAtStart);
        Fonts.loadLatin();
        Fonts.loadMono();
        dark.addListener((o, was, is) -> applyTheme());
        applyTheme();
    }

    public BooleanProperty dark() {
        return dark;
    }

    /** Gives the root the product's style sheet and keeps its language class right. */
    public void dress(Parent root) {
        root.getStylesheets().add(Appearance.class.getResource(SHEET).toExternalForm());
        Runnable language = () -> {
            root.getStyleClass().remove("zh");
            if (texts.chinese()) {
                Fonts.loadChinese();
                root.getStyleClass().add("zh");
            }
        };
        texts.locale().addListener((o, was, is) -> language.run());
        language.run();
        Runnable theme = () -> {
            root.getStyleClass().remove("dark");
            if (dark.get()) {
                root.getStyleClass().add("dark");
            }
        };
        dark.addListener((o, was, is) -> theme.run());
        theme.run();
    }

    private void applyTheme() {
        String sheet =
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        Application.setUserAgentStylesheet(sheet);
    }
}
