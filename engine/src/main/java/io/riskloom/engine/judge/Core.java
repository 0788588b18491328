package io.riskloom.engine.judge;

import io.riskloom.engine.feature.Target;
import java.util.Arrays;

/**
 * What a band is laid around: the forecast itself, in units of the origin's scale (locally weighted conformal prediction, Lei
 * et al. 2018), or the network's quantiles of that level (conformalised quantile regression, Romano et al. 2019). A half-width
 * h makes the band low − h·unit … high + h·unit; the score of an outcome y is the half-width that just reaches it,
 * max(low − y, y − high) / unit, negative within the quantiles.
 *
 * @param point origins × steps
 * @param low   one for all levels, or one for 50 and one for 90 %, × origins × steps
 * @param high  the same
 * @param unit  one an origin, positive
 */
record Core(double[][] point, double[][][] low, double[][][] high, double[] unit) {
    /** Levels of a head that gives quantiles: the median and the ends of two bands. */
    static final int QUANTILES = 5;

    private static final int LOW90 = 0;
    private static final int LOW50 = 1;
    private static final int MEDIAN = 2;
    private static final int HIGH50 = 3;
    private static final int HIGH90 = 4;

    static Core of(Outlook outlook, int[] origins) {
        double[][][] answers = outlook.predictor().answers(origins);
        if (answers.length == QUANTILES) {
            return ofQuantiles(answers);
        }
        if (answers.length != 1) {
            throw new IllegalArgumentException(answers.length + " answers a step, expected 1 or " + QUANTILES);
        }
        Target target = outlook.target();
        double[][][] point = {answers[0]};
        return new Core(
                answers[0],
                point,
                point,
                Arrays.stream(origins).mapToDouble(target::scale).toArray());
    }

    /** A network's quantiles may cross; in ascending order they fit no worse (Chernozhukov et al. 2010). */
    private static Core ofQuantiles(double[][][] answers) {
        int origins = answers[0].length;
        double[][][] sorted = new double[QUANTILES][origins][];
        double[] q = new double[QUANTILES];
        for (int i = 0; i < origins; i++) {
            int steps = answers[0][i].length;
            for (int level = 0; level < QUANTILES; level++) {
                sorted[level][i] = new double[steps];
            }
            for (int s = 0; s < steps; s++) {
                for (int level = 0; level < QUANTILES; level++) {
                    q[level] = answers[level][i][s];
                }
                Arrays.sort(q);
                for (int level = 0; level < QUANTILES; level++) {
                    sorted[level][i][s] = q[level];
                }
            }
        }
        double[] ones = new double[origins];
        Arrays.fill(ones, 1);
        return new Core(
                sorted[MEDIAN],
                new double[][][] {sorted[LOW50], sorted[LOW90]},
                new double[][][] {sorted[HIGH50], sorted[HIGH90]},
                ones);
    }

    boolean quantiles() {
        return low.length > 1;
    }

    /** Score of an outcome; NaN for one that is not known. */
    double score(int band, int origin, int step, double outcome) {
        int b = Math.min(band, low.length - 1);
        return Math.max(low[b][origin][step] - outcome, outcome - high[b][origin][step]) / unit[origin];
    }

    double low(int band, int origin, int step, double half) {
        return low[Math.min(band, low.length - 1)][origin][step] - half * unit[origin];
    }

    double high(int band, int origin, int step, double half) {
        return high[Math.min(band, high.length - 1)][origin][step] + half * unit[origin];
    }
}
