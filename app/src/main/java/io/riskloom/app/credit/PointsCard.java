package io.riskloom.app.credit;

import io.riskloom.app.control.Cards;
import io.riskloom.app.credit.ApplicantPoints.Line;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The points of the applicant that is looked at, summed. */
final class PointsCard extends VBox {

    private static final int LINES = 24;

    private final CreditViewModel model;
    private final ObservableValue<ScorecardModel> card;
    private final Texts texts;
    private final FigureTable<Line> lines = new FigureTable<>("scorecard-points", LINES);
    private final Label sum = Panels.wrapped("", "section-title");
    private final Label trouble = Panels.wrapped("", "amber-text");

    PointsCard(CreditViewModel model, ObservableValue<ScorecardModel> card, Texts texts) {
        super(8);
        this.model = model;
        this.card = card;
        this.texts = texts;
        getStyleClass().add("card");
        sum.setId("scorecard-sum");
        trouble.setId("scorecard-trouble");
        lines.accessibleTextProperty().bind(texts.bind("credit.scorecard.points"));
        lines.column("credit.scorecard.points.0", 180, false, texts, Line::column)
                .column("credit.scorecard.points.1", 120, false, texts, this::value)
                .column("credit.scorecard.points.2", 220, false, texts, this::bin)
                .column("credit.scorecard.points.3", 90, true, texts, line -> MetricWords.number(line.points(), 1));
        getChildren()
                .addAll(
                        Cards.label(texts.bind("credit.scorecard.points"), "section-title"),
                        new ApplicantBar(model.applicants(), texts, "scorecard-applicant"),
                        Panels.showWhen(
                                Cards.label(texts.bind("credit.fairness.reading"), "muted"),
                                model.table().reading()),
                        trouble,
                        sum,
                        lines);
        Panels.showWhen(trouble, trouble.textProperty().isNotEmpty());
        Panels.showWhen(sum, sum.textProperty().isNotEmpty());
        Panels.showWhen(lines, sum.textProperty().isNotEmpty());
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                model.table().want();
            }
        });
        card.subscribe(now -> show());
        model.table().table().subscribe(now -> show());
        model.table().problem().subscribe(now -> show());
        model.applicants().chosen().subscribe(now -> show());
    }

    /** {@code 8.0 : 1}, or {@code 1 : 8.0} where the bad are more. */
    private String odds(double odds) {
        return odds >= 1
                ? texts.get("credit.scorecard.odds", one(odds), 1)
                : texts.get("credit.scorecard.odds", 1, one(1 / odds));
    }

    private static String one(double odds) {
        return Formats.number(odds, odds < 10 ? 1 : 0);
    }

    private String value(Line line) {
        return line.value().isEmpty() ? texts.get("credit.scorecard.bin.missing") : line.value();
    }

    private String bin(Line line) {
        return line.bin().map(b -> BinWords.of(b, texts)).orElse(texts.get("credit.scorecard.noBin"));
    }

    private void show() {
        RunTable.Table table = model.table().table().get();
        Applicants.Applicant who = model.applicants().chosen().get();
        trouble.setText(
                model.table().problem().get() == null
                        ? ""
                        : texts.of(model.table().problem().get()));
        if (card.getValue() == null || table == null || who == null) {
            sum.setText("");
            return;
        }
        ApplicantPoints points = ApplicantPoints.of(card.getValue().card(), table, who.row());
        double odds = ApplicantPoints.odds(card.getValue().card(), points.score());
        sum.setText(texts.get(
                "credit.scorecard.sum",
                who.number(),
                MetricWords.number(points.score(), 0),
                odds(odds),
                Formats.percent(1 / (1 + odds), 1)));
        lines.show(points.lines());
    }
}
