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
}
