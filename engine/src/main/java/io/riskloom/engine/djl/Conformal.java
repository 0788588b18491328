package io.riskloom.engine.djl;

import java.util.Arrays;

/**
 * Half-widths of forecast bands for each step ahead, by locally weighted split conformal prediction (Lei et al.
 * 2018): the ⌈(n + 1)·level⌉-th smallest of the absolute errors |r − r̂| / σ on held-out origins, where r is the
 * cumulative log return and σ the volatility that was known at the origin. A band is r̂ ± half-width · σ. Exact for
 * exchangeable errors; days in a row are not, so that the coverage on the test span is measured, not promised.
 *
 * @param half50 one a step
 * @param half90 one a step
 */
record Conformal(double[] half50, double[] half90) {

    /**
     * @param actual   origins × steps, cumulative log returns
     * @param forecast the same
     * @param sigma    one an origin, positive
     */
    static Conformal fit(double[][] actual, double[][] forecast, double[] sigma) {
        int steps = forecast[0].length;
        double[] half50 = new double[steps];
        double[] half90 = new double[steps];
        for (int s = 0; s < steps; s++) {
            double[] errors = new double[actual.length];
            for (int i = 0; i < errors.length; i++) {
                errors[i] = Math.abs(actual[i][s] - forecast[i][s]) / sigma[i];
            }
            half50[s] = rank(errors, 0.5);
            half90[s] = rank(errors, 0.9);
        }
        return new Conformal(half50, half90);
    }

    /** The r̂ with its bands, which are half-width · σ wide on either side. */
    ReturnForecast around(double[][] forecast, double[] sigma) {
        return new ReturnForecast(
                forecast,
                beside(forecast, half50, sigma, -1),
                beside(forecast, half50, sigma, 1),
                beside(forecast, half90, sigma, -1),
                beside(forecast, half90, sigma, 1));
    }

    private static double[][] beside(double[][] forecast, double[] half, double[] sigma, int side) {
        double[][] ends = new double[forecast.length][half.length];
        for (int i = 0; i < ends.length; i++) {
            for (int s = 0; s < half.length; s++) {
                ends[i][s] = forecast[i][s] + side * half[s] * sigma[i];
            }
        }
        return ends;
    }

    /** The ⌈(n + 1)·level⌉-th smallest of n scores, the largest where there are too few. */
    static double rank(double[] scores, double level) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil((sorted.length + 1) * level);
        return sorted[Math.min(rank, sorted.length) - 1];
    }

    /** {@link #sigma(double[], int, int)} of each origin. */
    static double[] sigma(double[] close, int[] origins, int days) {
        return Arrays.stream(origins)
                .mapToDouble(origin -> sigma(close, origin, days))
                .toArray();
    }

    /** Root mean squared daily log return of the {@code days} days up to the origin; tiny instead of zero. */
    static double sigma(double[] close, int origin, int days) {
        double sum = 0;
        for (int t = origin - days + 1; t <= origin; t++) {
            double r = Math.log(close[t] / close[t - 1]);
            sum += r * r;
        }
        return Math.max(1e-8, Math.sqrt(sum / days));
    }
}
