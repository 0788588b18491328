package io.riskloom.engine.judge;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Seeds;
import io.riskloom.engine.stats.Classification;
import io.riskloom.engine.stats.RankCorrelation;
import io.riskloom.engine.stats.Roc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores of unusual applicants on the test rows beside an isolation forest's. Where the file has a label it judges; else only
 * planted applicants do ({@link PlantedTrial}). The verdict rests on the paired interval of the two areas under the curve, by the
 * label DeLong's.
 */
public final class AnomalyJudge {
    private static final int DEAL = 23;
    /** Applicants of a class below which an area says little. */
    private static final int FEW = 30;

    private AnomalyJudge() {}

    /** A score for each row of inputs, higher for less usual. */
    @FunctionalInterface
    public interface Scoring {
        double[] scores(float[][] inputs);
    }

    /**
     * @param test    rows of the book
     * @param inputs  of these rows
     * @param columns the file's column behind each input
     */
    public static Evaluation evaluate(
            AnomalySpec spec,
            CreditBook book,
            int[] test,
            float[][] inputs,
            List<String> columns,
            Scoring network,
            Scoring forest) {
        PlantedTrial trial = PlantedTrial.of(inputs, columns, Seeds.mix(spec.seed(), DEAL));
        double[] ours = network.scores(inputs);
        double[] theirs = forest.scores(inputs);
        double[] areas = trial.areas(ours, network.scores(trial.planted()));
        double[] rivals = trial.areas(theirs, forest.scores(trial.planted()));
        double alarm = 1 - spec.alarmShare();

        Map<String, Double> metrics = new HashMap<>();
        Map<String, Double> plain = new HashMap<>();
        Map<String, Interval> intervals = new HashMap<>();
        metrics.put(Metric.CUT_OFF, alarm);
        metrics.put(Metric.AGREEMENT, RankCorrelation.spearman(ours, theirs));
        Roc.Auc found = PlantedTrial.auc(areas);
        metrics.put(Metric.PLANTED_AUC, found.auc());
        intervals.put(Metric.PLANTED_AUC, new Interval(found.low(), found.high()));
        Roc.Auc rival = PlantedTrial.auc(rivals);
        plain.put(Metric.PLANTED_AUC, rival.auc());

        boolean[] bad = labels(book, test);
        boolean labelled = Classes.both(bad);
        List<Notice> warnings = new ArrayList<>();
        Roc.Auc auc = found;
        Roc.Difference difference = PlantedTrial.difference(areas, rivals);
        if (labelled) {
            auc = Roc.delong(ours, bad);
            difference = Roc.delongPaired(ours, theirs, bad);
            rival = Roc.delong(theirs, bad);
            metrics.putAll(labelled(ours, bad, alarm));
            intervals.put(Metric.AUC, new Interval(auc.low(), auc.high()));
            plain.putAll(labelled(theirs, bad, threshold(theirs, ours, alarm)));
            if (few(bad)) {
                warnings.add(Notice.of("run.warning.anomalyFew", count(bad), bad.length - count(bad)));
            }
        } else {
            warnings.add(
                    bad.length == 0
                            ? Notice.of("run.warning.anomalyUnlabelled")
                            : Notice.of("run.warning.anomalyOneClass", count(bad), bad.length - count(bad)));
        }
        int good = difference.high() < 0 ? -1 : difference.low() > 0 && auc.low() > 0.5 ? 1 : 0;
        return new Evaluation(
                metrics,
                intervals,
                List.of(new ChallengerScore("isolationForest", plain)),
                verdict(labelled, good, auc, rival, difference, labelled ? bad.length : 2 * inputs.length),
                good,
                warnings,
                new Details.OfAnomaly(
                        test,
                        ours,
                        List.of(new Details.Plain("isolationForest", theirs)),
                        labelled ? bad : new boolean[0],
                        alarm));
    }

    private static Map<String, Double> labelled(double[] scores, boolean[] bad, double alarm) {
        Map<String, Double> metrics = new HashMap<>();
        Classification.Confusion at = Classification.confusion(scores, bad, alarm);
        metrics.put(Metric.AUC, Roc.auc(scores, bad));
        metrics.put(Metric.GINI, Roc.gini(scores, bad));
        metrics.put(Metric.KS, Roc.ks(scores, bad).value());
        metrics.put(Metric.PR_AUC, Classification.prAuc(scores, bad));
        metrics.put(Metric.PRECISION, at.precision());
        metrics.put(Metric.RECALL, at.recall());
        return metrics;
    }

    /** Points out as many as the network does. */
    private static double threshold(double[] theirs, double[] ours, double alarm) {
        int alarmed = (int) Arrays.stream(ours).filter(s -> s >= alarm).count();
        double[] sorted = theirs.clone();
        Arrays.sort(sorted);
        return alarmed == 0 ? Double.POSITIVE_INFINITY : sorted[sorted.length - alarmed];
    }

    private static Notice verdict(
            boolean labelled, int good, Roc.Auc auc, Roc.Auc rival, Roc.Difference difference, int rows) {
        return Notice.of(
                (labelled ? "verdict.anomaly." : "verdict.anomaly.planted.") + word(good, auc, rival),
                Text.number(auc.auc(), 3),
                Text.number(auc.low(), 3),
                Text.number(auc.high(), 3),
                Text.number(rival.auc(), 3),
                Text.number(difference.difference(), 3),
                Text.number(difference.low(), 3),
                Text.number(difference.high(), 3),
                Text.p(difference.pValue()),
                rows);
    }

    /** Chance is said only where neither of the two is apart from it: else it would be said of the data what is the network's. */
    private static String word(int good, Roc.Auc auc, Roc.Auc rival) {
        if (auc.high() < 0.5) {
            return "below";
        } else if (good != 0) {
            return good > 0 ? "better" : "worse";
        } else if (auc.low() > 0.5) {
            return "noBetter";
        }
        return rival.low() <= 0.5 && rival.high() >= 0.5 ? "chance" : "unsure";
    }

    private static boolean[] labels(CreditBook book, int[] rows) {
        boolean[] all = book.bad();
        boolean[] bad = new boolean[all.length == 0 ? 0 : rows.length];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = all[rows[i]];
        }
        return bad;
    }

    private static boolean few(boolean[] bad) {
        return count(bad) < FEW || bad.length - count(bad) < FEW;
    }

    private static int count(boolean[] bad) {
        int count = 0;
        for (boolean b : bad) {
            count += b ? 1 : 0;
        }
        return count;
    }
}
