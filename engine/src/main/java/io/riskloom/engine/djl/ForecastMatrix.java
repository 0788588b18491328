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
     * @param forecast one row for each of them
     */
    static Forecast prices(PriceHistory history, int[] origins, ReturnForecast forecast) {
        double[] close = history.close();
        int n = origins.length;
        int steps = n == 0 ? 0 : forecast.point()[0].length;
        List<LocalDate> dates = new ArrayList<>();
        double[] last = new double[n];
        double[][][] m = new double[6][n][steps];
        for (int i = 0; i < n; i++) {
            int origin = origins[i];
            dates.add(history.dates().get(origin));
            last[i] = close[origin];
            for (int s = 0; s < steps; s++) {
                m[0][i][s] = last[i] * Math.exp(forecast.point()[i][s]);
                m[1][i][s] = origin + s + 1 < close.length ? close[origin + s + 1] : Double.NaN;
                m[2][i][s] = last[i] * Math.exp(forecast.low50()[i][s]);
                m[3][i][s] = last[i] * Math.exp(forecast.high50()[i][s]);
                m[4][i][s] = last[i] * Math.exp(forecast.low90()[i][s]);
                m[5][i][s] = last[i] * Math.exp(forecast.high90()[i][s]);
            }
        }
        return Forecast.ofCloses(dates, last, m[0], m[1], m[2], m[3], m[4], m[5]);
    }
}
