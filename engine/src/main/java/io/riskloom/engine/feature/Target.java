package io.riskloom.engine.feature;

import io.riskloom.engine.data.PriceHistory;

/**
 * What is forecast of the days after an origin. Learnt, banded and scored in one unit (log returns, log volatility), shown in
 * another (prices, per cent a year). The label of an origin lies in the days after it.
 */
public sealed interface Target permits CloseTarget, VolatilityTarget {

    /** {@code close} or {@code volatility}. */
    String quantity();

    /** Days ahead that each number of a label speaks of, ascending. */
    int[] steps();

    /** Learnt unit; NaN beyond the last day. */
    double[] label(int origin);

    /** What the last value says of each step, in the learnt unit. */
    double[] lastValue(int origin);

    /** By which errors from this origin are divided so that they are alike: known at the origin, positive. */
    double scale(int origin);

    /** The last value in the unit shown. */
    double known(int origin);

    /** A number of a label or a forecast in the unit shown. */
    double shown(int origin, double learnt);

    /** Closes at the given days ahead; scaled by the volatility of the last {@code scaleDays} days. */
    static Target ofCloses(PriceHistory history, int[] steps, int scaleDays) {
        return new CloseTarget(history.close(), steps, scaleDays);
    }

    /**
     * Realised volatility of the {@code days} days that end {@code horizon} days ahead.
     *
     * @param barsPerYear by which it is annualised when shown, see {@link BarsPerYear}
     */
    static Target ofVolatility(PriceHistory history, int days, int horizon, double barsPerYear) {
        return new VolatilityTarget(history.close(), days, horizon, barsPerYear);
    }
}
