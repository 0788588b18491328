package io.riskloom.engine.challenger;

/**
 * The penalised log likelihood ℓ(β) = Σ (y·η − ln(1 + e^η)) − (ridge/2)‖β‖² of a logistic regression, η = β₀ + Σ βⱼxⱼ, with
 * its gradient and information −ℓ″.
 */
final class LogisticLikelihood {

    private final double[][] columns;
    private final boolean[] bad;
    private final double ridge;

    /** @param columns inputs × cases */
    LogisticLikelihood(double[][] columns, boolean[] bad, double ridge) {
        this.columns = columns;
        this.bad = bad;
        this.ridge = ridge;
    }

    double at(double[] beta) {
        double sum = 0;
        for (int i = 0; i < bad.length; i++) {
            double eta = logit(beta, i);
            sum += (bad[i] ? eta : 0) - Math.max(eta, 0) - Math.log1p(Math.exp(-Math.abs(eta)));
        }
        for (double b : beta) {
            sum -= ridge / 2 * b * b;
        }
        return sum;
    }

    double[] gradient(double[] beta) {
        double[] gradient = new double[beta.length];
        for (int i = 0; i < bad.length; i++) {
            double error = (bad[i] ? 1 : 0) - probability(beta, i);
            gradient[0] += error;
            for (int j = 0; j < columns.length; j++) {
                gradient[j + 1] += error * columns[j][i];
            }
        }
        for (int j = 0; j < beta.length; j++) {
            gradient[j] -= ridge * beta[j];
        }
        return gradient;
    }

    double[][] information(double[] beta) {
        int k = beta.length;
        double[][] information = new double[k][k];
        double[] x = new double[k];
        x[0] = 1;
        for (int i = 0; i < bad.length; i++) {
            double p = probability(beta, i);
            double weight = p * (1 - p);
            for (int j = 1; j < k; j++) {
                x[j] = columns[j - 1][i];
            }
            for (int j = 0; j < k; j++) {
                for (int m = 0; m <= j; m++) {
                    information[j][m] += weight * x[j] * x[m];
                }
            }
        }
        for (int j = 0; j < k; j++) {
            information[j][j] += ridge;
            for (int m = 0; m < j; m++) {
                information[m][j] = information[j][m];
            }
        }
        return information;
    }

    private double logit(double[] beta, int i) {
        double sum = beta[0];
        for (int j = 0; j < columns.length; j++) {
            sum += beta[j + 1] * columns[j][i];
        }
        return sum;
    }

    private double probability(double[] beta, int i) {
        return 1 / (1 + Math.exp(-logit(beta, i)));
    }
}
