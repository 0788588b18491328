package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * RMSprop (Tieleman and Hinton 2012) as PyTorch has it: v ← α·v + (1 − α)·g², b ← μ·b + g / (√v + ε), w ← w − η·b with α = .99,
 * ε = 10⁻⁸.
 */
final class Rmsprop implements Optimiser {
    private static final double ALPHA = 0.99;
    private static final double EPSILON = 1e-8;

    private final Map<String, NDArray> state = new LinkedHashMap<>();
    private final IValue[] lists;
    private final double momentum;

    Rmsprop(Network network, double momentum) {
        this.momentum = momentum;
        Map<String, NDArray> squares = Optimisers.zeros("v.", network);
        Map<String, NDArray> velocity = Optimisers.zeros("b.", network);
        state.putAll(squares);
        state.putAll(velocity);
        lists = new IValue[] {
            Ops.list(network.trainable().values()), Ops.list(squares.values()), Ops.list(velocity.values())
        };
    }

    @Override
    public double step(NDArray loss, double rate) {
        return Ops.call("rmsprop", loss, lists, rate, ALPHA, EPSILON, momentum);
    }

    @Override
    public Map<String, NDArray> state() {
        return Collections.unmodifiableMap(state);
    }

    @Override
    public void resumeAt(long done) {
        // the two means are all that it remembers
    }

    @Override
    public void close() {
        Optimisers.close(lists);
    }
}
