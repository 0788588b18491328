package io.riskloom.engine.djl;

import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.Forecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Cumulative log returns with bands, turned into prices: close · exp(r). */
final class ForecastMatrix {
    private ForecastMatrix() {}

    /**
     * @param origins  days of the history
     * @param returns  origins × steps, forecast cumulative log returns
     * @param bands    half-widths
     * @param volDays  days of volatility
     */
    static Forecast prices(PriceHistory history, int[] origins, double[][] returns, Conformal bands, int volDays) {
        double[] close = history.close();
        int n = origins.length;
        int steps = n == 0 ? 0 : returns[0].length;
        List<LocalDate> dates = new ArrayList<>();
        double[] last = new double[n];
        double[][][] m = new double[6][n][steps];
        for (int i = 0; i < n; i++) {
            int origin = origins[i];
            dates.add(history.dates().get(origin));
            last[i] = close[origin];
            double sigma = Conformal.sigma(close, origin, volDays);
            for (int s = 0; s < steps; s++) {
                double r = returns[i][s];
                double half50 = bands.half50()[s] * sigma;
                double half90 = bands.half90()[s] * sigma;
                m[0][i][s] = last[i] * Math.exp(r);
                m[1][i][s] = origin + s + 1 < close.length ? close[origin + s + 1] : Double.NaN;
                m[2][i][s] = last[i] * Math.exp(r - half50);
                m[3][i][s] = last[i] * Math.exp(r + half50);
                m[4][i][s] = last[i] * Math.exp(r - half90);
                m[5][i][s] = last[i] * Math.exp(r + half90);
            }
        }
        return new Forecast(dates, last, m[0], m[1], m[2], m[3], m[4], m[5]);
    }
}
