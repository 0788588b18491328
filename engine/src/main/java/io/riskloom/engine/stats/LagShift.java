package io.riskloom.engine.stats;

import java.util.Arrays;

/**
 * "Is it just yesterday?" A forecast for {@code step} days ahead is laid beside the series on the day it is meant for and on
 * k days earlier: mae(k) = mean |f(t) − x(t + step − k)|, over the same origins t for every k. From k = {@code step} on
 * these days were known when the forecast was made: a forecast that fits one of them best, tracks the past. Of a random walk
 * every honest forecast does.
 *
 * @param step    days ahead
 * @param mae     by lag k = 0 … K, in the series' unit; NaN without any origin
 * @param best    the lag of the least one, the smallest of equals; 0 without any origin
 * @param origins how many origins counted
 */
public record LagShift(int step, double[] mae, int best, int origins) {

    public LagShift {
        mae = mae.clone();
    }

    /**
     * Origins whose day t + step is not there yet, whose day t + step − K lies before the series, or whose
     * numbers are NaN, are left out.
     *
     * @param actual   the series by day, in the unit of the forecasts (closes, log volatility)
     * @param origins  days that forecasts were made on
     * @param forecast for the day {@code step} days after each origin
     * @param mostLag  K, at least {@code step}
     */
    public static LagShift of(double[] actual, int[] origins, double[] forecast, int step, int mostLag) {
        Moments.sameLength("origins and forecasts", origins.length, forecast.length);
        if (step < 1 || mostLag < step) {
            throw new IllegalArgumentException("lags up to " + mostLag + " for step " + step);
        }
        int[] used = usable(actual, origins, forecast, step, mostLag);
        double[] mae = new double[mostLag + 1];
        for (int i : used) {
            for (int k = 0; k <= mostLag; k++) {
                mae[k] += Math.abs(forecast[i] - actual[origins[i] + step - k]) / used.length;
            }
        }
        if (used.length == 0) {
            Arrays.fill(mae, Double.NaN);
        }
        return new LagShift(step, mae, least(mae), used.length);
    }

    private static int[] usable(double[] actual, int[] origins, double[] forecast, int step, int mostLag) {
        int[] used = new int[origins.length];
        int n = 0;
        for (int i = 0; i < origins.length; i++) {
            int first = origins[i] + step - mostLag;
            int last = origins[i] + step;
            if (first >= 0 && last < actual.length && !Double.isNaN(forecast[i]) && known(actual, first, last)) {
                used[n++] = i;
            }
        }
        return Arrays.copyOf(used, n);
    }

    private static boolean known(double[] actual, int first, int last) {
        return Arrays.stream(actual, first, last + 1).noneMatch(Double::isNaN);
    }

    private static int least(double[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            best = values[k] < values[best] ? k : best;
        }
        return best;
    }

    /** Whether the forecast fits a day that was known already better than every later one. */
    public boolean justYesterday() {
        return best >= step;
    }

    @Override
    public double[] mae() {
        return mae.clone();
    }
}
