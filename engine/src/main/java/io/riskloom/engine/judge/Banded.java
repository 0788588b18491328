package io.riskloom.engine.judge;

import java.util.Arrays;

/**
 * Forecasts with bands in the unit that is learnt; all matrices are origins × steps.
 *
 * @param point the forecast
 */
public record Banded(double[][] point, double[][] low50, double[][] high50, double[][] low90, double[][] high90) {

    /** Those of origins {@code from} … {@code to} − 1. */
    Banded rows(int from, int to) {
        return new Banded(
                Arrays.copyOfRange(point, from, to),
                Arrays.copyOfRange(low50, from, to),
                Arrays.copyOfRange(high50, from, to),
                Arrays.copyOfRange(low90, from, to),
                Arrays.copyOfRange(high90, from, to));
    }
}
