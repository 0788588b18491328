package io.riskloom.engine.djl;

import io.riskloom.engine.challenger.Majority;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Proportion;
import io.riskloom.engine.stats.Roc;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An image classifier on test windows whose labels do not overlap, beside the majority class of the training windows.
 * The verdict rests on AUC: "better" where its DeLong interval lies above one half, "worse" where it lies below.
 */
final class ClassifyJudge {
    private static final double CUT_OFF = 0.5;
    /** Windows below which figures, and the choice of an epoch, are chance; a fold always has as many. */
    private static final int FEW = 10;

    private ClassifyJudge() {}

    /** @param chosenOn validation windows by which the epoch was chosen */
    static Evaluation evaluate(
            PriceHistory history,
            WindowImages images,
            DateSplit split,
            int chosenOn,
            Network network,
            ClassifyModel model) {
        int[] origins = split.test().days(model.horizon());
        double[] probability = ImageClassifier.probabilities(network, images, origins, model.offset());
        boolean[] up = new boolean[origins.length];
        List<LocalDate> dates = new ArrayList<>();
        int hits = 0;
        for (int i = 0; i < up.length; i++) {
            up[i] = images.up(origins[i], model.horizon());
            dates.add(history.dates().get(origins[i]));
            hits += up[i] == probability[i] >= CUT_OFF ? 1 : 0;
        }
        Map<String, Double> metrics = Classes.metrics(probability, up, CUT_OFF);
        double[] constant = new Majority(Losses.sigmoid(model.priorLogOdds())).probability(up.length);
        Map<String, Double> majority = Classes.metrics(constant, up, CUT_OFF);
        Proportion accuracy = Proportion.wilson(hits, up.length);
        Map<String, Interval> intervals = new HashMap<>();
        intervals.put(Metric.ACCURACY, new Interval(accuracy.low(), accuracy.high()));
        Interval auc = new Interval(0, 1);
        if (Classes.both(up)) {
            Roc.Auc delong = Roc.delong(probability, up);
            auc = new Interval(delong.low(), delong.high());
            intervals.put(Metric.AUC, auc);
        }
        int good = auc.low() > 0.5 ? 1 : auc.high() < 0.5 ? -1 : 0;
        List<Notice> warnings = new ArrayList<>();
        if (Math.min(origins.length, chosenOn) < FEW) {
            warnings.add(Notice.of("run.warning.fewWindows", origins.length, chosenOn, FEW));
        }
        LeakAlarm.of(accuracy, majority.get(Metric.ACCURACY)).ifPresent(warnings::add);
        return new Evaluation(
                metrics,
                intervals,
                List.of(new ChallengerScore("majority", majority)),
                verdict(good, metrics, auc, accuracy, majority),
                good,
                warnings,
                new Details.OfClassify(dates, probability, up, null, null, null, null));
    }

    /** AUC, its interval, accuracy in % with its interval, the majority class's accuracy in %, windows. */
    private static Notice verdict(
            int good, Map<String, Double> metrics, Interval auc, Proportion accuracy, Map<String, Double> majority) {
        String key =
                switch (good) {
                    case 1 -> "verdict.classify.better";
                    case -1 -> "verdict.classify.worse";
                    default -> "verdict.classify.noBetter";
                };
        return Notice.of(
                key,
                Text.number(metrics.getOrDefault(Metric.AUC, Double.NaN), 3),
                Text.number(auc.low(), 3),
                Text.number(auc.high(), 3),
                Text.percent(accuracy.value()),
                Text.percent(accuracy.low()),
                Text.percent(accuracy.high()),
                Text.percent(majority.get(Metric.ACCURACY)),
                accuracy.n());
    }
}
