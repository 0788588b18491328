package io.riskloom.engine.djl;

import java.util.Arrays;

/**
 * Margins that make a network's quantiles honest for each step ahead (conformalised quantile regression, Romano et al.
 * 2019): the ⌈(n + 1)·level⌉-th smallest of max(q_low − r, r − q_high) on held-out origins is added at both ends; negative
 * where the network's bands are too wide. Exact for exchangeable days; days in a row are not, so that the coverage on the
 * test span is measured, not promised.
 *
 * @param margin50 one a step
 * @param margin90 one a step
 */
record ConformalQuantiles(double[] margin50, double[] margin90) {
    private static final int LOW90 = 0;
    private static final int LOW50 = 1;
    private static final int MEDIAN = 2;
    private static final int HIGH50 = 3;
    private static final int HIGH90 = 4;

    /**
     * @param actual    origins × steps, cumulative log returns
     * @param quantiles levels × origins × steps, the levels in any order
     */
    static ConformalQuantiles fit(double[][] actual, double[][][] quantiles) {
        int steps = actual[0].length;
        double[] margin50 = new double[steps];
        double[] margin90 = new double[steps];
        double[] beyond50 = new double[actual.length];
        double[] beyond90 = new double[actual.length];
        for (int s = 0; s < steps; s++) {
            for (int i = 0; i < actual.length; i++) {
                double[] q = ascending(quantiles, i, s);
                beyond50[i] = Math.max(q[LOW50] - actual[i][s], actual[i][s] - q[HIGH50]);
                beyond90[i] = Math.max(q[LOW90] - actual[i][s], actual[i][s] - q[HIGH90]);
            }
            margin50[s] = Conformal.rank(beyond50, 0.5);
            margin90[s] = Conformal.rank(beyond90, 0.9);
        }
        return new ConformalQuantiles(margin50, margin90);
    }

    /** The median with its bands, each of which holds the narrower ones. */
    ReturnForecast around(double[][][] quantiles) {
        int origins = quantiles[0].length;
        int steps = margin90.length;
        double[][][] m = new double[quantiles.length][origins][steps];
        for (int i = 0; i < origins; i++) {
            for (int s = 0; s < steps; s++) {
                double[] q = ascending(quantiles, i, s);
                m[MEDIAN][i][s] = q[MEDIAN];
                m[LOW50][i][s] = Math.min(q[MEDIAN], q[LOW50] - margin50[s]);
                m[HIGH50][i][s] = Math.max(q[MEDIAN], q[HIGH50] + margin50[s]);
                m[LOW90][i][s] = Math.min(m[LOW50][i][s], q[LOW90] - margin90[s]);
                m[HIGH90][i][s] = Math.max(m[HIGH50][i][s], q[HIGH90] + margin90[s]);
            }
        }
        return new ReturnForecast(m[MEDIAN], m[LOW50], m[HIGH50], m[LOW90], m[HIGH90]);
    }

    /** A network's quantiles may cross; in ascending order they fit no worse (Chernozhukov et al. 2010). */
    private static double[] ascending(double[][][] quantiles, int origin, int step) {
        double[] q = new double[quantiles.length];
        for (int level = 0; level < q.length; level++) {
            q[level] = quantiles[level][origin][step];
        }
        Arrays.sort(q);
        return q;
    }
}
