package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import io.riskloom.engine.model.Learning;
import java.util.Map;

/**
 * Moves a network's weights against the gradients of a loss, and owns the state that this takes, so that a run can go
 * on where it stopped. Close it before its network.
 */
interface Optimiser extends AutoCloseable {

    /**
     * One step along the gradients of a loss with respect to this network's weights alone. Where a gradient is not
     * finite, nothing changes.
     *
     * @param loss a single number with its graph, which is used up
     * @return norm of all gradients together, penalties included, before clipping
     */
    double step(NDArray loss, double rate);

    /** State by name; the arrays themselves, not copies. */
    Map<String, NDArray> state();

    /** Puts the number of steps back; {@link #state()} is filled by the caller. */
    void resumeAt(long steps);

    @Override
    void close();

    /**
     * @param l1       λ of the penalty λ·Σ|w|
     * @param l2       λ of the penalty ½·λ·Σw²
     * @param clipNorm limit of the norm of all gradients together, as {@code torch.nn.utils.clip_grad_norm_} applies it;
     *     0 for none
     */
    record Limits(double l1, double l2, double clipNorm) {
        static final Limits NONE = new Limits(0, 0, 0);
    }

    /** As a specification says. */
    static Optimiser of(Network network, Learning learning) {
        Limits limits = new Limits(learning.l1(), learning.l2(), learning.clipNorm());
        double momentum = learning.momentum();
        double decay = learning.weightDecay();
        return switch (learning.optimiser()) {
            case "adamw" -> new Adam(network, momentum, decay, true, limits);
            case "adam" -> new Adam(network, momentum, decay, false, limits);
            case "sgd" -> new Sgd(network, momentum, decay, limits);
            default -> throw new IllegalArgumentException("no optimiser " + learning.optimiser());
        };
    }
}
