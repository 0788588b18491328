package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.GenerateSpec;
import java.util.function.ToDoubleFunction;

/** The two networks of a specification and how they learn from each other. */
final class GanNetworks {
    private GanNetworks() {}

    static Generator generator(GenerateSpec spec) {
        int window = spec.window();
        return switch (spec.model()) {
            case "mlp-gan" -> {
                Network network = new Network(Mlp.leaky(spec.units(), window), new Shape(spec.latent()));
                yield new WindowGenerator(network, window, spec.latent());
            }
            case "tcn-gan" -> {
                int field = TemporalGan.field(spec.blocks(), spec.kernel());
                Chain chain = TemporalGan.generator(spec.channels(), spec.blocks(), spec.kernel());
                Network network = new Network(chain, new Shape(window + field - 1L, spec.noises())).channelsLast();
                yield new RollingGenerator(network, window, spec.noises(), field);
            }
            default -> throw new IllegalArgumentException("no generator " + spec.model());
        };
    }

    static Network judge(GenerateSpec spec) {
        Shape window = new Shape(spec.window());
        return switch (spec.model()) {
            case "mlp-gan" -> new Network(Mlp.leaky(spec.units(), 1), window);
            case "tcn-gan" ->
                new Network(TemporalGan.critic(spec.window(), spec.channels(), spec.blocks(), spec.kernel()), window)
                        .channelsLast();
            default -> throw new IllegalArgumentException("no generator " + spec.model());
        };
    }

    /** @param distance see {@link Duel} */
    static Duel lessons(
            GenerateSpec spec,
            Generator generator,
            Network judge,
            Samples windows,
            ToDoubleFunction<float[]> distance) {
        return switch (spec.model()) {
            case "mlp-gan" -> new Adversarial(spec, generator, judge, windows, distance);
            case "tcn-gan" -> new WassersteinGan(spec, generator, judge, windows, distance);
            default -> throw new IllegalArgumentException("no generator " + spec.model());
        };
    }
}
