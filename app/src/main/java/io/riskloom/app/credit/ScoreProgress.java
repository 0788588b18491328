package io.riskloom.app.credit;

import io.riskloom.app.control.Cards;
import io.riskloom.app.credit.FileScore.Done;
import io.riskloom.app.credit.FileScore.Progress;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.ScoreReport;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How far a file is scored, then what came of it. */
final class ScoreProgress extends VBox {

    private static final double WIDE = 240;

    private final FileScore score;
    private final Texts texts;
    private final Label going = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final StringProperty outcome = new SimpleStringProperty("");
    private final HBox verdict = Cards.finding(outcome);
    private final Label trouble = Panels.wrapped("", "amber-text");
    private final VBox notes = new VBox(4);

    ScoreProgress(Session session, FileScore score, Texts texts) {
        super(12);
        this.score = score;
        this.texts = texts;
        going.setId("score-going");
        going.getStyleClass().add("muted");
        verdict.setId("score-outcome");
        trouble.setId("score-trouble");
        notes.setId("score-notes");
        bar.setPrefWidth(WIDE);
        Button stop = new Button();
        stop.setId("score-stop");
        stop.textProperty().bind(texts.bind("common.cancel"));
        stop.setOnAction(event -> score.cancel());
        HBox line = new HBox(12, bar, going, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        Button folder = new Button();
        folder.setId("score-folder");
        folder.textProperty().bind(texts.bind("credit.file.openFolder"));
        folder.setOnAction(
                event -> FolderOpener.open(session, score.done().get().out()));
        getChildren()
                .addAll(
                        Panels.showWhen(line, score.busy()),
                        Panels.showWhen(trouble, score.problem().isNotNull()),
                        Panels.showWhen(verdict, score.done().isNotNull()),
                        notes,
                        Panels.showWhen(
                                folder,
                                score.done()
                                        .map(done -> done.report().complete())
                                        .orElse(false)));
        score.progress().subscribe(now -> showProgress());
        score.done().subscribe(done -> showOutcome());
        score.problem().subscribe(reason -> showOutcome());
        texts.locale().subscribe(locale -> {
            showProgress();
            showOutcome();
        });
    }

    private void showProgress() {
        Progress now = score.progress().get();
        bar.setProgress(now == null || now.rows() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : now.share());
        going.setText(
                now == null
                        ? ""
                        : now.rows() == 0
                                ? texts.get("credit.file.starting")
                                : texts.get(
                                        "credit.file.going",
                                        Formats.number(now.rows(), 0),
                                        Formats.percent(Math.floor(100 * now.share()) / 100, 0),
                                        Formats.number(now.rowsPerSecond(), 0)));
    }

    private void showOutcome() {
        trouble.setText(
                score.problem().get() == null ? "" : texts.of(score.problem().get()));
        notes.getChildren().clear();
        Done done = score.done().get();
        if (done == null) {
            outcome.set("");
            return;
        }
        ScoreReport report = done.report();
        if (!report.complete()) {
            outcome.set(texts.get("credit.file.stopped", Formats.number(report.rows(), 0)));
            Cards.grade(verdict, 0);
            return;
        }
        outcome.set(texts.get(
                "credit.file.done",
                Formats.number(report.rows(), 0),
                Formats.duration(report.seconds()),
                Formats.number(report.refused(), 0),
                Formats.percent(report.rows() == 0 ? Double.NaN : (double) report.refused() / report.rows(), 1),
                Formats.number(done.cutOff(), 3),
                Formats.percent(report.mean(), 1),
                done.out(),
                done.run().id()));
        Cards.grade(verdict, report.notes().isEmpty() ? 1 : 0);
        report.notes().forEach(note -> notes.getChildren().add(Panels.wrapped(texts.of(note), "amber-text")));
    }
}
