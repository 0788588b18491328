package io.riskloom.engine.stats;

import java.util.Arrays;

/**
 * The benchmark of long forecasts on several columns, such as eight exchange rates, as Informer (Zhou et al. 2021) and
 * LTSF-Linear (Zeng et al. 2023) define it: rows are cut 70 / 10 / 20 in order, every column is standardised by mean and
 * deviation (divisor n) of the first 70 %, and each of the windows of the last 20 %, one a row, is forecast from the
 * {@code input} rows before it. Errors are in standardised units, over all windows, steps and columns. With an input of 96
 * the usual horizons are 96, 192, 336 and 720. The published figures leave out the last windows, fewer than a batch.
 *
 * @param mse     mean squared error
 * @param mae     mean absolute error
 * @param windows how many windows were forecast
 */
public record LongHorizon(double mse, double mae, int windows) {

    /** A plain forecaster of one column, in standardised units. */
    @FunctionalInterface
    public interface Model {
        /** The {@code horizon} values after an input, oldest first. */
        double[] forecast(double[] input, int horizon);
    }

    /** The last value of the input at every step. */
    public static final Model REPEAT_LAST = (input, horizon) -> {
        double[] steps = new double[horizon];
        Arrays.fill(steps, input[input.length - 1]);
        return steps;
    };

    /**
     * @param columns columns × rows, of equal length, at least one column
     * @param input   rows that a forecast sees
     * @throws IllegalArgumentException where the last fifth of the rows is shorter than the horizon, or the rows before
     *     it shorter than the input
     */
    public static LongHorizon of(double[][] columns, int input, int horizon, Model model) {
        int rows = columns[0].length;
        int train = (int) (rows * 0.7);
        int test = (int) (rows * 0.2);
        int windows = test - horizon + 1;
        if (input < 1 || horizon < 1 || windows < 1 || train < 1 || rows - test < input) {
            throw new IllegalArgumentException(
                    rows + " rows are too few for an input of " + input + " and a horizon of " + horizon);
        }
        double squares = 0;
        double sizes = 0;
        for (double[] column : columns) {
            Moments.sameLength("columns", column.length, rows);
            double[] x = standardised(column, train);
            for (int start = rows - test; start < rows - test + windows; start++) {
                double[] forecast = model.forecast(Arrays.copyOfRange(x, start - input, start), horizon);
                for (int s = 0; s < horizon; s++) {
                    double e = x[start + s] - forecast[s];
                    squares += e * e;
                    sizes += Math.abs(e);
                }
            }
        }
        double n = (double) windows * horizon * columns.length;
        return new LongHorizon(squares / n, sizes / n, windows);
    }

    /** A column that does not vary in training is only centred. */
    private static double[] standardised(double[] column, int train) {
        double[] fitted = Arrays.copyOf(column, train);
        double mean = Moments.mean(fitted);
        double deviation = Math.sqrt(Moments.squares(fitted) / train);
        double scale = deviation > 0 ? deviation : 1;
        return Arrays.stream(column).map(v -> (v - mean) / scale).toArray();
    }
}
