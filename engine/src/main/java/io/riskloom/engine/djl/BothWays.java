package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.recurrent.RecurrentBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * A recurrent layer in both directions: one block reads the window forwards, one backwards, and a day's answer is both
 * states of that day side by side. DJL 0.35's own bidirectional layers do not run on PyTorch: they hand it the biases in
 * an order of their own.
 */
final class BothWays extends AbstractBlock {
    private static final int TIME = 1;
    private static final int STATES = 2;

    private final RecurrentBlock forwards;
    private final RecurrentBlock backwards;

    BothWays(RecurrentBlock forwards, RecurrentBlock backwards) {
        this.forwards = addChildBlock("forwards", forwards);
        this.backwards = addChildBlock("backwards", backwards);
    }

    RecurrentBlock forwards() {
        return forwards;
    }

    RecurrentBlock backwards() {
        return backwards;
    }

    /** Both states of a day side by side. */
    static NDArray joined(NDList states) {
        return NDArrays.concat(states, STATES);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray x = inputs.head();
        NDArray there = forwards.forward(store, new NDList(x), training, params).head();
        NDArray back = backwards
                .forward(store, new NDList(x.flip(TIME)), training, params)
                .head()
                .flip(TIME);
        return new NDList(joined(new NDList(there, back)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape one = forwards.getOutputShapes(inputs)[0];
        return new Shape[] {new Shape(one.get(0), one.get(TIME), 2 * one.get(STATES))};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        forwards.initialize(manager, type, inputs);
        backwards.initialize(manager, type, inputs);
    }
}
