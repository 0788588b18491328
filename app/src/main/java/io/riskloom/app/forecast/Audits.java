package io.riskloom.app.forecast;

import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Audit;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** An audit's finding in words, with a tick where it passed. */
final class Audits {

    private Audits() {}

    static Node line(Audit audit, Texts texts) {
        FontIcon icon = new FontIcon(audit.passed() ? Feather.CHECK : Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add(audit.passed() ? "note-icon" : "warning-icon");
        Label words = Panels.wrapped(texts.of(audit.notice()), audit.passed() ? "muted" : "amber-text");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, icon, words);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
