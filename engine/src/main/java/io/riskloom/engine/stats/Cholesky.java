package io.riskloom.engine.stats;

/** Triangular factors of covariances. */
public final class Cholesky {
    /** Pivots below it, those of columns that follow from others, count as it. */
    private static final double LEAST = 1e-12;

    private Cholesky() {}

    /** The lower triangular L with L·Lᵀ equal to a symmetric matrix without negative eigenvalues. */
    public static double[][] factor(double[][] matrix) {
        int size = matrix.length;
        double[][] l = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(Math.max(LEAST, sum)) : sum / l[j][j];
            }
        }
        return l;
    }
}
