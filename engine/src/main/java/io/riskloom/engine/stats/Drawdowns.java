package io.riskloom.engine.stats;

/** Falls of a price from its highest point so far. */
public final class Drawdowns {

    private Drawdowns() {}

    /** The largest fall from a peak within the days, as a share of the peak: 1 − e^−{@link #fall}. */
    public static double largest(double[] returns) {
        return -Math.expm1(-fall(returns, 0, returns.length, 0, 1));
    }

    /**
     * The largest falls of windows of a series.
     *
     * @param step days from one window to the next
     * @return empty where the series is shorter than a window
     */
    public static double[] largest(double[] returns, int days, int step) {
        int windows = returns.length < days ? 0 : (returns.length - days) / step + 1;
        double[] largest = new double[windows];
        for (int i = 0; i < windows; i++) {
            largest[i] = -Math.expm1(-fall(returns, i * step, i * step + days, 0, 1));
        }
        return largest;
    }

    /**
     * Gain/loss asymmetry (Cont 2001: prices fall deeper than they rise): ln of the mean largest fall over the mean largest rise
     * within windows, both in log prices without the drift of the series. 0 for a symmetric series, positive where falls are
     * deeper; NaN for a series that is shorter than a window or does not vary.
     */
    public static double gainLoss(double[] returns, int days, int step) {
        double drift = Moments.mean(returns);
        double falls = 0;
        double rises = 0;
        for (int from = 0; from + days <= returns.length; from += step) {
            falls += fall(returns, from, from + days, drift, 1);
            rises += fall(returns, from, from + days, drift, -1);
        }
        return falls > 0 && rises > 0 ? Math.log(falls / rises) : Double.NaN;
    }

    /** max over s ≤ t of S(s) − S(t), S the sums of sign·(r − drift) from the first day on, S = 0 before it. */
    private static double fall(double[] returns, int from, int to, double drift, int sign) {
        double sum = 0;
        double peak = 0;
        double most = 0;
        for (int t = from; t < to; t++) {
            sum += sign * (returns[t] - drift);
            peak = Math.max(peak, sum);
            most = Math.max(most, peak - sum);
        }
        return most;
    }
}
