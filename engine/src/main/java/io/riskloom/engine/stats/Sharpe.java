package io.riskloom.engine.stats;

/**
 * Annualised Sharpe ratio of returns a period over a risk-free rate of 0. NaN for fewer than two periods or no variation.
 */
public final class Sharpe {

    private Sharpe() {}

    /** Mean over standard deviation (divisor n − 1) times √{@code periodsPerYear}. */
    public static double annualised(double[] returns, double periodsPerYear) {
        return ratio(returns) * Math.sqrt(periodsPerYear);
    }

    /**
     * Standard error of {@link #annualised} for independent returns, √((1 + SR²/2)/n)·√{@code periodsPerYear} with the
     * ratio SR of a period (Lo 2002, "The Statistics of Sharpe Ratios", equation 8).
     */
    public static double standardError(double[] returns, double periodsPerYear) {
        double ratio = ratio(returns);
        return Math.sqrt((1 + ratio * ratio / 2) / returns.length) * Math.sqrt(periodsPerYear);
    }

    private static double ratio(double[] returns) {
        if (returns.length < 2) {
            return Double.NaN;
        }
        double deviation = Math.sqrt(Moments.squares(returns) / (returns.length - 1));
        double mean = Moments.mean(returns);
        return deviation <= Math.abs(mean) * 1e-12 ? Double.NaN : mean / deviation;
    }
}
