package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Two convolutions over days, each with batch norm where asked: a(F(x) + shortcut(x)) with F(x) = conv(a(conv(x))) (He et al. 2015,
 * figure 2), or a(F(x)) without a shortcut. The shortcut is the identity, or a convolution with kernel 1 where shapes differ.
 */
final class RaceBlock extends AbstractBlock {

    /** Told what every part answers. */
    interface Watch {
        void seen(String stage, NDArray values);
    }

    private static final Watch NOBODY = (stage, values) -> {};

    private final Block conv1;
    private final Optional<Block> norm1;
    private final Block conv2;
    private final Optional<Block> norm2;
    private final Optional<Block> projection;
    private final boolean residual;
    private final UnaryOperator<NDArray> activation;
    private Watch watch = NOBODY;

    /** @param widens whether it takes every second day and another number of channels than its input has */
    RaceBlock(int channels, boolean widens, boolean batchNorm, boolean residual, UnaryOperator<NDArray> activation) {
        this.residual = residual;
        this.activation = activation;
        int stride = widens ? 2 : 1;
        conv1 = addChildBlock("conv1", conv(channels, 3, stride, !batchNorm));
        norm1 = norm("norm1", batchNorm);
        conv2 = addChildBlock("conv2", conv(channels, 3, 1, !batchNorm));
        norm2 = norm("norm2", batchNorm);
        projection = residual && widens
                ? Optional.of(addChildBlock("projection", conv(channels, 1, stride, true)))
                : Optional.empty();
    }

    static Block conv(int filters, int kernel, int stride, boolean bias) {
        return Conv1d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(kernel))
                .optStride(new Shape(stride))
                .optPadding(new Shape(kernel / 2))
                .optBias(bias)
                .build();
    }

    private Optional<Block> norm(String name, boolean wanted) {
        return wanted ? Optional.of(addChildBlock(name, BatchNorm.builder().build())) : Optional.empty();
    }

    boolean projected() {
        return projection.isPresent();
    }

    void watch(Watch watcher) {
        watch = watcher;
    }

    void watchNoMore() {
        watch = NOBODY;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray x = inputs.singletonOrThrow();
        watch.seen("input", x);
        NDArray inner = run("conv1", conv1, store, x, training);
        inner = norm1.isPresent() ? run("norm1", norm1.get(), store, inner, training) : inner;
        inner = activation.apply(inner);
        watch.seen("act1", inner);
        NDArray branch = run("conv2", conv2, store, inner, training);
        branch = norm2.isPresent() ? run("norm2", norm2.get(), store, branch, training) : branch;
        if (residual) {
            NDArray shortcut = projection.isPresent()
                    ? projection.get().forward(store, new NDList(x), training).singletonOrThrow()
                    : x;
            watch.seen("shortcut", shortcut);
            branch = branch.add(shortcut);
            watch.seen("sum", branch);
        }
        NDArray output = activation.apply(branch);
        watch.seen("output", output);
        return new NDList(output);
    }

    private NDArray run(String stage, Block part, ParameterStore store, NDArray x, boolean training) {
        NDArray answer = part.forward(store, new NDList(x), training).singletonOrThrow();
        watch.seen(stage, answer);
        return answer;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return conv2.getOutputShapes(conv1.getOutputShapes(inputs));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        conv1.initialize(manager, type, inputs);
        Shape[] inner = conv1.getOutputShapes(inputs);
        norm1.ifPresent(norm -> norm.initialize(manager, type, inner));
        conv2.initialize(manager, type, inner);
        norm2.ifPresent(norm -> norm.initialize(manager, type, conv2.getOutputShapes(inner)));
        projection.ifPresent(conv -> conv.initialize(manager, type, inputs));
    }
}
