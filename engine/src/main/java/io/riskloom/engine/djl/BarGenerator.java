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
import java.util.Arrays;

/**
 * A window of bars from a context and noise. One network of leaky layers makes every day's moves of the context, of noise that
 * belongs to the window, and of daily noises: those of the day and of the two days before, and three filters of the past,
 * Σ φ^(k−1)·e(t − k) over k ≥ 1 at unit variance with φ = exp(−1/τ), τ of 2, 6 and 20 days. Answers rows of the context and the
 * moves, see {@link BarShape}.
 */
final class BarGenerator extends AbstractBlock {
    /** Daily noises before the window's first day. */
    private static final int PAST = 30;

    private static final int LAGS = 3;
    private static final double[] MEMORY = {2, 6, 20};
    private static final int TAPS = LAGS + MEMORY.length;

    private final Size size;
    private final Block window;
    private final Block days;
    private final Block first;
    private final Block second;
    private final Block head;
    private NDArray taps;

    /**
     * @param shape  of the rows
     * @param units  of the layers
     * @param latent noises of a window
     * @param noises of a day
     */
    record Size(BarShape shape, int units, int latent, int noises) {

        /** Numbers of noise behind a context. */
        int noise() {
            return latent + noises * (PAST + shape.days());
        }
    }

    BarGenerator(Size size) {
        this.size = size;
        this.window = linear("window", size.units());
        this.days = linear("days", size.units());
        this.first = linear("first", size.units());
        this.second = linear("second", size.units());
        this.head = linear("head", size.shape().moves());
    }

    private Block linear(String name, int units) {
        return addChildBlock(name, Linear.builder().setUnits(units).build());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray x = inputs.singletonOrThrow();
        int own = size.shape().contexts() + size.latent();
        NDArray whole = through(window, store, x.get(new NDIndex(":, :{}", own)), training);
        NDArray daily = tapped(x.get(new NDIndex(":, {}:", own)));
        NDArray y = leaky(through(days, store, daily, training).add(whole.expandDims(1)));
        y = y.add(leaky(through(first, store, y, training)));
        y = y.add(leaky(through(second, store, y, training)));
        NDArray moves = size.shape().shaped(through(head, store, y, training));
        return new NDList(NDArrays.concat(new NDList(size.shape().contextsOf(x), Chain.flat(moves)), 1));
    }

    private static NDArray through(Block layer, ParameterStore store, NDArray x, boolean training) {
        return layer.forward(store, new NDList(x), training).singletonOrThrow();
    }

    private static NDArray leaky(NDArray x) {
        return x.getNDArrayInternal().leakyRelu(0.2f);
    }

    /** Rows × days × (noises · taps) of rows of daily noises. */
    private NDArray tapped(NDArray noise) {
        int days = size.shape().days();
        return noise.reshape(-1, PAST + days)
                .matMul(taps)
                .reshape(-1, size.noises(), days, TAPS)
                .transpose(0, 2, 1, 3)
                .reshape(-1, days, (long) size.noises() * TAPS);
    }

    /** For each day of a window the weights of the noises that it sees. */
    private static float[] taps(int days) {
        int all = PAST + days;
        float[] weights = new float[all * days * TAPS];
        for (int t = 0; t < days; t++) {
            int today = PAST + t;
            for (int lag = 0; lag < LAGS; lag++) {
                weights[(today - lag) * days * TAPS + t * TAPS + lag] = 1;
            }
            for (int m = 0; m < MEMORY.length; m++) {
                double[] kept = new double[today];
                double phi = Math.exp(-1 / MEMORY[m]);
                Arrays.setAll(kept, s -> Math.pow(phi, today - 1.0 - s));
                double norm = Math.sqrt(Arrays.stream(kept).map(k -> k * k).sum());
                for (int s = 0; s < today; s++) {
                    weights[s * days * TAPS + t * TAPS + LAGS + m] = (float) (kept[s] / norm);
                }
            }
        }
        return weights;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), size.shape().row())};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        long rows = inputs[0].get(0);
        int days = size.shape().days();
        taps = manager.create(taps(days), new Shape(PAST + days, (long) days * TAPS));
        window.initialize(manager, type, new Shape(rows, size.shape().contexts() + size.latent()));
        this.days.initialize(manager, type, new Shape(rows, days, (long) size.noises() * TAPS));
        Shape wide = new Shape(rows, days, size.units());
        first.initialize(manager, type, wide);
        second.initialize(manager, type, wide);
        head.initialize(manager, type, wide);
    }
}
