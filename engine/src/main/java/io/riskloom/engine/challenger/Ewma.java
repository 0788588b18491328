package io.riskloom.engine.challenger;

/**
 * Exponentially weighted moving average of squared returns with the weight of RiskMetrics (1996) for daily data, λ = .94:
 * σ²(t+1) = Σ λⁱ r²(t−i) / Σ λⁱ over all days up to t, which is the recursion σ²(t+1) = λ σ²(t) + (1 − λ) r²(t) without
 * a starting value. Every day ahead is expected to have the variance of the next one; the answer is ½ ln of it.
 */
final class Ewma implements PlainForecast {
    static final String NAME = "ewma";

    /** λ. */
    static final double DECAY = 0.94;

    private final double[] variance;

    /** Nothing is fitted. */
    Ewma(double[] close) {
        SquaredReturns squares = new SquaredReturns(close);
        this.variance = new double[close.length];
        double sum = 0;
        double weight = 0;
        for (int t = 1; t < close.length; t++) {
            sum = DECAY * sum + squares.of(t);
            weight = DECAY * weight + 1;
            variance[t] = sum / weight;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double[] forecast(int origin) {
        Origins.check(origin, 0, variance.length);
        return new double[] {SquaredReturns.log(variance[origin])};
    }
}
