package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RNN;
import ai.djl.nn.recurrent.RecurrentBlock;
import ai.djl.util.Pair;

/**
 * One layer of a recurrent block, which may hold several.
 *
 * @param layer     its number in the block, from 0
 * @param backwards whether it reads from the last day to the first
 */
record RecurrentLayer(RecurrentBlock block, int layer, boolean backwards) {
    private static final int TIME = 1;

    /** Layers of a block, from what its weights are called: {@code l_0_i2h_WEIGHT}. */
    static int count(RecurrentBlock block) {
        int count = 0;
        for (Pair<String, Parameter> own : block.getDirectParameters()) {
            count = Math.max(count, number(own.getKey()) + 1);
        }
        return count;
    }

    private static int number(String weight) {
        return Integer.parseInt(weight.split("_")[1]);
    }

    /** {@code lstm}, {@code gru} or {@code rnn}. */
    String kind() {
        return switch (block) {
            case LSTM lstm -> "lstm";
            case GRU gru -> "gru";
            default -> "rnn";
        };
    }

    int units() {
        return Math.toIntExact(weights().get(1).getShape().get(1));
    }

    /** From the input, from the state, and a bias of each; gates one after the other in the order of PyTorch. */
    NDList weights() {
        NDList weights = new NDList();
        for (Pair<String, Parameter> own : block.getDirectParameters()) {
            if (number(own.getKey()) == layer) {
                weights.add(own.getValue().getArray());
            }
        }
        return weights;
    }

    /**
     * The states of all days, rows × days × units, in the order of the days; the first starts from zeros.
     *
     * @param days rows × days × numbers
     */
    NDArray states(NDArray days) {
        NDArray states = run(backwards ? days.flip(TIME) : days);
        return backwards ? states.flip(TIME) : states;
    }

    private NDArray run(NDArray x) {
        NDArrayEx in = x.getNDArrayInternal();
        NDArray start = zeros(x);
        boolean training = x.getDevice().isGpu(); // CUDA's layers have a slope in training only
        return switch (kind()) {
            case "lstm" ->
                in.lstm(x, new NDList(start, zeros(x)), weights(), true, 1, 0, training, false, true)
                        .head();
            case "gru" ->
                in.gru(x, start, weights(), true, 1, 0, training, false, true).head();
            default ->
                in.rnn(x, start, weights(), true, 1, RNN.Activation.TANH, 0, training, false, true)
                        .head();
        };
    }

    private NDArray zeros(NDArray x) {
        return x.getManager().zeros(new Shape(1, x.getShape().get(0), units()));
    }
}
