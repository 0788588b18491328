package io.riskloom.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * Generated price paths, daily log returns of the main series, with what else was generated beside it.
 *
 * @param series     name of the main series, which may be empty
 * @param returns    daily log returns, paths × steps
 * @param startPrice price before the first step
 * @param others     further columns: other series' prices, or open, high, low, close and volume of bars
 */
public record PathSet(String series, double[][] returns, double startPrice, List<Column> others) {

    /**
     * A column of the same paths.
     *
     * @param name   of a series, or {@code open}, {@code high}, {@code low}, {@code close}, {@code volume}
     * @param levels paths × (steps + 1), the first of each before the first step; a bar's first open, high and low are its close
     */
    public record Column(String name, double[][] levels) {
        public Column {
            levels = Matrices.copy(levels);
        }

        @Override
        public double[][] levels() {
            return Matrices.copy(levels);
        }

        /** One of the levels; a long path's are read one by one rather than copied. */
        public double level(int path, int step) {
            return levels[path][step];
        }

        /** Those of one path. */
        public double[] levels(int path) {
            return levels[path].clone();
        }

        /** Log differences from step to step, paths × steps. */
        public double[][] returns() {
            double[][] returns = new double[levels.length][];
            for (int i = 0; i < levels.length; i++) {
                returns[i] = new double[levels[i].length - 1];
                for (int t = 0; t < returns[i].length; t++) {
                    returns[i][t] = Math.log(levels[i][t + 1] / levels[i][t]);
                }
            }
            return returns;
        }
    }

    /** One series alone. */
    public PathSet(double[][] returns, double startPrice) {
        this("", returns, startPrice, List.of());
    }

    public PathSet {
        series = series == null ? "" : series; // runs of earlier versions have neither
        others = others == null ? List.of() : List.copyOf(others);
        returns = Matrices.copy(returns);
    }

    @Override
    public double[][] returns() {
        return Matrices.copy(returns);
    }

    /** One of the returns, of the step from {@code step} to the next. */
    public double move(int path, int step) {
        return returns[path][step];
    }

    public int paths() {
        return returns.length;
    }

    public int length() {
        return returns.length == 0 ? 0 : returns[0].length;
    }

    /** Further column of that name. */
    public Optional<Column> other(String name) {
        return others.stream().filter(column -> column.name().equals(name)).findFirst();
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
