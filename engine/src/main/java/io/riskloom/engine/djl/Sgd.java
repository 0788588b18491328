package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.Collections;
import java.util.Map;

/**
 * Stochastic gradient descent with momentum as PyTorch has it: b ← μ·b + g + λ·w, w ← w − η·b, without dampening and
 * without Nesterov's look ahead.
 */
final class Sgd implements Optimiser {
    private final Map<String, NDArray> velocity;
    private final IValue[] lists;
    private final double momentum;
    private final double decay;
    private final Limits limits;

    Sgd(Network network, double momentum, double decay, Limits limits) {
        this.momentum = momentum;
        this.decay = decay;
        this.limits = limits;
        this.velocity = Optimisers.zeros("b.", network);
        this.lists = new IValue[] {Ops.list(network.trainable().values()), Ops.list(velocity.values())};
    }

    @Override
    public double step(NDArray loss, double rate) {
        return Ops.call("sgd", loss, lists, rate, momentum, decay, limits.l1(), limits.l2(), limits.clipNorm());
    }

    @Override
    public Map<String, NDArray> state() {
        return Collections.unmodifiableMap(velocity);
    }

    @Override
    public void resumeAt(long done) {
        // the velocity is all that it remembers
    }

    @Override
    public void close() {
        Optimisers.close(lists);
    }
}
