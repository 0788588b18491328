package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import io.riskloom.engine.model.GenerateSpec;
import java.util.function.UnaryOperator;

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

    /** Noise, days × channels, gives a return for each day but the first {@link #field} − 1. */
    static Block generator(int channels, int blocks, int kernel) {
        return new Shocks(blocks(new Chain(), channels, blocks, kernel, UnaryOperator.identity())
                .add("head", Linear.builder().setUnits(2).build()));
    }

    /** @param conditions numbers in a condition, 0 for none */
    static Generator generator(GenerateSpec spec, int conditions) {
        int past = spec.receptiveField() - 1;
        Shape sample = new Shape(spec.window() + past, RollingGenerator.channels(spec.noises(), conditions));
        Network network = new Network(generator(spec.channels(), spec.blocks(), spec.kernel()), sample).channelsLast();
        return new RollingGenerator(network, spec.window(), spec.noises(), 1, conditions, past, past);
    }

    /**
     * A window of returns gives one number: the mean over what the blocks see, and a linear layer on it. Where they see more
     * than the window, zeros stand before it.
     *
     * @param layers what is made of each layer, see {@link Spectral#layers}
     */
    static Chain critic(int window, int channels, int blocks, int kernel, UnaryOperator<Block> layers) {
        return overDays(new Chain().then("days", x -> x.expandDims(2)), window, channels, blocks, kernel, layers)
                .add("head", layers.apply(Linear.builder().setUnits(1).build()));
    }

    /**
     * @param conditions numbers before the window, 0 for none
     * @param statistics numbers behind it, 0 for none
     */
    static Network judge(GenerateSpec spec, int conditions, int statistics) {
        UnaryOperator<Block> layers = Spectral.layers(spec.adversarialLoss());
        int window = spec.window();
        int channels = spec.channels();
        Block judge = critic(window, channels, spec.blocks(), spec.kernel(), layers);
        if (conditions + statistics > 0) {
            Chain overDays = overDays(new Chain(), window, channels, spec.blocks(), spec.kernel(), layers);
            judge = new WindowJudge(overDays, conditions, window, 1, spec.criticUnits(), layers);
        }
        return new Network(judge, new Shape(conditions + window + statistics)).channelsLast();
    }

    /** Rows × days × 1 to the mean over what the blocks see. */
    private static Chain overDays(
            Chain chain, int window, int channels, int blocks, int kernel, UnaryOperator<Block> layers) {
        int before = field(blocks, kernel) - window;
        if (before > 0) {
            chain.then("before", x -> x.pad(new Shape(0, 0, before, 0), 0));
        }
        return blocks(chain, channels, blocks, kernel, layers).then("mean", x -> x.mean(new int[] {1}));
    }

    private static Chain blocks(Chain chain, int channels, int blocks, int kernel, UnaryOperator<Block> layers) {
        for (int i = 0; i < blocks; i++) {
            chain.add("block" + (i + 1), new Dilated(channels, kernel, 1 << i, i > 0, layers));
        }
        return chain;
    }
}
