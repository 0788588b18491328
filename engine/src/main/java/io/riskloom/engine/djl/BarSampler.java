package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Draws windows of bars, rows of a context and the moves.
 *
 * @param network a {@link BarGenerator}, or a {@link ContextMaker} that makes contexts too
 */
record BarSampler(Network network, BarGenerator.Size size) implements Sampler {

    static BarSampler of(BarGenerator.Size size, boolean making) {
        int first = making ? ContextMaker.SOURCES : size.shape().contexts();
        Shape noise = new Shape(first + (long) size.noise());
        return new BarSampler(new Network(making ? new ContextMaker(size) : new BarGenerator(size), noise), size);
    }

    boolean making() {
        return network.block() instanceof ContextMaker;
    }

    /** Of contexts that are made; a sampler that makes none is given the mean context. */
    @Override
    public NDArray noise(NDManager manager, int rows) {
        return making()
                ? manager.randomNormal(new Shape(rows, ContextMaker.SOURCES + size.noise()))
                : behind(manager.zeros(new Shape(rows, size.shape().contexts())));
    }

    @Override
    public NDArray noise(NDManager manager, NDArray real) {
        return making()
                ? noise(manager, Math.toIntExact(real.getShape().get(0)))
                : behind(size.shape().contextsOf(real));
    }

    private NDArray behind(NDArray contexts) {
        NDArray noise =
                contexts.getManager().randomNormal(new Shape(contexts.getShape().get(0), size.noise()));
        return NDArrays.concat(new NDList(contexts, noise), 1);
    }

    /** Rows of given contexts, whether or not it makes contexts. */
    float[] rows(float[]... contexts) {
        try (NDManager scratch = network.manager().newSubManager()) {
            NDArray x = behind(scratch.create(contexts));
            return network.forward(ContextMaker.bars(network), x, false).toFloatArray();
        }
    }
}
