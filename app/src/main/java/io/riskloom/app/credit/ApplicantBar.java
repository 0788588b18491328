package io.riskloom.app.credit;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses a test applicant: typed, the one before or after, the riskiest, the one nearest to the cut-off. */
final class ApplicantBar extends HBox {

    private final Applicants applicants;
    private final Texts texts;
    private final TextField row = new TextField();

    /** @param prefix of the ids */
    ApplicantBar(Applicants applicants, Texts texts, String prefix) {
        super(8);
        this.applicants = applicants;
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        row.setId(prefix + "-row");
        row.setPrefColumnCount(6);
        row.accessibleTextProperty().bind(texts.bind("credit.explain.row"));
        row.setOnAction(event -> take());
        row.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind("credit.explain.row.help"));
        row.setTooltip(tip);
        getChildren()
                .addAll(
                        Cards.label(texts.bind("credit.explain.row"), "caption"),
                        icon(Feather.CHEVRON_LEFT, prefix + "-before", "credit.explain.before", -1),
                        row,
                        icon(Feather.CHEVRON_RIGHT, prefix + "-after", "credit.explain.after", 1),
                        button(prefix + "-riskiest", "credit.explain.riskiest", applicants::riskiest),
                        button(prefix + "-nearest", "credit.explain.nearest", applicants::nearest));
        Panels.showWhen(this, applicants.chosen().isNotNull());
        applicants.chosen().subscribe(now -> {
            row.setText(now == null ? "" : now.number());
            mark(false);
        });
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            applicants.step(event.getCode() == KeyCode.UP ? -1 : 1);
            event.consume();
        }
    }

    private void take() {
        mark(!applicants.type(row.getText()));
    }

    private void mark(boolean wrong) {
        row.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
    }

    private Button icon(Feather image, String id, String key, int by) {
        Button button = new Button("", new FontIcon(image));
        button.setId(id);
        button.getStyleClass().add("flat-icon");
        button.accessibleTextProperty().bind(texts.bind(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        button.setTooltip(tip);
        button.setOnAction(event -> applicants.step(by));
        return button;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.setOnAction(event -> action.run());
        return button;
    }
}
