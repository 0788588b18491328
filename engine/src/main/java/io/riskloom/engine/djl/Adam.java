package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam (Kingma &amp; Ba 2015) as PyTorch has it: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η·m̂ / (√v̂ + ε)
 * with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ), β₂ = .999, ε = 10⁻⁸. Weight decay λ first takes η·λ·w off the weights where
 * it is decoupled (AdamW, Loshchilov &amp; Hutter 2019), else it adds λ·w to the clipped gradient.
 */
final class Adam implements Optimiser {
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final Map<String, NDArray> state = new LinkedHashMap<>();
    private final IValue[] lists;
    private final double beta1;
    private final double decay;
    private final boolean decoupled;
    private final Limits limits;
    private long steps;

    Adam(Network network, double beta1, double decay, boolean decoupled, Limits limits) {
        this.beta1 = beta1;
        this.decay = decay;
        this.decoupled = decoupled;
        this.limits = limits;
        Map<String, NDArray> weights = network.trainable();
        Map<String, NDArray> first = Optimisers.zeros("m.", network);
        Map<String, NDArray> second = Optimisers.zeros("v.", network);
        state.putAll(first);
        state.putAll(second);
        lists = new IValue[] {Ops.list(weights.values()), Ops.list(first.values()), Ops.list(second.values())};
    }

    @Override
    public double step(NDArray loss, double rate) {
        double norm = Ops.call(
                "adam",
                loss,
                lists,
                steps + 1,
                rate,
                beta1,
                BETA2,
                EPSILON,
                decay,
                decoupled,
                limits.l1(),
                limits.l2(),
                limits.clipNorm());
        if (Double.isFinite(norm)) {
            steps++;
        }
        return norm;
    }

    long steps() {
        return steps;
    }

    @Override
    public Map<String, NDArray> state() {
        return Collections.unmodifiableMap(state);
    }

    @Override
    public void resumeAt(long done) {
        steps = done;
    }

    @Override
    public void close() {
        Optimisers.close(lists);
    }
}
