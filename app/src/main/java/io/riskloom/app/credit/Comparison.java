package io.riskloom.app.credit;

import io.riskloom.app.result.MetricWords;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Roc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The network beside each plain model on the same test applicants. */
final class Comparison {

    private static final String NONE = "–";

    private final Look look;

    Comparison(Look look) {
        this.look = look;
    }

    Sheet sheet() {
        List<List<String>> rows = new ArrayList<>();
        for (Answers model : look.scores().answers()) {
            rows.add(model.network() ? own(model) : plain(model));
        }
        return new Sheet(
                List.of(
                        Sheet.name("credit.column.model"),
                        Sheet.interval("credit.column.auc"),
                        Sheet.figure("credit.column.gini"),
                        Sheet.figure("credit.column.ks"),
                        Sheet.figure("credit.column.brier"),
                        Sheet.difference("credit.column.difference"),
                        Sheet.figure("credit.column.p")),
                rows);
    }

    private List<String> own(Answers model) {
        Map<String, Double> metrics = look.evaluation().metrics();
        List<String> row = figures(model, metrics, look.evaluation().intervals());
        row.addAll(List.of(NONE, NONE));
        return row;
    }

    private List<String> plain(Answers model) {
        Optional<ChallengerScore> score = look.evaluation().challengers().stream()
                .filter(challenger -> challenger.name().equals(model.name()))
                .findFirst();
        List<String> row = figures(
                model,
                score.map(ChallengerScore::metrics).orElse(Map.of()),
                score.map(ChallengerScore::intervals).orElse(Map.of()));
        Optional<ChallengerScore.Gap> kept =
                score.flatMap(s -> Optional.ofNullable(s.differences().get(Metric.AUC)));
        if (kept.isPresent()) {
            ChallengerScore.Gap gap = kept.get();
            row.addAll(difference(gap.difference(), gap.low(), gap.high(), gap.pValue()));
        } else if (look.scores().ranks()) {
            // runs of earlier versions kept the answers, not what they come to
            Roc.Difference gap = look.scores().ahead(model);
            row.addAll(difference(gap.difference(), gap.low(), gap.high(), gap.pValue()));
        } else {
            row.addAll(List.of(NONE, NONE));
        }
        return row;
    }

    private List<String> figures(Answers model, Map<String, Double> metrics, Map<String, Interval> intervals) {
        double auc = metrics.getOrDefault(Metric.AUC, Double.NaN);
        Interval interval = intervals.get(Metric.AUC);
        List<String> row = new ArrayList<>();
        row.add(look.name(model));
        row.add(interval == null ? Look.figure(auc) : Look.figure(auc, interval.low(), interval.high()));
        for (String metric : List.of(Metric.GINI, Metric.KS, Metric.BRIER)) {
            row.add(Look.figure(metrics.getOrDefault(metric, Double.NaN)));
        }
        return row;
    }

    private List<String> difference(double difference, double low, double high, double p) {
        return List.of(
                Double.isFinite(low) ? look.signed(difference, low, high) : MetricWords.signed(difference, 3),
                MetricWords.p(p));
    }
}
