package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.function.UnaryOperator;

/**
 * y_t = leaky(Σ_j W_j·x_{t − j·dilation} + b), slope 0.2, and x_t added where input and output are equally wide. The first
 * (kernel − 1)·dilation days go in and do not come out. Input and output are days × channels, and for the convolution a
 * picture of height one: with weights laid out as {@link Network#channelsLast} does, nothing has to be moved for it, and it
 * costs less than a convolution in one dimension.
 */
final class Dilated extends AbstractBlock {
    private final Block conv;
    private final boolean shortcut;
    private final NDIndex seen;

    /** @param layers what is made of the convolution, see {@link Spectral#layers} */
    Dilated(int channels, int kernel, int dilation, boolean shortcut, UnaryOperator<Block> layers) {
        this.conv = addChildBlock(
                "conv",
                layers.apply(Conv2d.builder()
                        .setKernelShape(new Shape(1, kernel))
                        .setFilters(channels)
                        .optDilation(new Shape(1, dilation))
                        .build()));
        this.shortcut = shortcut;
        this.seen = new NDIndex(":, " + (kernel - 1) * dilation + ":");
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray x = inputs.singletonOrThrow();
        NDArray picture = x.swapAxes(1, 2).expandDims(2);
        NDArray y = conv.forward(store, new NDList(picture), training, params)
                .singletonOrThrow()
                .squeeze(2)
                .swapAxes(1, 2)
                .getNDArrayInternal()
                .leakyRelu(0.2f);
        return new NDList(shortcut ? y.add(x.get(seen)) : y);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape days = conv.getOutputShapes(picture(inputs))[0];
        return new Shape[] {new Shape(days.get(0), days.get(3), days.get(1))};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        conv.initialize(manager, type, picture(inputs));
    }

    private static Shape[] picture(Shape... inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), inputs[0].get(2), 1, inputs[0].get(1))};
    }
}
