package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.recurrent.LSTM;

/** Stacked LSTM layers over a window; the last day's state goes through a linear layer to one number a step ahead. */
final class LstmNetwork {
    private static final NDIndex LAST_DAY = new NDIndex(":, -1, :");

    private LstmNetwork() {}

    /** @param steps numbers that the network answers */
    static Chain of(int units, int layers, double dropout, int steps) {
        Chain chain = new Chain()
                .add(
                        "lstm",
                        LSTM.builder()
                                .setStateSize(units)
                                .setNumLayers(layers)
                                .optDropRate(layers > 1 ? (float) dropout : 0)
                                .build())
                .add("last", new LambdaBlock(LstmNetwork::lastDay, "last"));
        if (dropout > 0) {
            chain.add("dropout", Dropout.builder().optRate((float) dropout).build());
        }
        return chain.add("head", Linear.builder().setUnits(steps).build());
    }

    private static NDList lastDay(NDList states) {
        NDArray last = states.head().get(LAST_DAY);
        return new NDList(last);
    }
}
