package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * relu(F(x) + shortcut(x)), where F is 1×1, 3×3 and 1×1 convolutions, each with batch norm (He et al. 2015, figure 5
 * right). The stride sits on the 3×3 convolution, as torchvision has it ("v1.5"). The shortcut is the identity, or a
 * 1×1 convolution with batch norm where the shape changes.
 */
final class Bottleneck extends AbstractBlock {
    static final int EXPANSION = 4;

    private final Chain main;
    private final Chain shortcut;

    Bottleneck(int planes, int stride, boolean project) {
        main = addChildBlock(
                "main",
                new Chain()
                        .add("conv1", conv(planes, 1, 1))
                        .add("norm1", norm())
                        .then("relu1", Bottleneck::relu)
                        .add("conv2", conv(planes, 3, stride))
                        .add("norm2", norm())
                        .then("relu2", Bottleneck::relu)
                        .add("conv3", conv(planes * EXPANSION, 1, 1))
                        .add("norm3", norm()));
        shortcut = project
                ? addChildBlock(
                        "shortcut",
                        new Chain()
                                .add("conv", conv(planes * EXPANSION, 1, stride))
                                .add("norm", norm()))
                : null;
    }

    static Block conv(int filters, int kernel, int stride) {
        return Conv2d.builder()
                .setKernelShape(new Shape(kernel, kernel))
                .setFilters(filters)
                .optStride(new Shape(stride, stride))
                .optPadding(new Shape(kernel / 2, kernel / 2))
                .optBias(false)
                .build();
    }

    static Block norm() {
        return BatchNorm.builder().optEpsilon(1e-5f).optMomentum(0.9f).build();
    }

    /** Scale of the last batch norm of the residual branch. */
    NDArray lastScale() {
        return main.part("norm3").getDirectParameters().get("gamma").getArray();
    }

    static NDArray relu(NDArray x) {
        return x.getNDArrayInternal().relu();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray x = inputs.singletonOrThrow();
        NDArray y = main.forward(store, new NDList(x), training, params).singletonOrThrow();
        NDArray beside = shortcut == null
                ? x
                : shortcut.forward(store, new NDList(x), training, params).singletonOrThrow();
        return new NDList(relu(y.add(beside)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return main.getOutputShapes(inputs);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        main.initialize(manager, type, inputs);
        if (shortcut != null) {
            shortcut.initialize(manager, type, inputs);
        }
    }
}
