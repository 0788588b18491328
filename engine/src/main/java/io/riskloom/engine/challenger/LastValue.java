package io.riskloom.engine.challenger;

import java.util.Arrays;

/** The forecast that every price model has to beat: the price stays as it is. */
public final class LastValue {

    private LastValue() {}

    /** The last close, once for each of {@code horizon} steps. */
    public static double[] forecast(double lastClose, int horizon) {
        double[] steps = new double[horizon];
        Arrays.fill(steps, lastClose);
        return steps;
    }
}
