package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Neural stochastic volatility: r = .3·μ + softplus(s + .2)·ε on each day, (μ, s) of all series from one network of two leaky
 * layers that sees the day's channels of noise: ε's past through {@link Filters}, hidden noises through filters of their own,
 * white noises, ε, and channels of a condition. With several series ε = L·z, L lower triangular with rows of length one, so
 * that the series' days hang together; with one ε = z.
 */
final class StochasticVolatility extends AbstractBlock {
    private final int series;
    private final Chain day;
    private final Parameter mix;

    /** @param units of the two hidden layers */
    StochasticVolatility(int series, int units) {
        this.series = series;
        this.day = addChildBlock("day", Mlp.leaky(units, 2 * series));
        this.mix = series == 1
                ? null
                : addParameter(Parameter.builder()
                        .setName("mix")
                        .setType(Parameter.Type.WEIGHT)
                        .optShape(new Shape(series, series))
                        .build());
    }

    /** Channels of a day: for each series six filters of ε and six of hidden noise, a white noise and ε, and one white noise more. */
    static int channels(int series, int conditions) {
        return series * (2 * Filters.COUNT + 2) + 1 + Fading.CHANNELS * conditions;
    }

    /**
     * Sets L where there are several series.
     *
     * @param factor lower triangular, of the correlations that the series have
     */
    void start(double[][] factor) {
        float[] values = new float[series * series];
        for (int i = 0; i < series; i++) {
            for (int j = 0; j < series; j++) {
                values[i * series + j] = (float) factor[i][j];
            }
        }
        mix.getArray().set(values);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray x = inputs.singletonOrThrow();
        long rows = x.getShape().get(0);
        long days = x.getShape().get(1);
        if (mix != null) {
            x = mixed(x, transposedMix(store.getValue(mix, x.getDevice(), training), x.getManager()));
        }
        NDArray answers = day.forward(store, new NDList(x), training, params).singletonOrThrow();
        NDArray drift = answers.get(new NDIndex(":, :, :{}", series));
        NDArray size = answers.get(new NDIndex(":, :, {}:", series)).add(0.2f);
        NDArray noise = x.get(new NDIndex(":, :, {}:{}", first(), first() + series));
        NDArray returns = Recorded.times(drift, 0.3)
                .add(size.getNDArrayInternal().softPlus().mul(noise));
        return new NDList(returns.reshape(rows, days * series));
    }

    /** Of the channels of ε. */
    private int first() {
        return series * (2 * Filters.COUNT + 1) + 1;
    }

    private NDArray transposedMix(NDArray raw, NDManager manager) {
        float[] lower = new float[series * series];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = i % series <= i / series ? 1 : 0;
        }
        NDArray l = manager.create(lower, new Shape(series, series)).mul(raw);
        return l.div(l.square().sum(new int[] {1}, true).add(1e-12f).sqrt()).transpose();
    }

    /** With ε and its filtered past in place of z and its. */
    private NDArray mixed(NDArray x, NDArray factor) {
        int past = Filters.COUNT * series;
        NDArray filtered = x.get(new NDIndex(":, :, :{}", past));
        long rows = x.getShape().get(0);
        long days = x.getShape().get(1);
        NDArray before = filtered.reshape(rows, days, Filters.COUNT, series).matMul(factor);
        NDArray hidden = x.get(new NDIndex(":, :, {}:{}", past, first()));
        NDArray noise =
                x.get(new NDIndex(":, :, {}:{}", first(), first() + series)).matMul(factor);
        NDArray rest = x.get(new NDIndex(":, :, {}:", first() + series));
        return NDArrays.concat(new NDList(before.reshape(rows, days, past), hidden, noise, rest), 2);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), inputs[0].get(1) * series)};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        day.initialize(manager, type, inputs);
    }
}
