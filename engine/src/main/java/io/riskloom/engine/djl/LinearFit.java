package io.riskloom.engine.djl;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * y ≈ constants + slopes·x by ordinary least squares (QR), for several targets at once. Where the columns depend on each other
 * a small ridge that tells them apart is added: 1e-8 times the number of cases on the slopes. So do columns whose part that the
 * others do not explain is below 1e-6 of the longest column: inputs are floats, whose rounding alone would set the slope.
 *
 * @param slopes     targets × inputs
 * @param constants  one a target
 * @param deviations root mean squared residual, one a target
 */
record LinearFit(double[][] slopes, double[] constants, double[] deviations) {
    private static final double SINGULAR = 1e-6;
    private static final double RIDGE = 1e-8;

    /**
     * @param x cases × inputs, at least one case
     * @param y cases × targets
     */
    static LinearFit of(double[][] x, double[][] y) {
        int cases = x.length;
        int inputs = x[0].length;
        QRDecomposition qr = new QRDecomposition(design(x, 0), SINGULAR * longest(x));
        boolean plain = cases > inputs && qr.getSolver().isNonSingular();
        int rows = plain ? 0 : inputs;
        DecompositionSolver solver = plain ? qr.getSolver() : new QRDecomposition(design(x, rows)).getSolver();
        double[][] target = new double[cases + rows][y[0].length];
        for (int i = 0; i < cases; i++) {
            target[i] = y[i].clone();
        }
        RealMatrix solved = solver.solve(new Array2DRowRealMatrix(target, false));
        return of(solved, x, y);
    }

    /** Root of the largest sum of squares of a column, the one of ones included. */
    private static double longest(double[][] x) {
        double most = x.length;
        for (int j = 0; j < x[0].length; j++) {
            double sum = 0;
            for (double[] row : x) {
                sum += row[j] * row[j];
            }
            most = Math.max(most, sum);
        }
        return Math.sqrt(most);
    }

    private static LinearFit of(RealMatrix solved, double[][] x, double[][] y) {
        int inputs = x[0].length;
        int targets = y[0].length;
        double[][] slopes = new double[targets][];
        double[] constants = new double[targets];
        double[] deviations = new double[targets];
        for (int s = 0; s < targets; s++) {
            double[] column = solved.getColumn(s);
            slopes[s] = Arrays.copyOf(column, inputs);
            constants[s] = column[inputs];
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double e = y[i][s] - constants[s];
                for (int j = 0; j < inputs; j++) {
                    e -= slopes[s][j] * x[i][j];
                }
                sum += e * e;
            }
            deviations[s] = Math.sqrt(sum / x.length);
        }
        return new LinearFit(slopes, constants, deviations);
    }

    /** Inputs and a last column of ones; below them the ridge's rows. */
    private static RealMatrix design(double[][] x, int ridgeRows) {
        int inputs = x[0].length;
        double[][] design = new double[x.length + ridgeRows][inputs + 1];
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(x[i], 0, design[i], 0, inputs);
            design[i][inputs] = 1;
        }
        for (int j = 0; j < ridgeRows; j++) {
            design[x.length + j][j] = Math.sqrt(RIDGE * x.length);
        }
        return new Array2DRowRealMatrix(design, false);
    }
}
