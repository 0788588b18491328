package io.riskloom.app.credit;

import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.SpreadWords;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.run.StudyPlan;
import io.riskloom.engine.run.StudySummary;
import io.riskloom.engine.run.StudySummary.Challenger;
import io.riskloom.engine.run.StudySummary.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The finished runs of a study as tables. */
record FoldSheets(StudySummary summary, Texts texts) {

    private static final Spread NONE = new Spread(Double.NaN, Double.NaN, 0);

    /** A row a run, then their mean where there are several. */
    Sheet folds() {
        List<Sheet.Column> columns = new ArrayList<>(List.of(
                Sheet.label("credit.column.fold"),
                Sheet.interval("credit.column.auc"),
                Sheet.spread("credit.column.ks"),
                Sheet.spread("credit.column.brier")));
        for (Challenger challenger : summary.challengers()) {
            columns.add(Sheet.spread("credit.column.auc." + challenger.name()));
        }
        List<List<String>> rows = new ArrayList<>();
        for (StudySummary.Row row : summary.rows()) {
            row.evaluation().ifPresent(evaluation -> rows.add(fold(row, evaluation)));
        }
        if (rows.size() > 1) {
            rows.add(mean());
        }
        return new Sheet(columns, rows);
    }

    private List<String> fold(StudySummary.Row row, Evaluation evaluation) {
        List<String> cells = new ArrayList<>();
        cells.add(name(row.member()));
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

    private String name(StudyPlan.Member member) {
        String seed = String.valueOf(member.spec().seed());
        if (member.fold() == 0) {
            return texts.get("credit.folds.seed", seed);
        }
        return summary.rows().size() == member.spec().folds()
                ? texts.get("credit.folds.fold", member.fold())
                : texts.get("credit.folds.foldAndSeed", member.fold(), seed);
    }

    private static double auc(Evaluation evaluation, String challenger) {
        return evaluation.challengers().stream()
                .filter(score -> score.name().equals(challenger))
                .findFirst()
                .map(ChallengerScore::metrics)
                .map(metrics -> metrics.get(Metric.AUC))
                .orElse(Double.NaN);
    }

    private List<String> mean() {
        List<String> cells = new ArrayList<>(List.of(texts.get("credit.folds.mean")));
        for (String metric : List.of(Metric.AUC, Metric.KS, Metric.BRIER)) {
            cells.add(SpreadWords.of(metric, summary.metrics().getOrDefault(metric, NONE)));
        }
        for (Challenger challenger : summary.challengers()) {
            cells.add(SpreadWords.of(Metric.AUC, challenger.metrics().getOrDefault(Metric.AUC, NONE)));
        }
        return cells;
    }

    /** How far the network is ahead of each plain model over all runs. */
    Sheet pooled() {
        List<List<String>> rows = new ArrayList<>();
        for (Challenger challenger : summary.challengers()) {
            Spread difference = challenger.differences().get(Metric.AUC);
            ChallengerScore.Gap gap = challenger.pooled().get(Metric.AUC);
            if (difference != null) {
                rows.add(List.of(
                        texts.get("challenger." + challenger.name()),
                        SpreadWords.signed(
                                Metric.AUC, difference, summary.metrics().getOrDefault(Metric.AUC, NONE)),
                        gap == null ? "–" : Look.signed(gap.low(), gap.high(), texts),
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
