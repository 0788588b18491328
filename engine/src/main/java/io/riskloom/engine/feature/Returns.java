package io.riskloom.engine.feature;

/** Returns of prices. */
public final class Returns {

    private Returns() {}

    /** Daily log returns ln(close(t + 1) / close(t)), one fewer than closes: value i leads from day i to day i + 1. */
    public static double[] log(double[] close) {
        double[] returns = new double[Math.max(0, close.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Math.log(close[i + 1] / close[i]);
        }
        return returns;
    }

    /** Sum of the squared daily log returns of days 1 … t, one a day t; 0 for day 0. */
    static double[] squaredSums(double[] close) {
        double[] sums = new double[close.length];
        for (int t = 1; t < close.length; t++) {
            double r = Math.log(close[t] / close[t - 1]);
            sums[t] = sums[t - 1] + r * r;
        }
        return sums;
    }

    /** Closes again: {@code start}·exp(r₁ + … + r(i)), one value a return, without the start itself. */
    public static double[] prices(double start, double[] returns) {
        double[] prices = new double[returns.length];
        double sum = 0;
        for (int i = 0; i < returns.length; i++) {
            sum += returns[i];
            prices[i] = start * Math.exp(sum);
        }
        return prices;
    }
}
