package io.riskloom.engine.stats;

/** Pearson's correlations between series on the same days. */
public final class CrossCorrelation {

    private CrossCorrelation() {}

    /**
     * @param series series × days, as many days each
     * @return symmetric, 1 on the diagonal; NaN beside a series that does not vary
     */
    public static double[][] matrix(double[][] series) {
        int n = series.length;
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                out[i][j] = i == j ? 1 : of(series[i], series[j]);
                out[j][i] = out[i][j];
            }
        }
        return out;
    }

    /** Of paths of several series, series × paths × days: over all days of all paths. */
    public static double[][] matrix(double[][][] series) {
        double[][] pooled = new double[series.length][];
        for (int i = 0; i < series.length; i++) {
            pooled[i] = StylisedFacts.pooled(series[i]);
        }
        return matrix(pooled);
    }

    /** Mean of |a − b| over the pairs of series; NaN for one series. */
    public static double distance(double[][] a, double[][] b) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += Math.abs(a[i][j] - b[i][j]);
                pairs++;
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }

    private static double of(double[] a, double[] b) {
        Moments.sameLength("series", a.length, b.length);
        double meanA = Moments.mean(a);
        double meanB = Moments.mean(b);
        double product = 0;
        for (int t = 0; t < a.length; t++) {
            product += (a[t] - meanA) * (b[t] - meanB);
        }
        double scale = Math.sqrt(Moments.squares(a) * Moments.squares(b));
        return scale == 0 ? Double.NaN : product / scale;
    }
}
