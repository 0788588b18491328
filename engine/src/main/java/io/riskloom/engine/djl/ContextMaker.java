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
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** Contexts of noise, and a window of bars of each: the first {@value #SOURCES} numbers of a row are made into its context. */
final class ContextMaker extends AbstractBlock {
    static final int SOURCES = 8;
    private static final int UNITS = 96;
    private static final NDIndex SOURCE = new NDIndex(":, :" + SOURCES);
    private static final NDIndex NOISE = new NDIndex(":, " + SOURCES + ":");

    private final BarGenerator.Size size;
    private final Chain contexts;
    private final BarGenerator bars;

    ContextMaker(BarGenerator.Size size) {
        this.size = size;
        this.contexts = addChildBlock("contexts", Mlp.leaky(UNITS, size.shape().contexts()));
        this.bars = addChildBlock("bars", new BarGenerator(size));
    }

    /** What makes bars of contexts, of a generator's network. */
    static Block bars(Network network) {
        return network.block() instanceof ContextMaker maker ? maker.bars : network.block();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray x = inputs.singletonOrThrow();
        NDArray made =
                contexts.forward(store, new NDList(x.get(SOURCE)), training).singletonOrThrow();
        NDArray rows = NDArrays.concat(new NDList(made, x.get(NOISE)), 1);
        return bars.forward(store, new NDList(rows), training);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), size.shape().row())};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        long rows = inputs[0].get(0);
        contexts.initialize(manager, type, new Shape(rows, SOURCES));
        bars.initialize(manager, type, new Shape(rows, size.shape().contexts() + (long) size.noise()));
    }
}
