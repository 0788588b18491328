package io.riskloom.engine.djl;

import io.riskloom.engine.feature.Scaler;
import java.util.List;

/**
 * What a forecaster needs beside its weights.
 *
 * @param features  names of a day's values
 * @param inputs    scaler of the features, fitted on training days
 * @param targets   scaler of the cumulative log returns, one column a step, fitted on training origins
 * @param bands     half-widths in units of the origin's volatility; null where the network gives quantiles
 * @param bestEpoch whose weights were kept
 * @param margins   of the network's quantiles; null where it gives none, and in older files
 */
record ForecastModel(
        int window,
        int horizon,
        List<String> features,
        Scaler inputs,
        Scaler targets,
        Conformal bands,
        int bestEpoch,
        ConformalQuantiles margins) {

    /** Of a network whose errors on held-out origins are not known yet. */
    static ForecastModel uncalibrated(
            int window, int horizon, List<String> features, Scaler inputs, Scaler targets, int bestEpoch) {
        return new ForecastModel(window, horizon, features, inputs, targets, null, bestEpoch, null);
    }

    /**
     * With bands from what came on held-out origins.
     *
     * @param actual  origins × steps, cumulative log returns
     * @param answers levels × origins × steps, one level where the network gives no quantiles
     * @param sigma   volatility that was known at each origin
     */
    ForecastModel calibrated(double[][] actual, double[][][] answers, double[] sigma) {
        boolean quantiles = answers.length > 1;
        Conformal fitted = quantiles ? null : Conformal.fit(actual, answers[0], sigma);
        ConformalQuantiles fittedMargins = quantiles ? ConformalQuantiles.fit(actual, answers) : null;
        return new ForecastModel(window, horizon, features, inputs, targets, fitted, bestEpoch, fittedMargins);
    }

    /** The network's answers with the calibrated bands. */
    ReturnForecast around(double[][][] answers, double[] sigma) {
        return margins == null ? bands.around(answers[0], sigma) : margins.around(answers);
    }

    /** Days whose returns make the volatility that bands are scaled by. */
    static int volatilityDays(int window) {
        return Math.min(window, 20);
    }
}
