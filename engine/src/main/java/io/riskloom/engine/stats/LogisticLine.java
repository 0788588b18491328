package io.riskloom.engine.stats;

import java.util.Arrays;

/**
 * Logistic regression on one number, P(1) = 1 / (1 + exp(−(intercept + slope · x))), by maximum likelihood: Newton's steps on
 * the standardised number, halved until the likelihood does not fall. Errors are those of the inverse information.
 *
 * @param covariance of intercept and slope
 */
public record LogisticLine(
        double intercept, double slope, double interceptError, double slopeError, double covariance) {

    private static final LogisticLine UNKNOWN =
            new LogisticLine(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    private static final int MOST_STEPS = 100;
    private static final double CLOSE = 1e-10;
    /** At the top the likelihood differs by rounding alone, which must not stop a step. */
    private static final double ROUNDING = 1e-14;

    /**
     * @param target of each case, in [0, 1]; between them where a class is not sure
     * @return all NaN where the number does not vary, or splits the targets 0 and 1 without overlap: then there is no largest
     *     likelihood
     */
    public static LogisticLine fit(double[] x, double[] target) {
        Moments.sameLength("numbers and targets", x.length, target.length);
        double mean = Moments.mean(x);
        double sd = Math.sqrt(Moments.squares(x) / x.length);
        if (!(sd > 1e-12 * Math.max(1, Math.abs(mean))) || apart(x, target)) {
            return UNKNOWN;
        }
        double[] z = Arrays.stream(x).map(v -> (v - mean) / sd).toArray();
        double[] at = {0, 0};
        for (int step = 0; step < MOST_STEPS; step++) {
            Slopes s = Slopes.at(z, target, at[0], at[1]);
            if (Math.abs(s.ofIntercept()) + Math.abs(s.ofSlope()) < CLOSE) {
                return back(at, s, mean / sd, sd, x.length);
            }
            at = better(z, target, at, s);
        }
        return UNKNOWN;
    }

    /** Whether every sure 0 lies on one side of every sure 1, and no target is between. */
    private static boolean apart(double[] x, double[] target) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < x.length; i++) {
            if (target[i] != 0 && target[i] != 1) {
                return false;
            }
            int side = (int) target[i];
            low[side] = Math.min(low[side], x[i]);
            high[side] = Math.max(high[side], x[i]);
        }
        return high[0] <= low[1] || high[1] <= low[0];
    }

    private static double[] better(double[] z, double[] target, double[] at, Slopes s) {
        double determinant = s.determinant();
        double a = (s.slopeSlope() * s.ofIntercept() - s.interceptSlope() * s.ofSlope()) / determinant;
        double b = (s.interceptIntercept() * s.ofSlope() - s.interceptSlope() * s.ofIntercept()) / determinant;
        double here = likelihood(z, target, at[0], at[1]);
        for (double part = 1; part > CLOSE; part /= 2) {
            if (likelihood(z, target, at[0] + part * a, at[1] + part * b) >= here - ROUNDING) {
                return new double[] {at[0] + part * a, at[1] + part * b};
            }
        }
        return new double[] {at[0] + a, at[1] + b};
    }

    /** Mean log likelihood, from ln(1 + e^v) = max(v, 0) + ln(1 + e^−|v|). */
    private static double likelihood(double[] z, double[] target, double a, double b) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            double v = a + b * z[i];
            sum += target[i] * v - Math.max(v, 0) - Math.log1p(Math.exp(-Math.abs(v)));
        }
        return sum / z.length;
    }

    private static LogisticLine back(double[] at, Slopes s, double shift, double sd, int n) {
        double scale = 1 / (s.determinant() * n);
        double ofIntercept = s.slopeSlope() * scale;
        double ofSlope = s.interceptIntercept() * scale;
        double both = -s.interceptSlope() * scale;
        return new LogisticLine(
                at[0] - at[1] * shift,
                at[1] / sd,
                Math.sqrt(ofIntercept - 2 * shift * both + shift * shift * ofSlope),
                Math.sqrt(ofSlope) / sd,
                (both - shift * ofSlope) / sd);
    }

    /** Means over the cases of the likelihood's first derivatives and of the information. */
    private record Slopes(
            double ofIntercept, double ofSlope, double interceptIntercept, double interceptSlope, double slopeSlope) {

        static Slopes at(double[] z, double[] target, double a, double b) {
            double[] sums = new double[5];
            for (int i = 0; i < z.length; i++) {
                double p = 1 / (1 + Math.exp(-a - b * z[i]));
                double gap = target[i] - p;
                double weight = p * (1 - p);
                sums[0] += gap;
                sums[1] += gap * z[i];
                sums[2] += weight;
                sums[3] += weight * z[i];
                sums[4] += weight * z[i] * z[i];
            }
            int n = z.length;
            return new Slopes(sums[0] / n, sums[1] / n, sums[2] / n, sums[3] / n, sums[4] / n);
        }

        double determinant() {
            return interceptIntercept * slopeSlope - interceptSlope * interceptSlope;
        }
    }
}
