package io.riskloom.engine.judge;

import io.riskloom.engine.feature.Target;
import io.riskloom.engine.model.Forecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A model before one series.
 *
 * @param predictor its answers
 * @param target    what they speak of
 * @param dates     of the series' days
 * @param first     first day that it can answer from
 */
public record Outlook(Predictor predictor, Target target, List<LocalDate> dates, int first) {

    public Outlook {
        dates = List.copyOf(dates);
        if (first < 0 || first >= dates.size()) {
            throw new IllegalArgumentException("first origin " + first + " of " + dates.size() + " days");
        }
    }

    /** Forecasts from some days with bands around them, in the unit that is shown. */
    public Forecast forecast(Bands bands, int[] origins) {
        return show(bands.around(this, origins), origins);
    }

    /** Forecasts as they are shown, beside what came; NaN where that lies beyond the last day. */
    public Forecast show(Banded banded, int[] origins) {
        int[] steps = target.steps();
        int n = origins.length;
        List<LocalDate> days = new ArrayList<>(n);
        double[] last = new double[n];
        double[][][] m = new double[6][n][steps.length];
        for (int i = 0; i < n; i++) {
            int origin = origins[i];
            days.add(dates.get(origin));
            last[i] = target.known(origin);
            for (int s = 0; s < steps.length; s++) {
                int day = origin + steps[s];
                m[0][i][s] = target.shown(origin, banded.point()[i][s]);
                m[1][i][s] = day < dates.size() ? target.known(day) : Double.NaN;
                m[2][i][s] = target.shown(origin, banded.low50()[i][s]);
                m[3][i][s] = target.shown(origin, banded.high50()[i][s]);
                m[4][i][s] = target.shown(origin, banded.low90()[i][s]);
                m[5][i][s] = target.shown(origin, banded.high90()[i][s]);
            }
        }
        return new Forecast(target.quantity(), steps, days, last, m[0], m[1], m[2], m[3], m[4], m[5]);
    }
}
