package io.riskloom.engine.stats;

import java.util.Arrays;

/**
 * Distribution functions of both classes' scores.
 *
 * @param scores distinct ones, ascending
 * @param good   share of the good at or below each
 * @param bad    share of the bad at or below each
 * @param ks     largest distance of the two
 * @param at     largest score at which it is reached: from the next one up the cases are told bad
 * @param cutOff that next score, as {@link Roc#ks} gives it; positive infinity where there is none
 */
public record KsCurve(double[] scores, double[] good, double[] bad, double ks, double at, double cutOff) {

    public KsCurve {
        scores = scores.clone();
        good = good.clone();
        bad = bad.clone();
    }

    /** @throws IllegalArgumentException unless both classes occur */
    public static KsCurve of(double[] scores, boolean[] bad) {
        int m = Roc.counted(scores, bad);
        int[] order = Roc.descending(scores);
        int n = order.length;
        double[] distinct = new double[n];
        double[] ofGood = new double[n];
        double[] ofBad = new double[n];
        int points = 0;
        int badSoFar = 0;
        int best = 0;
        for (int i = 0; i < n; i++) {
            int row = order[n - 1 - i];
            badSoFar += bad[row] ? 1 : 0;
            if (i + 1 == n || scores[order[n - 2 - i]] != scores[row]) {
                distinct[points] = scores[row];
                ofBad[points] = (double) badSoFar / m;
                ofGood[points] = (double) (i + 1 - badSoFar) / (n - m);
                best = gap(ofGood, ofBad, points) >= gap(ofGood, ofBad, best) ? points : best;
                points++;
            }
        }
        return new KsCurve(
                Arrays.copyOf(distinct, points),
                Arrays.copyOf(ofGood, points),
                Arrays.copyOf(ofBad, points),
                gap(ofGood, ofBad, best),
                distinct[best],
                best + 1 < points ? distinct[best + 1] : Double.POSITIVE_INFINITY);
    }

    private static double gap(double[] good, double[] bad, int i) {
        return Math.abs(good[i] - bad[i]);
    }

    @Override
    public double[] scores() {
        return scores.clone();
    }

    @Override
    public double[] good() {
        return good.clone();
    }

    @Override
    public double[] bad() {
        return bad.clone();
    }
}
