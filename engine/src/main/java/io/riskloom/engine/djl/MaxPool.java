package io.riskloom.engine.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** The largest cell of each square window of a picture; cells beyond its edge count as −∞. Sides are rounded down. */
final class MaxPool extends AbstractBlock {
    private final int kernel;
    private final int stride;
    private final int padding;

    MaxPool(int kernel, int stride, int padding) {
        this.kernel = kernel;
        this.stride = stride;
        this.padding = padding;
    }

    int kernel() {
        return kernel;
    }

    int stride() {
        return stride;
    }

    int padding() {
        return padding;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        return new NDList(
                Pool.maxPool2d(inputs.singletonOrThrow(), square(kernel), square(stride), square(padding), false));
    }

    private static Shape square(int side) {
        return new Shape(side, side);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape in = inputs[0];
        return new Shape[] {new Shape(in.get(0), in.get(1), side(in.get(2)), side(in.get(3)))};
    }

    private long side(long cells) {
        return (cells + 2L * padding - kernel) / stride + 1;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        // it has none
    }
}
