package io.riskloom.engine.challenger;

import io.riskloom.engine.data.NoticeException;
import java.util.Arrays;

/**
 * Log volatility of days ahead by {@link Garch}: σ²(t+1) = ω + α (r(t) − μ)² + β σ²(t) over all days with parameters that stay
 * fixed, and ½ ln of the mean over those days of E r²(t+j) = μ² + V + (σ²(t+1) − V)(α + β)^(j−1), V = ω / (1 − α − β). The
 * first day's variance is that of the returns of the fit.
 */
final class GarchVolatility implements PlainForecast {
    static final String NAME = "garch";

    private final Garch parameters;
    private final double[] next;
    private final int days;
    private final int horizon;

    private GarchVolatility(Garch parameters, SquaredReturns squares, double start, int days, int horizon) {
        this.parameters = parameters;
        this.days = days;
        this.horizon = horizon;
        this.next = new double[squares.size()];
        next[0] = start;
        for (int t = 1; t < next.length; t++) {
            double e = squares.returnOf(t) - parameters.mu();
            next[t] = parameters.omega() + parameters.alpha() * e * e + parameters.beta() * next[t - 1];
        }
    }

    /**
     * Of the {@code days} days that end {@code horizon} days ahead, none of them known at the origin.
     *
     * @throws NoticeException as {@link Garch#fit}
     */
    static GarchVolatility fit(double[] close, int firstTrain, int knownUpTo, int days, int horizon)
            throws NoticeException {
        SquaredReturns squares = new SquaredReturns(close);
        double[] returns = squares.returns(firstTrain + 1, knownUpTo);
        return of(Garch.fit(returns), squares, returns, days, horizon);
    }

    /** With given parameters, started at the variance of {@code returns}. */
    static GarchVolatility of(Garch parameters, SquaredReturns squares, double[] returns, int days, int horizon) {
        double mean = Arrays.stream(returns).average().orElseThrow();
        double start = Arrays.stream(returns)
                .map(r -> (r - mean) * (r - mean))
                .average()
                .orElseThrow();
        return new GarchVolatility(parameters, squares, start, days, horizon);
    }

    Garch parameters() {
        return parameters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double[] forecast(int origin) {
        Origins.check(origin, 0, next.length);
        double persistence = parameters.alpha() + parameters.beta();
        double level = parameters.omega() / (1 - persistence);
        double gap = next[origin] - level;
        double sum = 0;
        for (int ahead = horizon - days + 1; ahead <= horizon; ahead++) {
            sum += parameters.mu() * parameters.mu() + level + gap * Math.pow(persistence, ahead - 1);
        }
        return new double[] {SquaredReturns.log(sum / days)};
    }
}
