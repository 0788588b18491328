package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Optional;

/**
 * relu(F(x) + shortcut(x)) (He et al. 2015). The shortcut is the identity, or a convolution with kernel 1 where the shape
 * changes.
 */
final class Residual extends AbstractBlock {
    /** A bottleneck's outputs for each of its inner planes. */
    static final int EXPANSION = 4;

    private final Chain main;
    private final Chain shortcut;
    private final Block lastNorm;

    private Residual(Chain main, Optional<Chain> shortcut, Optional<Block> lastNorm) {
        this.main = addChildBlock("main", main);
        this.shortcut = shortcut.map(chain -> addChildBlock("shortcut", chain)).orElse(null);
        this.lastNorm = lastNorm.orElse(null);
    }

    /** Two 3×3 convolutions, the first with the stride, each with batch norm (figure 5 left). */
    static Residual basic(int planes, int stride, boolean project) {
        Chain main = new Chain()
                .add("conv1", conv(planes, 3, stride))
                .add("norm1", norm())
                .then("relu1", Residual::relu)
                .add("conv2", conv(planes, 3, 1))
                .add("norm2", norm());
        return new Residual(main, projection(planes, stride, project), Optional.of(main.part("norm2")));
    }

    /**
     * 1×1, 3×3 and 1×1 convolutions, each with batch norm (figure 5 right). The stride sits on the 3×3 convolution, as
     * torchvision has it ("v1.5").
     */
    static Residual bottleneck(int planes, int stride, boolean project) {
        Chain main = new Chain()
                .add("conv1", conv(planes, 1, 1))
                .add("norm1", norm())
                .then("relu1", Residual::relu)
                .add("conv2", conv(planes, 3, stride))
                .add("norm2", norm())
                .then("relu2", Residual::relu)
                .add("conv3", conv(planes * EXPANSION, 1, 1))
                .add("norm3", norm());
        return new Residual(main, projection(planes * EXPANSION, stride, project), Optional.of(main.part("norm3")));
    }

    /**
     * Two causal convolutions over time, each with a rectifier and dropout (Bai et al. 2018, figure 1 b, without weight
     * norm): day t sees the days t, t − d, … t − (kernel − 1)·d.
     */
    static Residual temporal(int units, int kernel, int dilation, double dropout, boolean project) {
        Chain main = new Chain();
        for (int i = 1; i <= 2; i++) {
            long past = (long) (kernel - 1) * dilation;
            main.then("past" + i, x -> x.pad(new Shape(past, 0), 0))
                    .add("conv" + i, overTime(units, kernel, dilation))
                    .then("relu" + i, Residual::relu)
                    .dropout("dropout" + i, dropout);
        }
        Optional<Chain> shortcut =
                project ? Optional.of(new Chain().add("conv", overTime(units, 1, 1))) : Optional.empty();
        return new Residual(main, shortcut, Optional.empty());
    }

    private static Optional<Chain> projection(int filters, int stride, boolean project) {
        return project
                ? Optional.of(new Chain().add("conv", conv(filters, 1, stride)).add("norm", norm()))
                : Optional.empty();
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

    private static Block overTime(int filters, int kernel, int dilation) {
        return Conv1d.builder()
                .setKernelShape(new Shape(kernel))
                .setFilters(filters)
                .optDilation(new Shape(dilation))
                .build();
    }

    static Block norm() {
        return BatchNorm.builder().optEpsilon(1e-5f).optMomentum(0.9f).build();
    }

    Chain main() {
        return main;
    }

    /** Empty where it is the identity. */
    Optional<Chain> shortcut() {
        return Optional.ofNullable(shortcut);
    }

    /** Scale of the last batch norm of the residual branch; empty where it has none. */
    Optional<NDArray> lastScale() {
        return Optional.ofNullable(lastNorm)
                .map(norm -> norm.getDirectParameters().get("gamma").getArray());
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
