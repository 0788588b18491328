package io.riskloom.app.forecast;

import io.riskloom.engine.model.Forecast;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * How often the bands held lately: at each test origin the share of what came, over all steps of the last {@value #WINDOW}
 * origins, that lay within them. NaN before there are as many origins.
 *
 * @param dates origins
 */
record RollingCoverage(List<LocalDate> dates, double[] share50, double[] share90) {

    static final int WINDOW = 60;

    static RollingCoverage of(Forecast test) {
        return new RollingCoverage(
                test.origins(),
                shares(test.actual(), test.lower50(), test.upper50()),
                shares(test.actual(), test.lower90(), test.upper90()));
    }

    private static double[] shares(double[][] actual, double[][] lower, double[][] upper) {
        double[] shares = new double[actual.length];
        Arrays.fill(shares, Double.NaN);
        int held = 0;
        int known = 0;
        for (int o = 0; o < actual.length; o++) {
            held += held(actual[o], lower[o], upper[o]);
            known += known(actual[o], lower[o]);
            if (o >= WINDOW) {
                held -= held(actual[o - WINDOW], lower[o - WINDOW], upper[o - WINDOW]);
                known -= known(actual[o - WINDOW], lower[o - WINDOW]);
            }
            if (o >= WINDOW - 1 && known > 0) {
                shares[o] = (double) held / known;
            }
        }
        return shares;
    }

    private static int held(double[] actual, double[] lower, double[] upper) {
        int count = 0;
        for (int s = 0; s < actual.length; s++) {
            count += actual[s] >= lower[s] && actual[s] <= upper[s] ? 1 : 0;
        }
        return count;
    }

    private static int known(double[] actual, double[] lower) {
        int count = 0;
        for (int s = 0; s < actual.length; s++) {
            count += Double.isNaN(actual[s]) || Double.isNaN(lower[s]) ? 0 : 1;
        }
        return count;
    }

    /** Whether there is a share at all. */
    boolean there() {
        return Arrays.stream(share90).anyMatch(Double::isFinite);
    }
}
