package io.riskloom.engine.djl;

import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.core.Linear;

/**
 * Temporal convolutions over a window (Bai et al. 2018): residual blocks of two causal convolutions with dilations 1, 2, 4,
 * …, then a linear layer on what the last day has become. It sees 1 + 2·(kernel − 1)·(2^blocks − 1) days.
 */
final class Temporal {
    private static final NDIndex LAST_DAY = new NDIndex(":, :, -1");

    private Temporal() {}

    /**
     * @param features numbers a day
     * @param steps    numbers that the network answers
     */
    static Chain of(int features, int units, int blocks, int kernel, double dropout, int steps) {
        Chain chain = new Chain().then("days", x -> x.swapAxes(1, 2));
        for (int i = 0; i < blocks; i++) {
            boolean project = i == 0 && features != units;
            chain.add("block" + (i + 1), Residual.temporal(units, kernel, 1 << i, dropout, project));
        }
        return chain.then("last", x -> x.get(LAST_DAY))
                .add("head", Linear.builder().setUnits(steps).build());
    }
}
