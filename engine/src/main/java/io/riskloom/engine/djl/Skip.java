package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.ParameterList;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * A network over days plus a linear layer on the last day's features: y = network(x) + W·x(last) + b. The network learns what
 * the linear forecast, which {@link #start} sets, leaves over.
 */
final class Skip extends AbstractBlock {
    private static final NDIndex LAST_DAY = new NDIndex(":, -1, :");

    private final Chain main;
    private final Block linear;

    Skip(Chain main, int outputs) {
        this.main = addChildBlock("main", main);
        this.linear = addChildBlock("skip", Linear.builder().setUnits(outputs).build());
    }

    /** The network proper, with or without a linear layer beside it. */
    static Chain body(Block block) {
        return block instanceof Skip skip ? skip.main : (Chain) block;
    }

    Chain main() {
        return main;
    }

    Block linear() {
        return linear;
    }

    /** What the linear layer reads of days × features. */
    static NDArray lastDay(NDArray x) {
        return x.get(LAST_DAY);
    }

    /**
     * Sets the linear layer to the least squares of the samples' targets on their last day's features; the network is expected
     * to start at zero. For quantiles all levels start with the same slopes.
     *
     * @param network of this block
     * @param samples inputs of days × features
     * @return the fit, one target each
     */
    static LinearFit start(Network network, Samples samples) {
        LinearFit fit = LinearFit.of(lastDays(samples), targets(samples));
        ParameterList own = ((Skip) network.block()).linear.getDirectParameters();
        Parameter weight = own.get("weight");
        int outputs = (int) weight.getArray().getShape().get(0);
        int features = (int) weight.getArray().getShape().get(1);
        float[] weights = new float[outputs * features];
        float[] biases = new float[outputs];
        for (int o = 0; o < outputs; o++) {
            double[] row = fit.slopes()[o % samples.width()];
            for (int f = 0; f < features; f++) {
                weights[o * features + f] = (float) row[f];
            }
            biases[o] = (float) fit.constants()[o % samples.width()];
        }
        weight.getArray().set(weights);
        own.get("bias").getArray().set(biases);
        return fit;
    }

    private static double[][] lastDays(Samples samples) {
        int size = (int) samples.shape().size();
        int features = (int) samples.shape().get(1);
        double[][] days = new double[samples.rows()][features];
        for (int i = 0; i < days.length; i++) {
            for (int f = 0; f < features; f++) {
                days[i][f] = samples.x()[(i + 1) * size - features + f];
            }
        }
        return days;
    }

    private static double[][] targets(Samples samples) {
        double[][] targets = new double[samples.rows()][samples.width()];
        for (int i = 0; i < targets.length; i++) {
            for (int s = 0; s < samples.width(); s++) {
                targets[i][s] = samples.y()[i * samples.width() + s];
            }
        }
        return targets;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray x = inputs.singletonOrThrow();
        NDArray deep = main.forward(store, new NDList(x), training, params).singletonOrThrow();
        NDArray plain =
                linear.forward(store, new NDList(lastDay(x)), training, params).singletonOrThrow();
        return new NDList(deep.add(plain));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return main.getOutputShapes(inputs);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        main.initialize(manager, type, inputs);
        linear.initialize(manager, type, new Shape(inputs[0].get(0), inputs[0].get(2)));
    }
}
