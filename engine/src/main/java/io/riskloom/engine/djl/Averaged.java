package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Running mean of a network's trained weights: after step n, a ← d·a + (1 − d)·w with d = min(share, (1 + n)/(10 + n)), so that
 * the first values are forgotten soon. A generator's mean is steadier than its last weights.
 */
final class Averaged {
    private final Network network;
    private final double share;
    private final Map<String, NDArray> means = new LinkedHashMap<>();
    private long steps;

    /** @param share in [0, 1); 0 for none: then the weights themselves are meant everywhere */
    Averaged(Network network, double share) {
        this.network = network;
        this.share = share;
        if (share > 0) {
            network.trainable().forEach((name, weight) -> {
                NDArray mean = Ops.zeros(weight);
                Ops.put(weight, mean);
                means.put(name, mean);
            });
        }
    }

    /** After a step. */
    void follow() {
        steps++;
        double kept = Math.min(share, (1.0 + steps) / (10.0 + steps));
        Map<String, NDArray> weights = network.trainable();
        means.forEach((name, mean) -> {
            mean.muli(kept);
            try (NDArray part = weights.get(name).mul(1 - kept)) {
                mean.addi(part);
            }
        });
    }

    /** What the work says while the means stand in the network. */
    <T> T with(Supplier<T> work) {
        swap();
        try {
            return work.get();
        } finally {
            swap();
        }
    }

    private void swap() {
        Map<String, NDArray> weights = network.trainable();
        means.forEach((name, mean) -> {
            NDArray weight = weights.get(name);
            try (NDArray held = weight.duplicate()) {
                Ops.put(mean, weight);
                Ops.put(held, mean);
            }
        });
    }

    /** The network's state with the means in place of the trained weights. */
    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>(network.state());
        state.putAll(means);
        return state;
    }

    /** The means, for a checkpoint. */
    Map<String, NDArray> saved() {
        return Map.copyOf(means);
    }

    void resumeAt(long done) {
        steps = done;
    }
}
