package io.riskloom.app.train;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.GenerateSpec;

/** The layers of the generator of whole bars and of its critic, for files with volumes, which most have: five moves a day, three numbers of context. */
final class BarGanLayers {
    private static final long MOVES = 5;
    private static final long CONTEXT = 3;
    /** Noises of the day and of the days before it, and filters of the past, of each daily noise. */
    private static final long TAPS = 6;
    /** Of the critic's layers on single days. */
    private static final long DAY_UNITS = 64;
    /** The day's moves, theirs beside it, and what follows of them. */
    private static final long DAY = 3 * MOVES + 6 + CONTEXT;

    private final GenerateSpec spec;
    private final Layers layers;
    private final long days;

    private BarGanLayers(GenerateSpec spec, Layers layers) {
        this.spec = spec;
        this.layers = layers;
        this.days = spec.window();
    }

    static LayerPlan of(GenerateSpec spec, Layers layers) {
        BarGanLayers gan = new BarGanLayers(spec, layers);
        gan.generator();
        return gan.critic();
    }

    private void generator() {
        long units = spec.units();
        long noises = TAPS * spec.noises();
        layers.shape("train.layer.daily", days, noises);
        layers.linear("train.layer.generator.context", CONTEXT + spec.latent(), units);
        daily("train.layer.g1", noises, units);
        daily("train.layer.generator.residual", units, units);
        daily("train.layer.generator.residual", units, units);
        daily("train.layer.generator.moves", units, MOVES);
    }

    private LayerPlan critic() {
        long units = spec.criticUnits();
        long seen = CONTEXT + MOVES * days + 4 * days - 1;
        layers.shape("train.layer.critic.bars", seen);
        daily("train.layer.critic.day", DAY, DAY_UNITS);
        daily("train.layer.critic.day", DAY_UNITS, DAY_UNITS);
        layers.linear("train.layer.critic.days", DAY_UNITS, units);
        layers.leaky("train.layer.critic.leaky", seen, units);
        layers.leaky("train.layer.critic.leaky", units, units);
        return layers.linear("train.layer.critic.value", units, 1).plan(true);
    }

    /** A layer on each day by itself. */
    private void daily(String key, long in, long out) {
        layers.add(Notice.of(key), in * out + out, days * in * out, 0, 2 * days * out, days, out);
    }
}
