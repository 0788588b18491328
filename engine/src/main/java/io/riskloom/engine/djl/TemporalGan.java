package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;

/**
 * Generator and critic of dilated convolutions over days, after Wiese et al. 2020 (Quant GANs): blocks with dilations 1, 2,
 * 4, …, none of which pads. A day that comes out of them has seen {@link #field} days, all of them real ones, so that a
 * generator's days are alike from the first to the last, however long the path.
 */
final class TemporalGan {
    private TemporalGan() {}

    /** 1 + (kernel − 1)·(2^blocks − 1). */
    static int field(int blocks, int kernel) {
        return 1 + (kernel - 1) * ((1 << blocks) - 1);
    }

    /** Noise, days × channels, gives one number for each day but the first {@link #field} − 1. */
    static Chain generator(int channels, int blocks, int kernel) {
        return blocks(new Chain(), channels, blocks, kernel)
                .add("head", Linear.builder().setUnits(1).build())
                .then("path", x -> x.squeeze(2));
    }

    /**
     * A window of returns gives one number: the mean over what the blocks see, and a linear layer on it. Where they see more
     * than the window, zeros stand before it.
     */
    static Chain critic(int window, int channels, int blocks, int kernel) {
        Chain chain = new Chain();
        int before = field(blocks, kernel) - window;
        if (before > 0) {
            chain.then("before", x -> x.pad(new Shape(before, 0), 0));
        }
        return blocks(chain.then("days", x -> x.expandDims(2)), channels, blocks, kernel)
                .then("mean", x -> x.mean(new int[] {1}))
                .add("head", Linear.builder().setUnits(1).build());
    }

    private static Chain blocks(Chain chain, int channels, int blocks, int kernel) {
        for (int i = 0; i < blocks; i++) {
            chain.add("block" + (i + 1), new Dilated(channels, kernel, 1 << i, i > 0));
        }
        return chain;
    }
}
