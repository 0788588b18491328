package io.riskloom.engine.judge;

import io.riskloom.engine.model.Forecast;
import java.time.LocalDate;

/**
 * Everything about one test origin, in the unit that is shown.
 *
 * @param day       its place in {@link Joined#levels}
 * @param last      the last value
 * @param forecast  one a step, as the following
 * @param naive     by which MASE divides; NaN where there is none
 * @param loss      mean over the steps, see {@link #loss}
 * @param lastLoss  the last value's
 * @param plainLoss of each plain model but the last value
 */
record Row(
        LocalDate date,
        int day,
        double last,
        double[] forecast,
        double[] actual,
        double[] low50,
        double[] high50,
        double[] low90,
        double[] high90,
        double naive,
        double loss,
        double lastLoss,
        double[] plainLoss) {

    /**
     * Mean over the steps that are known: |y − f| of closes, |ln y − ln f| of volatility.
     *
     * @return NaN where no step is known
     */
    static double loss(double[] actual, double[] forecast, boolean volatility) {
        double sum = 0;
        int n = 0;
        for (int s = 0; s < actual.length; s++) {
            if (!Double.isNaN(actual[s])) {
                sum += Math.abs(volatility ? Math.log(actual[s] / forecast[s]) : actual[s] - forecast[s]);
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** The losses of all origins. */
    static double[] losses(Forecast f) {
        double[][] actual = f.actual();
        double[][] forecast = f.forecast();
        boolean volatility = f.quantity().equals(Forecast.VOLATILITY);
        double[] losses = new double[actual.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = loss(actual[i], forecast[i], volatility);
        }
        return losses;
    }
}
