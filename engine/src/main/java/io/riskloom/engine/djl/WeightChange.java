package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How far one step moves the weights: ‖w' − w‖₂ / ‖w‖₂ over all of them together. About 10⁻³ is usual for Adam; far above,
 * the rate is too high, far below, nothing is learnt any more. Remembers the weights when it is made.
 */
final class WeightChange implements AutoCloseable {
    private final NDManager scratch;
    private final Collection<NDArray> weights;
    private final List<NDArray> before;

    WeightChange(Collection<NDArray> weights, NDManager manager) {
        this.weights = weights;
        this.scratch = manager.newSubManager();
        this.before = new ArrayList<>(weights.size());
        try {
            for (NDArray weight : weights) {
                NDArray copy = weight.duplicate();
                copy.attach(scratch);
                before.add(copy);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            scratch.close();
            throw e;
        }
    }

    /** Since this was made; NaN where all weights were zero. Once: the memory of the old weights is used up. */
    double ratio() {
        double whole = 0;
        double moved = 0;
        int i = 0;
        for (NDArray weight : weights) {
            NDArray old = before.get(i++);
            whole += old.square().sum().getFloat();
            moved += old.subi(weight).square().sum().getFloat();
        }
        return Math.sqrt(moved / whole);
    }

    @Override
    public void close() {
        scratch.close();
    }
}
