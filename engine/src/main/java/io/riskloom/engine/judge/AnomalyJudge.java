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
import java.util.SplittableRandom;

/**
 * Scores of unusual applicants on the test rows beside an isolation forest's. Where the file has a label it judges; else only
 * planted applicants do: validation applicants each of whose columns is dealt out among them, so that every value is usual and
 * the whole is not. None of them is a test applicant, so that the two classes are independent, as DeLong's interval asks. The
 * verdict rests on the paired DeLong interval of the two areas under the curve.
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
     * @param held    inputs of other rows, from which applicants are planted
     * @param columns the file's column behind each input
     */
    public static Evaluation evaluate(
            AnomalySpec spec,
            CreditBook book,
            int[] test,
            float[][] inputs,
            float[][] held,
            List<String> columns,
            Scoring network,
            Scoring forest) {
        float[][] dealt = dealt(held, columns, Seeds.mix(spec.seed(), DEAL));
        double[] ours = network.scores(inputs);
        double[] theirs = forest.scores(inputs);
        boolean[] planted = new boolean[inputs.length + dealt.length];
        Arrays.fill(planted, inputs.length, planted.length, true);
        double[] oursBoth = joined(ours, network.scores(dealt));
        double[] theirsBoth = joined(theirs, forest.scores(dealt));
        double alarm = 1 - spec.alarmShare();

        Map<String, Double> metrics = new HashMap<>();
        Map<String, Double> plain = new HashMap<>();
        Map<String, Interval> intervals = new HashMap<>();
        metrics.put(Metric.CUT_OFF, alarm);
        metrics.put(Metric.AGREEMENT, RankCorrelation.spearman(ours, theirs));
        Roc.Auc found = Roc.delong(oursBoth, planted);
        metrics.put(Metric.PLANTED_AUC, found.auc());
        intervals.put(Metric.PLANTED_AUC, new Interval(found.low(), found.high()));
        Roc.Auc rival = Roc.delong(theirsBoth, planted);
        plain.put(Metric.PLANTED_AUC, rival.auc());

        boolean[] bad = labels(book, test);
        boolean labelled = Classes.both(bad);
        List<Notice> warnings = new ArrayList<>();
        Roc.Auc auc = found;
        Roc.Difference difference = Roc.delongPaired(oursBoth, theirsBoth, planted);
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
                verdict(labelled, good, auc, rival, difference, labelled ? bad.length : planted.length),
                good,
                warnings,
                new Details.OfAnomaly(
                        test, ours, List.of(new Details.Plain("isolationForest", theirs)), labelled ? bad : new boolean[0], alarm));
    }

    /** Each column of the rows in an order of its own. */
    static float[][] dealt(float[][] rows, List<String> columns, long seed) {
        float[][] dealt = new float[rows.length][columns.size()];
        int from = 0;
        for (int part = 0; from < columns.size(); part++) {
            int to = from;
            while (to < columns.size() && columns.get(to).equals(columns.get(from))) {
                to++;
            }
            int[] order = order(rows.length, Seeds.mix(seed, part));
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(rows[order[i]], from, dealt[i], from, to - from);
            }
            from = to;
        }
        return dealt;
    }

    private static int[] order(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[rows];
        Arrays.setAll(order, i -> i);
        for (int i = rows - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int row = order[i];
            order[i] = order[j];
            order[j] = row;
        }
        return order;
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

    private static double[] joined(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
