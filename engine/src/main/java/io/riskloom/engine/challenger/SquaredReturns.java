package io.riskloom.engine.challenger;

import io.riskloom.engine.feature.VolatilityTarget;
import java.util.Arrays;

/**
 * Squared daily log returns r²(t) of closes, by day, and log volatilities made of them: ½ ln of a mean of r², floored as in
 * {@link VolatilityTarget}, over as many days as there are at the start.
 */
final class SquaredReturns {

    private final double[] returns;

    SquaredReturns(double[] close) {
        returns = new double[close.length];
        for (int t = 1; t < close.length; t++) {
            returns[t] = Math.log(close[t] / close[t - 1]);
        }
    }

    int size() {
        return returns.length;
    }

    double returnOf(int day) {
        return returns[day];
    }

    double[] returns(int first, int last) {
        return Arrays.copyOfRange(returns, first, last + 1);
    }

    double of(int day) {
        return returns[day] * returns[day];
    }

    /** Sum of the {@code days} days up to one, which is at least 0. */
    double sum(int last, int days) {
        double sum = 0;
        for (int t = Math.max(1, last - days + 1); t <= last; t++) {
            sum += of(t);
        }
        return sum;
    }

    /** Log volatility of the {@code days} days up to one, which is at least 0. */
    double logVolatility(int last, int days) {
        return log(sum(last, days) / Math.max(1, Math.min(last, days)));
    }

    /** ½ ln of a mean of r². */
    static double log(double meanSquare) {
        return 0.5 * Math.log(Math.max(VolatilityTarget.FLOOR, meanSquare));
    }
}
