package io.riskloom.engine.model;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;

/** Gives the probability that the price rises over the horizon, from an image of the window. */
public non-sealed interface Classifier extends TrainedModel {
    /** Probability of "up" for the origins {@code from} (inclusive) to {@code to} (exclusive). */
    double[] probabilityUp(PriceHistory history, int from, int to) throws NoticeException;

    /** What each stage of the network makes of the window that ends at {@code origin}, with the class-activation map. */
    FeatureMaps featureMaps(PriceHistory history, int origin) throws NoticeException;

    /** Days needed up to and including the origin. */
    int window();
}
