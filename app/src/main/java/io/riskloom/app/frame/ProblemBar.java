package io.riskloom.app.frame;

import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What went wrong last, in words, above the page; gone when nothing is wrong. */
public final class ProblemBar extends HBox {

    private final Session session;
    private final Texts texts;
    private final Label words = new Label();

    public ProblemBar(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        getStyleClass().add("problem");
        words.setWrapText(true);
        words.setId("problem-text");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button copy = new Button();
        copy.textProperty().bind(texts.bind("common.details"));
        copy.setOnAction(e -> copyDetails());
        Button dismiss = new Button();
        dismiss.setId("problem-dismiss");
        dismiss.textProperty().bind(texts.bind("common.dismiss"));
        dismiss.setOnAction(e -> session.dismissProblem());
        copy.setMinWidth(USE_PREF_SIZE);
        dismiss.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(new FontIcon(Feather.ALERT_TRIANGLE), words, copy, dismiss);
        session.problem().addListener((o, was, is) -> show(is));
        texts.locale().addListener((o, was, is) -> show(session.problem().get()));
        show(session.problem().get());
    }

    private void show(Notice notice) {
        setVisible(notice != null);
        setManaged(notice != null);
        words.setText(notice == null ? "" : texts.of(notice));
    }

    private void copyDetails() {
        Notice notice = session.problem().get();
        if (notice != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(words.getText() + "\n" + notice);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
