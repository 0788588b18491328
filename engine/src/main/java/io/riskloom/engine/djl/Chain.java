package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import ai.djl.util.PairList;
import java.util.function.UnaryOperator;

/** Blocks one after the other, each under a name that also names its weights. */
final class Chain extends AbstractBlock {

    Chain add(String name, Block block) {
        addChildBlock(name, block);
        return this;
    }

    /** Adds arithmetic without weights. */
    Chain then(String name, UnaryOperator<NDArray> function) {
        return add(name, LambdaBlock.singleton(function::apply, name));
    }

    /** Adds dropout where its rate is above zero. */
    Chain dropout(String name, double rate) {
        return rate > 0 ? add(name, Dropout.builder().optRate((float) rate).build()) : this;
    }

    /** All of a sample's numbers in one row. */
    static NDArray flat(NDArray x) {
        return x.reshape(x.getShape().get(0), -1);
    }

    /** The block of that name. */
    Block part(String name) {
        for (Pair<String, Block> child : getChildren()) {
            if (Names.plain(child.getKey()).equals(name)) {
                return child.getValue();
            }
        }
        throw new IllegalArgumentException(
                "no part " + name + " in " + getChildren().keys());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDList current = inputs;
        for (Block block : getChildren().values()) {
            current = block.forward(store, current, training, params);
        }
        return current;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape[] current = inputs;
        for (Block block : getChildren().values()) {
            current = block.getOutputShapes(current);
        }
        return current;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        Shape[] current = inputs;
        for (Block block : getChildren().values()) {
            block.initialize(manager, type, current);
            current = block.getOutputShapes(current);
        }
    }
}
