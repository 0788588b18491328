package io.riskloom.engine.feature;

/**
 * Realised volatility after an origin t. Learnt: ½ ln of the mean squared daily log return of the days t + horizon − days + 1
 * … t + horizon, floored at {@value #FLOOR} (.1 % of daily volatility: a market that stands still has no logarithm); shown:
 * annualised, in per cent. The last value is that of the {@code days} days up to the origin, of as many as there are at the
 * start. Errors in logs are alike on calm and on wild days: the scale is 1.
 */
public final class VolatilityTarget implements Target {

    /** Of a mean squared daily log return; 1e-2 in squared per cent, as the tried recipes have it. */
    public static final double FLOOR = 1e-6;

    private final double[] squaredSums;
    private final int days;
    private final int horizon;
    private final double barsPerYear;

    VolatilityTarget(double[] close, int days, int horizon, double barsPerYear) {
        this.squaredSums = Returns.squaredSums(close);
        this.days = days;
        this.horizon = horizon;
        this.barsPerYear = barsPerYear;
    }

    @Override
    public String quantity() {
        return "volatility";
    }

    @Override
    public int[] steps() {
        return new int[] {horizon};
    }

    @Override
    public double[] label(int origin) {
        return new double[] {origin + horizon < squaredSums.length ? logVolatility(origin + horizon) : Double.NaN};
    }

    @Override
    public double[] lastValue(int origin) {
        return new double[] {logVolatility(origin)};
    }

    @Override
    public double scale(int origin) {
        return 1;
    }

    @Override
    public double known(int origin) {
        return shown(origin, logVolatility(origin));
    }

    @Override
    public double shown(int origin, double learnt) {
        return 100 * Math.sqrt(barsPerYear) * Math.exp(learnt);
    }

    private double logVolatility(int last) {
        int first = Math.max(0, last - days);
        double mean = (squaredSums[last] - squaredSums[first]) / Math.max(1, last - first);
        return 0.5 * Math.log(Math.max(FLOOR, mean));
    }
}
