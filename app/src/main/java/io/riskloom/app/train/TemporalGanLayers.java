package io.riskloom.app.train;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.GenerateSpec;

/**
 * The layers of the generator and the critic of dilated convolutions, none of which pads: each block takes
 * (kernel − 1)·dilation days away, so that noise begins so many days before the path.
 */
final class TemporalGanLayers {
    private final GenerateSpec spec;
    private final Layers layers = new Layers();

    private TemporalGanLayers(GenerateSpec spec) {
        this.spec = spec;
    }

    static LayerPlan of(GenerateSpec spec) {
        TemporalGanLayers gan = new TemporalGanLayers(spec);
        long channels = spec.channels();
        long seen = spec.receptiveField();
        long noise = spec.window() + seen - 1;
        int inputs = GanLayers.channels(spec, spec.noises());
        gan.layers.shape("train.layer.noise", noise, inputs);
        gan.blocks("train.layer.generator.block", inputs, noise);
        gan.layers.add(
                Notice.of("train.layer.generator.volatility"),
                2 * channels + 2,
                2 * channels * spec.window(),
                seen,
                2L * spec.window(),
                spec.window(),
                2);
        gan.layers.shape("train.layer.generator.returns", spec.window());
        long left = gan.blocks("train.layer.critic.block", 1, Math.max(seen, spec.window()));
        gan.layers.add(Notice.of("train.layer.critic.mean", left), 0, 0, 0, channels, channels);
        int beside = GanLayers.conditions(spec) + GanLayers.statistics(spec);
        if (beside == 0) {
            return gan.layers.linear("train.layer.critic.value", channels, 1).plan(false);
        }
        gan.layers.shape(Notice.of("train.layer.critic.beside", beside), channels + beside);
        gan.layers.leaky("train.layer.critic.leaky", channels + beside, spec.criticUnits());
        return gan.layers
                .linear("train.layer.critic.value", spec.criticUnits(), 1)
                .plan(false);
    }

    /**
     * One convolution with biases a block.
     *
     * @return days that are left
     */
    private long blocks(String key, long inputs, long days) {
        long channels = spec.channels();
        long in = inputs;
        long left = days;
        long field = 1;
        for (int block = 1; block <= spec.blocks(); block++) {
            long dilation = 1L << (block - 1);
            long past = (spec.kernel() - 1) * dilation;
            left -= past;
            field += past;
            long weights = spec.kernel() * in * channels;
            layers.add(
                    Notice.of(key, block, spec.kernel(), dilation),
                    weights + channels,
                    left * weights,
                    field,
                    2 * left * channels, // what the rectifier was given, and what the next block is given
                    left,
                    channels);
            in = channels;
        }
        return left;
    }
}
