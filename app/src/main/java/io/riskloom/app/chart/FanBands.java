package io.riskloom.app.chart;

import java.util.Arrays;

/**
 * Quantiles of generated paths, step by step.
 *
 * @param quantiles one row for each of the shares 5, 25, 50, 75 and 95 %, one column a step
 */
public record FanBands(double[][] quantiles) {

    private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

    /** Sorts every step, which takes a moment for many paths: call it in the background. */
    public static FanBands of(double[][] paths) {
        return of(
                paths, Arrays.stream(paths).mapToInt(path -> path.length).max().orElse(0));
    }

    /** Quantiles of the finite values of each step, linearly interpolated at {@code share·(n − 1)}; NaN without values. */
    static FanBands of(double[][] paths, int steps) {
        double[][] result = new double[SHARES.length][steps];
        double[] column = new double[paths.length];
        for (int t = 0; t < steps; t++) {
            int n = 0;
            for (double[] path : paths) {
                if (t < path.length && Double.isFinite(path[t])) {
                    column[n++] = path[t];
                }
            }
            Arrays.sort(column, 0, n);
            for (int q = 0; q < SHARES.length; q++) {
                double at = SHARES[q] * (n - 1);
                int i = (int) Math.floor(at);
                result[q][t] =
                        n == 0 ? Double.NaN : column[i] + (at - i) * (column[Math.min(n - 1, i + 1)] - column[i]);
            }
        }
        return new FanBands(result);
    }

    int steps() {
        return quantiles[0].length;
    }

    /** The same quantiles over more steps, NaN in those. */
    double[][] over(int steps) {
        double[][] longer = new double[quantiles.length][];
        for (int q = 0; q < longer.length; q++) {
            longer[q] = Arrays.copyOf(quantiles[q], steps);
            Arrays.fill(longer[q], Math.min(steps, quantiles[q].length), steps, Double.NaN);
        }
        return longer;
    }
}
