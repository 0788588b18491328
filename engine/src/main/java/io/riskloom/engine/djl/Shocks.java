package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Returns r = .3·μ + softplus(s + .2)·ε from (μ, s) that a network makes of noise, and ε, the first number of a day's noise: a
 * normal shock as wide as the network says has tails as fat as the widths are varied (the SVNN of Wiese et al. 2020). The
 * network answers the last days, rows × days × 2; rows × days come out.
 */
final class Shocks extends AbstractBlock {
    private static final NDIndex MEAN = new NDIndex(":, :, 0");
    private static final NDIndex SCALE = new NDIndex(":, :, 1");

    private final Block network;

    Shocks(Block network) {
        this.network = addChildBlock("network", network);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray noise = inputs.singletonOrThrow();
        NDArray answers = network.forward(store, inputs, training, params).singletonOrThrow();
        long first = noise.getShape().get(1) - answers.getShape().get(1);
        NDArray shock = noise.get(new NDIndex(":, {}:, 0", first));
        NDArray deviation = answers.get(SCALE).add(0.2f).getNDArrayInternal().softPlus();
        return new NDList(Recorded.times(answers.get(MEAN), 0.3).add(deviation.mul(shock)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape answers = network.getOutputShapes(inputs)[0];
        return new Shape[] {new Shape(answers.get(0), answers.get(1))};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        network.initialize(manager, type, inputs);
    }
}
