package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.function.UnaryOperator;

/**
 * A judge of rows [condition | window | statistics]: what a network over days makes of the window, side by side with condition
 * and statistics, through a layer with leaky rectifiers (slope 0.2) to one number.
 */
final class WindowJudge extends AbstractBlock {
    private final int conditions;
    private final int days;
    private final int series;
    private final Block overDays;
    private final Chain head;

    /**
     * @param overDays rows × days × series to rows × numbers
     * @param layers   what is made of the linear layers, see {@link Spectral#layers}
     */
    WindowJudge(Block overDays, int conditions, int days, int series, int units, UnaryOperator<Block> layers) {
        this.conditions = conditions;
        this.days = days;
        this.series = series;
        this.overDays = addChildBlock("days", overDays);
        this.head = addChildBlock(
                "head",
                new Chain()
                        .add(
                                "dense",
                                layers.apply(Linear.builder().setUnits(units).build()))
                        .then("leaky", x -> x.getNDArrayInternal().leakyRelu(0.2f))
                        .add("answer", layers.apply(Linear.builder().setUnits(1).build())));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray rows = inputs.singletonOrThrow();
        int end = conditions + days * series;
        NDArray window = rows.get(new NDIndex(":, {}:{}", conditions, end)).reshape(-1, days, series);
        NDList all =
                new NDList(overDays.forward(store, new NDList(window), training).singletonOrThrow());
        if (conditions > 0) {
            all.add(rows.get(new NDIndex(":, :{}", conditions)));
        }
        if (rows.getShape().get(1) > end) {
            all.add(rows.get(new NDIndex(":, {}:", end)));
        }
        // DJL's concatenation of a single array has no gradient
        NDArray seen = all.size() == 1 ? all.head() : NDArrays.concat(all, 1);
        return head.forward(store, new NDList(seen), training);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), 1)};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        long rows = inputs[0].get(0);
        Shape window = new Shape(rows, days, series);
        overDays.initialize(manager, type, window);
        long seen = overDays.getOutputShapes(new Shape[] {window})[0].get(1);
        head.initialize(manager, type, new Shape(rows, seen + inputs[0].get(1) - (long) days * series));
    }
}
