package io.riskloom.engine.model;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;

/** Gives the probability of each direction over the horizon, from a window. */
public non-sealed interface Classifier extends TrainedModel {
    /** Probability of "up" for the origins {@code from} (inclusive) to {@code to} (exclusive). */
    double[] probabilityUp(PriceHistory history, int from, int to) throws NoticeException;

    /**
     * Origins × classes, in the order down (flat) up: the last column is {@link #probabilityUp}.
     *
     * @throws NoticeException where an origin has fewer than {@link #window} days behind it
     */
    default double[][] probabilities(PriceHistory history, int from, int to) throws NoticeException {
        return Matrices.ofTwo(probabilityUp(history, from, to));
    }

    /** What each stage of the network makes of the window that ends at {@code origin}, with the class-activation map. */
    FeatureMaps featureMaps(PriceHistory history, int origin) throws NoticeException;

    /** Days needed up to and including the origin. */
    int window();
}
