package io.riskloom.engine.challenger;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.util.Arrays;

/**
 * AR(p) of daily log returns, r(t) = c + φ₁ r(t−1) + … + φ(p) r(t−p), by least squares. The order p in 0…10 has the least
 * BIC = n ln(RSS/n) + (p + 1) ln n over the n days that have ten returns before them, the same for every order; c and φ
 * are then fitted on all days that order p allows. AR(0) is the drift.
 */
final class Autoregression implements PlainForecast {
    static final String NAME = "ar";

    /** Largest order that is tried. */
    static final int MOST_LAGS = 10;

    /** Fewest returns that a fit is asked of. */
    static final int LEAST = 60;

    private final double constant;
    private final double[] coefficients;
    private final double[] returns;
    private final int[] steps;

    private Autoregression(double constant, double[] coefficients, double[] returns, int[] steps) {
        this.constant = constant;
        this.coefficients = coefficients;
        this.returns = returns;
        this.steps = steps.clone();
    }

    /**
     * @param steps days ahead, ascending, at least 1
     * @throws NoticeException {@code challenger.error.tooShort} (rows, needed) for fewer than 60 returns,
     *     {@code challenger.error.constant} where they do not vary
     */
    static Autoregression fit(double[] close, int firstTrain, int knownUpTo, int[] steps) throws NoticeException {
        int first = firstTrain + 1;
        if (knownUpTo - firstTrain < LEAST) {
            throw new NoticeException(Notice.of("challenger.error.tooShort", knownUpTo - firstTrain + 1, LEAST + 1));
        }
        double[] returns = byDay(close);
        if (regress(returns, first, knownUpTo, 0).residuals() <= 1e-16 * (knownUpTo - firstTrain)) {
            throw new NoticeException(Notice.of("challenger.error.constant"));
        }
        int order = order(returns, first + MOST_LAGS, knownUpTo);
        LeastSquares fitted = regress(returns, first + order, knownUpTo, order);
        return new Autoregression(fitted.constant(), fitted.slopes(), returns, steps);
    }

    /** The order of least BIC for the returns of days {@code from} … {@code to}; the smaller one of equals. */
    private static int order(double[] returns, int from, int to) {
        double n = to - from + 1;
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p <= MOST_LAGS; p++) {
            double bic = n * Math.log(regress(returns, from, to, p).residuals() / n) + (p + 1) * Math.log(n);
            if (bic < least) {
                least = bic;
                best = p;
            }
        }
        return best;
    }

    private static LeastSquares regress(double[] returns, int from, int to, int order) {
        double[][] lags = new double[order][];
        for (int i = 0; i < order; i++) {
            lags[i] = Arrays.copyOfRange(returns, from - 1 - i, to - i);
        }
        return LeastSquares.fit(lags, Arrays.copyOfRange(returns, from, to + 1));
    }

    /** Log return that ends on each day, 0 for day 0, which no fit reads. */
    private static double[] byDay(double[] close) {
        double[] returns = new double[close.length];
        for (int t = 1; t < close.length; t++) {
            returns[t] = Math.log(close[t] / close[t - 1]);
        }
        return returns;
    }

    /** c. */
    double constant() {
        return constant;
    }

    /** φ₁ … φ(p). */
    double[] coefficients() {
        return coefficients.clone();
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Each day's forecast stands in for its return on the way to later days. */
    @Override
    public double[] forecast(int origin) {
        int p = coefficients.length;
        Origins.check(origin, p, returns.length);
        int most = steps[steps.length - 1];
        double[] path = new double[p + most];
        System.arraycopy(returns, origin - p + 1, path, 0, p);
        double[] sums = new double[most + 1];
        for (int s = 1; s <= most; s++) {
            double next = constant;
            for (int i = 0; i < p; i++) {
                next += coefficients[i] * path[p + s - 2 - i];
            }
            path[p + s - 1] = next;
            sums[s] = sums[s - 1] + next;
        }
        return Arrays.stream(steps).mapToDouble(s -> sums[s]).toArray();
    }
}
