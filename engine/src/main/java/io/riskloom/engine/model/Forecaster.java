package io.riskloom.engine.model;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;

/** Gives forecasts with bands for every day that has a full window behind it. */
public non-sealed interface Forecaster extends TrainedModel {
    /**
     * Forecasts from the origins {@code from} (inclusive) to {@code to} (exclusive), indices of days in the history. An
     * origin's forecast uses no day after it.
     *
     * @throws NoticeException where an origin has fewer than {@code window} days behind it
     */
    Forecast forecast(PriceHistory history, int from, int to) throws NoticeException;

    /** Days needed up to and including the origin. */
    int window();
}
