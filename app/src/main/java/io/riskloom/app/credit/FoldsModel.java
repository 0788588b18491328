package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.result.SpreadWords;
import io.riskloom.app.result.StudyScores;
import io.riskloom.app.result.StudyVerdict;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.StudySummary;
import io.riskloom.engine.run.StudySummary.Challenger;
import io.riskloom.engine.run.StudySummary.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The study that the chosen run belongs to: each fold, their mean, and how far the network is ahead over all of them. */
final class FoldsModel {

    private static final Spread NONE = new Spread(Double.NaN, Double.NaN, 0);

    /**
     * @param name    which study of what
     * @param verdict its finding
     * @param chart   AUC of every fold
     * @param folds   a row a run, then their mean
     * @param pooled  a row a plain model: mean difference with the interval over all folds
     */
    record Folds(String name, StudyVerdict verdict, ChartModel chart, Sheet folds, Sheet pooled) {}

    private final Session session;
    private final ChosenRun chosen;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Folds> folds = new ReadOnlyObjectWrapper<>();

    FoldsModel(Session session, ChosenRun chosen, Texts texts) {
        this.session = session;
        this.chosen = chosen;
        this.texts = texts;
        chosen.run().subscribe((before, now) -> show());
        texts.locale().subscribe((before, now) -> show());
        session.runs().addListener((InvalidationListener) change -> show());
        session.studies().all().addListener((InvalidationListener) change -> show());
        show();
    }

    /** Null where the run stands alone. */
    ReadOnlyObjectProperty<Folds> folds() {
        return folds.getReadOnlyProperty();
    }

    private void show() {
        folds.set(Optional.ofNullable(chosen.run().get())
                .flatMap(session.studies()::of)
                .map(this::of)
                .orElse(null));
    }

    private Folds of(Study study) {
        List<Run> runs = session.runs().stream()
                .filter(run -> study.runs().contains(run.id()))
                .toList();
        StudySummary summary = StudySummary.of(study.spec(), runs);
        StudyScores scores = new StudyScores(study.spec(), summary, texts);
        return new Folds(
                texts.get(
                        "credit.folds.name",
                        RunWords.number(study.id()),
                        RunWords.data(study.spec()),
                        RunWords.model(texts, study.spec())),
                StudyVerdict.of(study.spec(), summary, texts),
                scores.chart(summary.challengers()),
                folds(summary),
                pooled(summary));
    }

    private Sheet folds(StudySummary summary) {
        List<Sheet.Column> columns = new ArrayList<>(List.of(
                Sheet.name("credit.column.fold"),
                Sheet.interval("credit.column.auc"),
                Sheet.spread("credit.column.ks"),
                Sheet.spread("credit.column.brier")));
        for (Challenger challenger : summary.challengers()) {
            columns.add(Sheet.spread("credit.column.auc." + challenger.name()));
        }
        List<List<String>> rows = new ArrayList<>();
        for (StudySummary.Row row : summary.rows()) {
            row.evaluation().ifPresent(evaluation -> rows.add(fold(summary, row, evaluation)));
        }
        if (rows.size() > 1) {
            rows.add(mean(summary));
        }
        return new Sheet(columns, rows);
    }

    private List<String> fold(StudySummary summary, StudySummary.Row row, Evaluation evaluation) {
        List<String> cells = new ArrayList<>();
        cells.add(
                row.member().fold() == 0
                        ? texts.get("credit.folds.seed", String.valueOf(row.member().spec().seed()))
                        : summary.rows().size() == row.member().spec().folds()
                                ? texts.get("credit.folds.fold", row.member().fold())
                                : texts.get(
                                        "credit.folds.foldAndSeed",
                                        row.member().fold(),
                                        String.valueOf(row.member().spec().seed())));
        Map<String, Double> own = evaluation.metrics();
        Interval auc = evaluation.intervals().get(Metric.AUC);
        double value = own.getOrDefault(Metric.AUC, Double.NaN);
        cells.add(auc == null ? Look.figure(value) : Look.figure(value, auc.low(), auc.high()));
        for (String metric : List.of(Metric.KS, Metric.BRIER)) {
            cells.add(Look.figure(own.getOrDefault(metric, Double.NaN)));
        }
        for (Challenger challenger : summary.challengers()) {
            cells.add(Look.figure(auc(evaluation, challenger.name())));
        }
        return cells;
    }

    private static double auc(Evaluation evaluation, String challenger) {
        return evaluation.challengers().stream()
                .filter(score -> score.name().equals(challenger))
                .findFirst()
                .map(ChallengerScore::metrics)
                .map(metrics -> metrics.get(Metric.AUC))
                .orElse(Double.NaN);
    }

    private List<String> mean(StudySummary summary) {
        List<String> cells = new ArrayList<>(List.of(texts.get("credit.folds.mean")));
        for (String metric : List.of(Metric.AUC, Metric.KS, Metric.BRIER)) {
            cells.add(SpreadWords.of(metric, summary.metrics().getOrDefault(metric, NONE)));
        }
        for (Challenger challenger : summary.challengers()) {
            cells.add(SpreadWords.of(
                    Metric.AUC, challenger.metrics().getOrDefault(Metric.AUC, NONE)));
        }
        return cells;
    }

    private Sheet pooled(StudySummary summary) {
        List<List<String>> rows = new ArrayList<>();
        for (Challenger challenger : summary.challengers()) {
            Spread difference = challenger.differences().get(Metric.AUC);
            ChallengerScore.Gap gap = challenger.pooled().get(Metric.AUC);
            if (difference != null) {
                rows.add(List.of(
                        texts.get("challenger." + challenger.name()),
                        SpreadWords.signed(
                                Metric.AUC, difference, summary.metrics().getOrDefault(Metric.AUC, NONE)),
                        gap == null
                                ? "–"
                                : MetricWords.signed(gap.low(), 3) + " – " + MetricWords.signed(gap.high(), 3),
                        gap == null ? "–" : MetricWords.p(gap.pValue())));
            }
        }
        return new Sheet(
                List.of(
                        Sheet.name("credit.column.against"),
                        Sheet.difference("credit.column.differenceSd"),
                        Sheet.interval("credit.column.pooled"),
                        Sheet.figure("credit.column.p")),
                rows);
    }
}
