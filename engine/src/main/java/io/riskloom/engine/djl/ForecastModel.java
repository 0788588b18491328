package io.riskloom.engine.djl;

import io.riskloom.engine.feature.Scaler;
import java.util.List;

/**
 * What a forecaster needs beside its weights.
 *
 * @param features  names of a day's values
 * @param inputs    scaler of the features, fitted on training days
 * @param targets   scaler of the cumulative log returns, one column a step, fitted on training origins
 * @param bands     half-widths in units of the origin's volatility
 * @param bestEpoch whose weights were kept
 */
record ForecastModel(
        int window, int horizon, List<String> features, Scaler inputs, Scaler targets, Conformal bands, int bestEpoch) {

    /** Days whose returns make the volatility that bands are scaled by. */
    static int volatilityDays(int window) {
        return Math.min(window, 20);
    }
}
