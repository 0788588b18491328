package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RNN;
import ai.djl.nn.recurrent.RecurrentBlock;

/**
 * Recurrent layers over a window; the state after the last day goes through a linear layer to one number a step ahead. In
 * both directions, the state of the backward pass after its last day, which is the window's first, joins it.
 */
final class Recurrent {
    private static final NDIndex LAST_DAY = new NDIndex(":, -1, :");
    private static final int SIMPLE_LAYERS = 3;

    private Recurrent() {}

    /** @param steps numbers that the network answers */
    static Chain lstm(int units, int layers, boolean bidirectional, double dropout, int steps) {
        Kind kind = (count, rate) -> LSTM.builder()
                .setStateSize(units)
                .setNumLayers(count)
                .optDropRate(rate)
                .build();
        return stacked("lstm", kind, units, layers, bidirectional, dropout, steps);
    }

    /** Gates as in PyTorch: the reset gate weighs the state after its matrix (Cho et al. 2014, version 1). */
    static Chain gru(int units, int layers, boolean bidirectional, double dropout, int steps) {
        Kind kind = (count, rate) -> GRU.builder()
                .setStateSize(units)
                .setNumLayers(count)
                .optDropRate(rate)
                .build();
        return stacked("gru", kind, units, layers, bidirectional, dropout, steps);
    }

    /** So many layers in one block, with dropout between them. */
    @FunctionalInterface
    private interface Kind {
        RecurrentBlock of(int layers, float dropout);
    }

    /** Three layers h(t) = tanh(W·x(t) + U·h(t−1) + b) with units, units / 2 and units / 4 states, at least one each. */
    static Chain simple(int units, double dropout, int steps) {
        Chain chain = new Chain();
        for (int i = 0; i < SIMPLE_LAYERS; i++) {
            RNN layer = RNN.builder()
                    .setStateSize(Math.max(1, units >> i))
                    .setNumLayers(1)
                    .setActivation(RNN.Activation.TANH)
                    .build();
            chain.add("rnn" + (i + 1), layer);
            if (i < SIMPLE_LAYERS - 1) {
                chain.dropout("dropout" + (i + 1), dropout);
            }
        }
        return headed(chain, -1, dropout, steps);
    }

    private static Chain stacked(
            String name, Kind kind, int units, int layers, boolean bidirectional, double dropout, int steps) {
        Chain chain = new Chain();
        if (!bidirectional) {
            return headed(chain.add(name, kind.of(layers, layers > 1 ? (float) dropout : 0)), -1, dropout, steps);
        }
        for (int i = 1; i <= layers; i++) {
            chain.add(name + i, new BothWays(kind.of(1, 0), kind.of(1, 0)));
            if (i < layers) {
                chain.dropout("dropout" + i, dropout);
            }
        }
        return headed(chain, units, dropout, steps);
    }

    /** @param forward states of the forward direction where there are two, else −1 */
    private static Chain headed(Chain chain, int forward, double dropout, int steps) {
        return chain.add("last", new LambdaBlock(states -> new NDList(last(states.head(), forward)), "last"))
                .dropout("dropout", dropout)
                .add("head", Linear.builder().setUnits(steps).build());
    }

    private static NDArray last(NDArray states, int forward) {
        if (forward < 0) {
            return states.get(LAST_DAY);
        }
        NDArray last = states.get(new NDIndex(":, -1, :{}", forward));
        NDArray first = states.get(new NDIndex(":, 0, {}:", forward));
        return NDArrays.concat(new NDList(last, first), 1);
    }
}
