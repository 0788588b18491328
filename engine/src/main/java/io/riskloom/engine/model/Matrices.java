package io.riskloom.engine.model;

/** Copies, so that a record's arrays stay its own. */
final class Matrices {
    private Matrices() {}

    static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }

    /** Rows (1 − p, p). */
    static double[][] ofTwo(double[] p) {
        double[][] rows = new double[p.length][];
        for (int i = 0; i < p.length; i++) {
            rows[i] = new double[] {1 - p[i], p[i]};
        }
        return rows;
    }

    /** 1 for true. */
    static int[] ones(boolean[] values) {
        int[] ones = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            ones[i] = values[i] ? 1 : 0;
        }
        return ones;
    }
}
