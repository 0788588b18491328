package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/** Channels by which a generator forgets its condition c: c·exp(−t/10) and c·exp(−t/80) on day t of a path. */
final class Fading {
    /** Channels of each number of a condition. */
    static final int CHANNELS = 2;

    private static final double[] DAYS = {10, 80};

    private Fading() {}

    /**
     * @param conditions rows × numbers
     * @param from       the first day's place in its path; days before the first are as the first
     * @return rows × days × channels
     */
    static NDArray of(NDArray conditions, int from, int days) {
        NDArray wide = conditions.expandDims(1);
        NDList channels = new NDList();
        for (double slow : DAYS) {
            float[] shares = new float[days];
            for (int t = 0; t < days; t++) {
                shares[t] = (float) Math.exp(-Math.max(0, from + t) / slow);
            }
            channels.add(wide.mul(conditions.getManager().create(shares, new Shape(1, days, 1))));
        }
        return NDArrays.concat(channels, 2);
    }

    /**
     * The conditions that lie in noise whose last channels are these.
     *
     * @param noise rows × days × channels, the first of them the path's first day or one before it
     * @param size  numbers in a condition
     */
    static NDArray conditions(NDArray noise, int size) {
        long channels = noise.getShape().get(2);
        return noise.get(new NDIndex(":, 0, {}:{}", channels - (long) CHANNELS * size, channels - size));
    }
}
