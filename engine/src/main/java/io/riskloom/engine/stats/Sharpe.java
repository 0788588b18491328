package io.riskloom.engine.stats;

/**
 * Sharpe ratio of daily returns over a risk-free rate of 0, a year of 252 days. NaN for fewer than two days or no
 * variation.
 */
public final class Sharpe {

    private static final double DAYS = 252;

    private Sharpe() {}

    /** Mean over standard deviation (divisor n − 1) times √252. */
    public static double annualised(double[] daily) {
        return ratio(daily) * Math.sqrt(DAYS);
    }

    /**
     * Standard error of {@link #annualised} for independent returns, √((1 + SR²/2)/n)·√252 with the daily ratio SR (Lo
     * 2002, "The Statistics of Sharpe Ratios", equation 8).
     */
    public static double standardError(double[] daily) {
        double ratio = ratio(daily);
        return Math.sqrt((1 + ratio * ratio / 2) / daily.length) * Math.sqrt(DAYS);
    }

    private static double ratio(double[] daily) {
        if (daily.length < 2) {
            return Double.NaN;
        }
        double deviation = Math.sqrt(Moments.squares(daily) / (daily.length - 1));
        double mean = Moments.mean(daily);
        return deviation <= Math.abs(mean) * 1e-12 ? Double.NaN : mean / deviation;
    }
}
