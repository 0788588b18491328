package io.riskloom.engine.judge;

import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.model.PathSight.Backtest;
import io.riskloom.engine.stats.Christoffersen;
import io.riskloom.engine.stats.Kupiec;
import io.riskloom.engine.stats.Quantiles;
import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * One-day values at risk of a long position, each forecast for a day from the days before it, and how they held. A short
 * position is a long one in negated returns. Returns and losses are logarithmic.
 */
public final class OneDayRisk {

    /** Days before a day whose quantile is its historical value at risk. */
    public static final int TRAILING = 500;

    public static final String HISTORICAL = "historical";

    private OneDayRisk() {}

    /**
     * The quantile ({@link Quantiles#forecast}) of the {@link #TRAILING} days before each test day, or of as many as there are.
     *
     * @param known daily log returns before the test days, at least one
     * @param test  daily log returns
     * @param level share of worse days
     */
    public static double[] historical(double[] known, double[] test, double level) {
        double[] all = joined(known, test);
        double[] forecast = new double[test.length];
        for (int t = 0; t < test.length; t++) {
            int day = known.length + t;
            double[] before = Arrays.copyOfRange(all, Math.max(0, day - TRAILING), day);
            Arrays.sort(before);
            forecast[t] = -Quantiles.forecast(before, level);
        }
        return forecast;
    }

    /**
     * −μ − σ(t)·q with the variance that a GARCH(1,1)-t of the known days gives each test day and the quantile q of its
     * innovations: parameters are not fitted anew within the test days.
     */
    public static double[] garch(Garch garch, double[] known, double[] test, double level) {
        double nu = garch.nu();
        double quantile = new TDistribution(nu).inverseCumulativeProbability(level) * Math.sqrt((nu - 2) / nu);
        double[] variances = garch.variances(joined(known, test), known.length);
        double[] forecast = new double[test.length];
        for (int t = 0; t < test.length; t++) {
            forecast[t] = -garch.mu() - Math.sqrt(variances[known.length + t]) * quantile;
        }
        return forecast;
    }

    /**
     * How forecasts held: exceedances, {@link Kupiec} and {@link Christoffersen}.
     *
     * @param forecast value at risk as a positive log loss, one a test day
     * @param test     daily log returns, at least one
     */
    public static Backtest tested(String simulator, double level, double[] forecast, double[] test) {
        boolean[] exceeded = exceeded(forecast, test);
        Christoffersen pairs = Christoffersen.test(exceeded, level);
        int hits = 0;
        for (boolean hit : exceeded) {
            hits += hit ? 1 : 0;
        }
        double kupiec = Kupiec.test(hits, test.length, level).pValue();
        return new Backtest(simulator, level, forecast, hits, kupiec, pairs.independenceP(), pairs.conditionalP());
    }

    /** On which days the loss was larger than its forecast. */
    public static boolean[] exceeded(double[] forecast, double[] test) {
        boolean[] exceeded = new boolean[test.length];
        for (int t = 0; t < test.length; t++) {
            exceeded[t] = -test[t] > forecast[t];
        }
        return exceeded;
    }

    private static double[] joined(double[] known, double[] test) {
        double[] all = Arrays.copyOf(known, known.length + test.length);
        System.arraycopy(test, 0, all, known.length, test.length);
        return all;
    }
}
