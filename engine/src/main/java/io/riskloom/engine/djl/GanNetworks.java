package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import io.riskloom.engine.model.GenerateSpec;
import java.util.function.UnaryOperator;

/** The two networks of a specification and how they learn from each other. */
final class GanNetworks {
    private GanNetworks() {}

    /** Of one series, without condition. */
    static Generator generator(GenerateSpec spec) {
        return generator(spec, 1, null);
    }

    /** @param recent of a conditional one; null for others */
    static Generator generator(GenerateSpec spec, int series, RecentScale recent) {
        int window = spec.window();
        int conditions = recent == null ? 0 : recent.size();
        return switch (spec.model()) {
            case "sv-gan" -> new VolatilityGenerator(window, series, spec.units(), conditions);
            case "mlp-gan" -> {
                Shape noise = new Shape(spec.latent() + (long) conditions);
                Network network = new Network(Mlp.leaky(spec.units(), window), noise);
                yield new WindowGenerator(network, window, spec.latent(), recent);
            }
            case "tcn-gan" -> TemporalGan.generator(spec, conditions);
            case "lstm-gan", "gru-gan" -> TimeGan.generator(spec, series, conditions);
            default -> throw new IllegalArgumentException("no generator " + spec.model());
        };
    }

    /** Of windows of one series, without condition. */
    static Network judge(GenerateSpec spec) {
        return judge(spec, spec.window(), 1, 0);
    }

    /**
     * @param size       numbers in a row as the judge sees it
     * @param conditions numbers in a condition, with which the row begins
     */
    static Network judge(GenerateSpec spec, int size, int series, int conditions) {
        Shape row = new Shape(size);
        int statistics = size - conditions - spec.window() * series;
        UnaryOperator<Block> layers = Spectral.layers(spec.adversarialLoss());
        return switch (spec.model()) {
            case "sv-gan" -> new Network(Mlp.leaky(spec.criticUnits(), 1, layers), row);
            case "mlp-gan" -> new Network(Mlp.leaky(spec.units(), 1, layers), row);
            case "tcn-gan" -> TemporalGan.judge(spec, conditions, statistics);
            case "lstm-gan", "gru-gan" -> TimeGan.judge(spec, series, conditions, statistics);
            default -> throw new IllegalArgumentException("no generator " + spec.model());
        };
    }

    /** How the two are taught, by the specification's adversarial loss. */
    static Duel lessons(GenerateSpec spec, Sampler generator, Network judge, Duel.Lessons lessons, Duel.Check check) {
        boolean article = spec.adversarialLoss().equals("original");
        Duel.Judge named =
                new Duel.Judge(judge, article ? "discriminator" : "critic", spec.criticRate(), spec.criticSteps());
        return switch (spec.adversarialLoss()) {
            case "original" -> new Adversarial(spec, generator, named, lessons, check);
            case "wgan-gp" -> new WassersteinGan(spec, generator, named, spec.penalty(), lessons, check);
            case "hinge" -> new HingeGan(spec, generator, named, lessons, check);
            default -> throw new IllegalArgumentException("no adversarial loss " + spec.adversarialLoss());
        };
    }
}
