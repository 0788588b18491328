package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.function.UnaryOperator;

/**
 * Judges a window of bars, all in leaky layers: the whole window in one row, and beside it each day by itself, whose features are
 * averaged over the window, so that what is wrong on single days adds up. Input is what {@link BarShape#seen} gives.
 */
final class BarCritic extends AbstractBlock {
    private static final int DAY_UNITS = 64;

    private final BarShape shape;
    private final Block window;
    private final Block day;
    private final Block features;
    private final Block joined;
    private final Block second;
    private final Block head;

    /**
     * @param units  of the layers on the window
     * @param layers what is made of each layer, see {@link Spectral#layers}
     */
    BarCritic(BarShape shape, int units, UnaryOperator<Block> layers) {
        this.shape = shape;
        this.window = linear("window", units, layers);
        this.day = linear("day", DAY_UNITS, layers);
        this.features = linear("features", DAY_UNITS, layers);
        this.joined = linear("joined", units, layers);
        this.second = linear("second", units, layers);
        this.head = linear("head", 1, layers);
    }

    private Block linear(String name, int units, UnaryOperator<Block> layers) {
        return addChildBlock(name, layers.apply(Linear.builder().setUnits(units).build()));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray x = inputs.singletonOrThrow();
        NDArray days = leaky(through(day, store, shape.daily(x), training));
        NDArray mean = leaky(through(features, store, days, training)).mean(new int[] {1});
        NDArray y = leaky(through(window, store, x, training)).add(through(joined, store, mean, training));
        return new NDList(through(head, store, leaky(through(second, store, y, training)), training));
    }

    private static NDArray through(Block layer, ParameterStore store, NDArray x, boolean training) {
        return layer.forward(store, new NDList(x), training).singletonOrThrow();
    }

    private static NDArray leaky(NDArray x) {
        return x.getNDArrayInternal().leakyRelu(0.2f);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), 1)};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        long rows = inputs[0].get(0);
        long units = window.getOutputShapes(new Shape[] {new Shape(rows, shape.view())})[0].get(1);
        window.initialize(manager, type, new Shape(rows, shape.view()));
        day.initialize(manager, type, new Shape(rows, shape.days(), shape.day()));
        features.initialize(manager, type, new Shape(rows, shape.days(), DAY_UNITS));
        joined.initialize(manager, type, new Shape(rows, DAY_UNITS));
        second.initialize(manager, type, new Shape(rows, units));
        head.initialize(manager, type, new Shape(rows, units));
    }
}
