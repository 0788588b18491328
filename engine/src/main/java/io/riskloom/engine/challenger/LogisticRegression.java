package io.riskloom.engine.challenger;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Logistic regression P(bad) = 1 / (1 + exp(−(constant + Σ weight · x))), the exact maximum of Σ log likelihood −
 * (ridge/2)‖(constant, weights)‖². Copied in and out.
 *
 * @param weights        one an input
 * @param standardErrors of the weights: roots of the diagonal of the inverse information at the maximum
 * @param constantError  standard error of the constant
 * @param steps          Newton steps taken
 * @param converged      whether the last step moved nothing by more than 1e-9
 */
record LogisticRegression(
        double constant,
        double[] weights,
        double constantError,
        double[] standardErrors,
        int steps,
        boolean converged) {

    /** Keeps weights finite where an input separates the classes; moves no weight of the order of 1 by more than about 1e-6. */
    static final double TINY_RIDGE = 1e-6;

    private static final double SMALL = 1e-9;
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;

    LogisticRegression {
        weights = weights.clone();
        standardErrors = standardErrors.clone();
    }

    /**
     * Newton's method from zero; a step that would lower the likelihood is halved until it does not.
     *
     * @param columns inputs × cases, finite
     * @param bad     one a case, both classes present
     * @param ridge   above 0, or 0 where no inputs are collinear and none separates the classes
     */
    static LogisticRegression fit(double[][] columns, boolean[] bad, double ridge) {
        long bads = IntStream.range(0, bad.length).filter(i -> bad[i]).count();
        if (bads == 0 || bads == bad.length) {
            throw new IllegalArgumentException(bads + " bad cases of " + bad.length);
        }
        LogisticLikelihood likelihood = new LogisticLikelihood(columns, bad, ridge);
        double[] beta = new double[columns.length + 1];
        double best = likelihood.at(beta);
        int steps = 0;
        boolean converged = false;
        while (!converged && steps < MOST_STEPS) {
            double[] step = solve(likelihood, beta);
            double[] next = moved(beta, step, 1);
            double value = likelihood.at(next);
            for (int h = 1; !(value >= best) && h <= MOST_HALVINGS; h++) {
                next = moved(beta, step, Math.pow(0.5, h));
                value = likelihood.at(next);
            }
            steps++;
            converged = distance(beta, next) < SMALL;
            if (value >= best) {
                beta = next;
                best = value;
            }
        }
        return of(beta, likelihood, steps, converged);
    }

    private static LogisticRegression of(double[] beta, LogisticLikelihood likelihood, int steps, boolean converged) {
        RealMatrix covariance =
                cholesky(likelihood.information(beta)).getSolver().getInverse();
        double[] errors = IntStream.range(0, beta.length)
                .mapToDouble(j -> Math.sqrt(covariance.getEntry(j, j)))
                .toArray();
        return new LogisticRegression(beta[0], rest(beta), errors[0], rest(errors), steps, converged);
    }

    private static double[] solve(LogisticLikelihood likelihood, double[] beta) {
        double[] gradient = likelihood.gradient(beta);
        return cholesky(likelihood.information(beta))
                .getSolver()
                .solve(new ArrayRealVector(gradient, false))
                .toArray();
    }

    private static CholeskyDecomposition cholesky(double[][] information) {
        return new CholeskyDecomposition(new Array2DRowRealMatrix(information, false), 1e-9, 0);
    }

    private static double[] moved(double[] from, double[] step, double share) {
        return IntStream.range(0, from.length)
                .mapToDouble(j -> from[j] + share * step[j])
                .toArray();
    }

    private static double distance(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(j -> Math.abs(a[j] - b[j]))
                .max()
                .orElse(0);
    }

    private static double[] rest(double[] all) {
        return Arrays.copyOfRange(all, 1, all.length);
    }

    /** P(bad) of each case, inputs × cases in. */
    double[] probability(double[][] columns, int cases) {
        double[] out = new double[cases];
        for (int i = 0; i < cases; i++) {
            double sum = constant;
            for (int j = 0; j < weights.length; j++) {
                sum += weights[j] * columns[j][i];
            }
            out[i] = 1 / (1 + Math.exp(-sum));
        }
        return out;
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public double[] standardErrors() {
        return standardErrors.clone();
    }
}
