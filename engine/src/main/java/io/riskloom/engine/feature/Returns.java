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
