package io.riskloom.app.credit;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.FileDrop;
import io.riskloom.app.result.NumberField;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Other applicants than those of the run: a file is scored into another, and compared with the training applicants. */
final class ScorePane extends VBox {

    private static final int MOST_REASONS = 5;
    private static final double FIELD = 96;

    private final CreditViewModel model;
    private final Texts texts;
    private final FileScore score;

    ScorePane(Session session, CreditViewModel model, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        this.score = new FileScore(session, model.chosen(), System::nanoTime);
        setMinHeight(Region.USE_PREF_SIZE);
        FileDrop.accept(this, this::take);
        Label help = Panels.wrapped("", "caption");
        help.textProperty().bind(texts.bind("credit.file.help"));
        VBox card = Cards.card(
                Cards.label(texts.bind("credit.file.title"), "section-title"),
                help,
                chooser(),
                target(),
                options(),
                new ScoreProgress(session, score, texts));
        card.setSpacing(12);
        card.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(card, new DriftCard(session, model, score.file(), texts));
    }

    private void take(List<Path> files) {
        if (!files.isEmpty() && !score.busy().get()) {
            score.file().set(files.getFirst());
        }
    }

    private HBox chooser() {
        Button choose = button("score-choose", "credit.file.choose");
        choose.setOnAction(event -> take(FileDrop.choose(getScene().getWindow(), texts)));
        choose.disableProperty().bind(score.busy());
        return line(choose, path(score.file(), "credit.file.none", "score-file"));
    }

    private HBox target() {
        Button elsewhere = button("score-elsewhere", "credit.file.elsewhere");
        elsewhere.setOnAction(event -> askTarget());
        elsewhere.disableProperty().bind(score.busy().or(score.file().isNull()));
        return Panels.showWhen(
                line(elsewhere, path(score.out(), "credit.file.none", "score-out")),
                score.file().isNotNull());
    }

    private void askTarget() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("credit.file.elsewhere"));
        chooser.setInitialFileName(score.out().get().getFileName().toString());
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(texts.get("common.open.filter"), "*.csv"));
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            score.writeTo(file.toPath()); // the dialog asks before it gives a file that exists
        }
    }

    private Label path(ObservableValue<Path> file, String otherwise, String id) {
        Label label = Panels.wrapped("", "muted");
        label.setId(id);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> file.getValue() == null
                                ? texts.get(otherwise)
                                : file.getValue().toString(),
                        file,
                        texts.locale()));
        return label;
    }

    private HBox options() {
        NumberField cutOff =
                new NumberField(texts.bind("credit.file.cutOff"), model.cutOff(), 0, 1, false, texts, "score-cut-off");
        NumberField reasons = new NumberField(
                texts.bind("credit.file.reasons"), score.reasons(), 0, MOST_REASONS, true, texts, "score-reasons");
        cutOff.setPrefWidth(FIELD);
        reasons.setPrefWidth(FIELD);
        cutOff.disableProperty().bind(score.busy());
        reasons.disableProperty().bind(score.busy());
        Button start = button("score-start", "credit.file.start");
        start.getStyleClass().add("accent");
        start.disableProperty()
                .bind(score.busy()
                        .or(score.file().isNull())
                        .or(model.chosen().run().isNull()));
        start.setOnAction(event -> score.start(model.cutOff().get()));
        HBox row = new HBox(16, cutOff, reasons, start);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return row;
    }

    private static HBox line(Button button, Label words) {
        HBox row = new HBox(12, button, Cards.grow(words));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button button(String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    FileScore score() {
        return score;
    }
}
