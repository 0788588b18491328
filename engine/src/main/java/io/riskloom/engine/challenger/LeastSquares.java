package io.riskloom.engine.challenger;

import java.util.Arrays;

/**
 * y ≈ constant + Σ slope(j)·x(j) by ordinary least squares: Cholesky's factors of the centred cross products. A column that
 * is constant, or a combination of those before it, has slope 0, as in R's {@code lm}.
 *
 * @param residuals sum of squared residuals
 */
record LeastSquares(double constant, double[] slopes, double residuals) {

    /** Share of a column's variation that must be its own for it to count. */
    private static final double OWN = 1e-10;

    /**
     * @param columns inputs × cases
     * @param y       one a case, at least one
     */
    static LeastSquares fit(double[][] columns, double[] y) {
        double[][] x = new double[columns.length][];
        for (int j = 0; j < x.length; j++) {
            x[j] = centred(columns[j]);
        }
        double[] slopes = solve(x, centred(y));
        double constant = mean(y);
        for (int j = 0; j < x.length; j++) {
            constant -= slopes[j] * mean(columns[j]);
        }
        double residuals = 0;
        for (int i = 0; i < y.length; i++) {
            double e = y[i] - constant;
            for (int j = 0; j < x.length; j++) {
                e -= slopes[j] * columns[j][i];
            }
            residuals += e * e;
        }
        return new LeastSquares(constant, slopes, residuals);
    }

    /** L·Lᵀ·b = Xᵀy, rows and columns of L that stand for nothing new being 0. */
    private static double[] solve(double[][] x, double[] y) {
        int k = x.length;
        double[][] l = new double[k][k];
        double[] z = new double[k];
        for (int j = 0; j < k; j++) {
            for (int m = 0; m < j; m++) {
                l[j][m] = l[m][m] == 0 ? 0 : (dot(x[j], x[m]) - dot(l[j], l[m])) / l[m][m];
            }
            double all = dot(x[j], x[j]);
            double own = all - dot(l[j], l[j]);
            if (own > OWN * all) {
                z[j] = dot(x[j], y) - dot(l[j], z);
                l[j][j] = Math.sqrt(own);
                z[j] /= l[j][j];
            }
        }
        double[] b = new double[k];
        for (int j = k - 1; j >= 0; j--) {
            double sum = z[j];
            for (int i = j + 1; i < k; i++) {
                sum -= l[i][j] * b[i];
            }
            b[j] = l[j][j] == 0 ? 0 : sum / l[j][j];
        }
        return b;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    private static double[] centred(double[] x) {
        double mean = mean(x);
        return Arrays.stream(x).map(v -> v - mean).toArray();
    }
}
