package io.riskloom.engine.model;

/**
 * Generated paths.
 *
 * @param returns    paths × steps, daily log returns; copied in and out
 * @param startPrice price before the first step
 */
public record PathSet(double[][] returns, double startPrice) {
    public PathSet {
        returns = Matrices.copy(returns);
    }

    @Override
    public double[][] returns() {
        return Matrices.copy(returns);
    }

    public int paths() {
        return returns.length;
    }

    public int length() {
        return returns.length == 0 ? 0 : returns[0].length;
    }

    /** Prices, paths × (steps + 1); the first column is {@code startPrice}. */
    public double[][] prices() {
        double[][] prices = new double[returns.length][];
        for (int i = 0; i < returns.length; i++) {
            prices[i] = new double[returns[i].length + 1];
            prices[i][0] = startPrice;
            for (int t = 0; t < returns[i].length; t++) {
                prices[i][t + 1] = prices[i][t] * Math.exp(returns[i][t]);
            }
        }
        return prices;
    }
}
