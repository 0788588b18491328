package io.riskloom.engine.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ranking of bad over good. A higher score means a likelier bad one; ties count one half. Every function needs at least
 * one bad and one good ({@code IllegalArgumentException} otherwise).
 */
public final class Roc {

    private Roc() {}

    /** Area under the curve with its standard error and 95 % interval, cut to [0, 1]. */
    public record Auc(double auc, double standardError, double low, double high) {}

    /** Difference of two areas, A − B, on the same cases, with its 95 % interval and two-sided p-value. */
    public record Difference(double difference, double low, double high, double pValue) {}

    /**
     * The curve, one point for each distinct score from the highest down, after a first point (0, 0).
     *
     * @param fpr        share of the good at or above the threshold
     * @param tpr        share of the bad at or above it
     * @param thresholds the scores; positive infinity for the first point
     * @param good       number of good cases
     * @param bad        number of bad cases
     */
    public record Curve(double[] fpr, double[] tpr, double[] thresholds, int good, int bad) {}

    /** Kolmogorov-Smirnov distance and the score at which it is reached (the highest one where several do). */
    public record Ks(double value, double threshold) {}

    /** Probability that a bad case scores above a good one (Mann-Whitney), from mid-ranks. */
    public static double auc(double[] scores, boolean[] bad) {
        int m = counted(scores, bad);
        double[] ranks = midRanks(scores);
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += bad[i] ? ranks[i] : 0;
        }
        return (sum - m * (m + 1) / 2.0) / ((double) m * (bad.length - m));
    }

    /** Gini coefficient, 2·AUC − 1. */
    public static double gini(double[] scores, boolean[] bad) {
        return 2 * auc(scores, bad) - 1;
    }

    /**
     * AUC with the variance of DeLong, DeLong and Clarke-Pearson 1988 by the mid-rank algorithm of Sun and Xu 2014, and
     * the normal 95 % interval. With complete separation the variance is 0 and the interval a point; with one case in a
     * class the interval is [0, 1].
     */
    public static Auc delong(double[] scores, boolean[] bad) {
        int m = counted(scores, bad);
        Placements p = Placements.of(scores, bad, m);
        if (m < 2 || bad.length - m < 2) {
            return new Auc(p.auc(), Double.NaN, 0, 1);
        }
        double error = Math.sqrt(variance(p.ofBad()) + variance(p.ofGood()));
        double half = Proportion.Z95 * error;
        return new Auc(p.auc(), error, Math.max(0, p.auc() - half), Math.min(1, p.auc() + half));
    }

    /**
     * Paired DeLong test of two scores on the same cases. Where every placement differs by the same amount the p-value
     * is 1 for no difference and 0 otherwise; with one case in a class interval and p-value are NaN.
     */
    public static Difference delongPaired(double[] a, double[] b, boolean[] bad) {
        Moments.sameLength("scores", a.length, b.length);
        int m = counted(a, bad);
        Placements pa = Placements.of(a, bad, m);
        Placements pb = Placements.of(b, bad, m);
        double difference = pa.auc() - pb.auc();
        if (m < 2 || bad.length - m < 2) {
            return new Difference(difference, Double.NaN, Double.NaN, Double.NaN);
        }
        double error = Math.sqrt(variance(minus(pa.ofBad(), pb.ofBad())) + variance(minus(pa.ofGood(), pb.ofGood())));
        PairedGap gap = PairedGap.of(difference, error);
        return new Difference(difference, gap.low(), gap.high(), gap.pValue());
    }

    public static Curve curve(double[] scores, boolean[] bad) {
        int m = counted(scores, bad);
        int[] order = descending(scores);
        double[] fpr = new double[scores.length + 1];
        double[] tpr = new double[scores.length + 1];
        double[] thresholds = new double[scores.length + 1];
        thresholds[0] = Double.POSITIVE_INFINITY;
        int points = 1;
        int badSoFar = 0;
        for (int i = 0; i < order.length; i++) {
            badSoFar += bad[order[i]] ? 1 : 0;
            if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
                tpr[points] = (double) badSoFar / m;
                fpr[points] = (double) (i + 1 - badSoFar) / (bad.length - m);
                thresholds[points++] = scores[order[i]];
            }
        }
        return new Curve(
                Arrays.copyOf(fpr, points),
                Arrays.copyOf(tpr, points),
                Arrays.copyOf(thresholds, points),
                bad.length - m,
                m);
    }

    /** Largest distance between the score distributions of bad and good, max |TPR − FPR|. */
    public static Ks ks(double[] scores, boolean[] bad) {
        Curve curve = curve(scores, bad);
        int best = 0;
        for (int i = 1; i < curve.fpr().length; i++) {
            if (Math.abs(curve.tpr()[i] - curve.fpr()[i]) > Math.abs(curve.tpr()[best] - curve.fpr()[best])) {
                best = i;
            }
        }
        return new Ks(Math.abs(curve.tpr()[best] - curve.fpr()[best]), curve.thresholds()[best]);
    }

    /** Indices from the highest score down; of equal ones the first comes first, 0 comes before −0. */
    static int[] descending(double[] scores) {
        double[] sorted = Arrays.stream(scores).map(score -> -score).toArray();
        Arrays.sort(sorted);
        int[] first = new int[sorted.length];
        for (int k = 1; k < sorted.length; k++) {
            first[k] = Double.compare(sorted[k], sorted[k - 1]) == 0 ? first[k - 1] : k;
        }
        int[] placed = new int[sorted.length];
        int[] order = new int[sorted.length];
        for (int i = 0; i < order.length; i++) {
            int k = first[Arrays.binarySearch(sorted, -scores[i])];
            order[k + placed[k]++] = i;
        }
        return order;
    }

    /** Ranks from 1; equal values share the mean of their ranks. */
    static double[] midRanks(double[] x) {
        int[] order = descending(x);
        double[] ranks = new double[x.length];
        int i = 0;
        while (i < order.length) {
            int end = i + 1;
            while (end < order.length && x[order[end]] == x[order[i]]) {
                end++;
            }
            double rank = x.length - (i + end - 1) / 2.0;
            for (; i < end; i++) {
                ranks[order[i]] = rank;
            }
        }
        return ranks;
    }

    /** Number of bad cases, after the checks. */
    static int counted(double[] scores, boolean[] bad) {
        Moments.sameLength("scores and labels", scores.length, bad.length);
        int m = 0;
        for (int i = 0; i < bad.length; i++) {
            m += bad[i] ? 1 : 0;
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException("score " + i + " is not a number");
            }
        }
        if (m == 0 || m == bad.length) {
            throw new IllegalArgumentException(m + " bad among " + bad.length + " cases, expected both classes");
        }
        return m;
    }

    private static double variance(double[] placements) {
        return Moments.squares(placements) / (placements.length - 1.0) / placements.length;
    }

    private static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    /** For each bad case the share of good ones below it, and for each good one the share of bad ones above it. */
    private record Placements(double auc, double[] ofBad, double[] ofGood) {

        static Placements of(double[] scores, boolean[] bad, int m) {
            int n = scores.length - m;
            double[] all = midRanks(scores);
            double[] ofBad = within(scores, all, bad, true, m, n);
            double[] ofGood = within(scores, all, bad, false, n, m);
            for (int j = 0; j < n; j++) {
                ofGood[j] = 1 - ofGood[j];
            }
            return new Placements(Moments.mean(ofBad), ofBad, ofGood);
        }

        /**
         * (rank among all − rank within the own class) / size of the other class: the share of the other class below.
         */
        private static double[] within(double[] scores, double[] all, boolean[] bad, boolean own, int size, int other) {
            double[] values = new double[size];
            double[] ranks = new double[size];
            int k = 0;
            for (int i = 0; i < scores.length; i++) {
                if (bad[i] == own) {
                    values[k] = scores[i];
                    ranks[k++] = all[i];
                }
            }
            double[] inside = midRanks(values);
            for (int i = 0; i < size; i++) {
                ranks[i] = (ranks[i] - inside[i]) / other;
            }
            return ranks;
        }
    }
}
