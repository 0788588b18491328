package io.riskloom.app.train;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.feature.RecentFeatures;
import io.riskloom.engine.model.GenerateSpec;
import java.util.stream.IntStream;

/** The layers of the generators of price paths and of their critics, for one series: those of several are not known yet. */
final class GanLayers {
    private static final int FILTERS = 6;
    /** Channels of a day in which a number of the condition fades. */
    private static final int FADING = 2;
    /** Lags of the critic's statistics; a window of fewer than twice as many days has none of it. */
    private static final int[] LAGS = {1, 2, 3, 4, 6, 8, 11, 15, 20, 26, 33, 41, 50, 1, 2, 3, 5, 8, 13, 20, 1, 2, 3, 5};
    /** The other statistics: size, five moments, fifteen shares. */
    private static final int STATISTICS = 21;
    /** Of moves over as many days. */
    private static final int EACH_MOVE = 3;
    /** Days of noise before a window. */
    private static final int BEFORE = 32;

    private final GenerateSpec spec;
    private final Layers layers = new Layers();

    private GanLayers(GenerateSpec spec) {
        this.spec = spec;
    }

    static LayerPlan of(GenerateSpec spec) {
        GanLayers gan = new GanLayers(spec);
        return switch (spec.model()) {
            case "sv-gan" -> gan.volatility();
            case "ohlcv-gan" -> gan.bars();
            case "mlp-gan" -> gan.windows();
            case "tcn-gan" -> TemporalGanLayers.of(spec);
            case "lstm-gan", "gru-gan" -> gan.recurrent();
            default -> throw new IllegalArgumentException("no generator " + spec.model());
        };
    }

    /** Numbers of a condition. */
    static int conditions(GenerateSpec spec) {
        return spec.conditioned() ? RecentFeatures.PER_SERIES : 0;
    }

    /** Numbers of noise and condition that a generator takes in a day. */
    static int channels(GenerateSpec spec, int noises) {
        return noises + FADING * conditions(spec);
    }

    /** Statistics of a window that a critic sees beside it; those of the condition's beginnings too. */
    static int statistics(GenerateSpec spec) {
        if (!spec.statistical()) {
            return 0;
        }
        int window = spec.window();
        int lags = (int) IntStream.of(LAGS).filter(lag -> 2 * lag <= window).count();
        int moves = (int) IntStream.of(5, 20).filter(days -> 2 * days <= window).count();
        int beginnings = (int) IntStream.of(5, 22, 66)
                .filter(days -> spec.conditioned() && 2 * days <= window)
                .count();
        return STATISTICS + lags + EACH_MOVE * moves + beginnings;
    }

    private LayerPlan volatility() {
        long days = spec.window();
        long channels = channels(spec, 2 * FILTERS + 3);
        long units = spec.units();
        layers.shape(Notice.of("train.layer.filters", channels), days, channels);
        daily("train.layer.g1", channels, units, true);
        daily("train.layer.g2", units, units, true);
        daily("train.layer.generator.volatility", units, 2, false);
        layers.shape("train.layer.generator.returns", days);
        long seen = days + conditions(spec) + statistics(spec);
        layers.shape(Notice.of("train.layer.critic.seen", days, statistics(spec)), seen);
        return critic(seen, spec.criticUnits());
    }

    /** A layer on each day by itself. */
    private void daily(String key, long in, long out, boolean leaky) {
        long days = spec.window();
        layers.add(Notice.of(key), in * out + out, days * in * out, 0, (leaky ? 2 : 1) * days * out, days, out);
    }

    private LayerPlan critic(long seen, long units) {
        layers.leaky("train.layer.critic.leaky", seen, units);
        layers.leaky("train.layer.critic.leaky", units, units);
        return layers.linear("train.layer.critic.value", units, 1).plan(spec.joint());
    }

    private LayerPlan windows() {
        long units = spec.units();
        long latent = spec.latent() + conditions(spec);
        long seen = spec.window() + conditions(spec);
        return layers.shape("train.layer.noise", latent)
                .leaky("train.layer.g1", latent, units)
                .leaky("train.layer.g2", units, units)
                .linear("train.layer.path", units, spec.window())
                .leaky("train.layer.d1", seen, units)
                .leaky("train.layer.d2", units, units)
                .linear("train.layer.real", units, 1)
                .plan(false);
    }

    private LayerPlan recurrent() {
        long days = BEFORE + spec.window();
        long units = spec.units();
        long channels = channels(spec, 1 + spec.noises());
        String cell = spec.model().replace("-gan", "");
        layers.shape("train.layer.noise", days, channels);
        cells("generator", cell, days, channels);
        cells("supervisor", cell, days, units);
        layers.add(
                Notice.of("train.layer.generator.volatility"), 2 * units + 2, days * 2 * units, 0, 2 * days, days, 2);
        layers.shape("train.layer.generator.returns", spec.window());
        cells("embedder", cell, spec.window(), 1);
        layers.add(
                Notice.of("train.layer.embedder.point"),
                units + 1,
                spec.window() * units,
                0,
                spec.window(),
                spec.window(),
                1);
        cells("critic", cell, spec.window(), 2);
        int beside = conditions(spec) + statistics(spec);
        layers.shape(Notice.of("train.layer.critic.states", beside), 2 * units + beside);
        return layers.leaky("train.layer.critic.leaky", 2 * units + beside, units)
                .linear("train.layer.critic.value", units, 1)
                .plan(spec.joint());
    }

    private void cells(String part, String cell, long days, long in) {
        Notice name = Notice.of("train.layer." + part + "." + cell, spec.units());
        WindowLayers.layer(layers, name, cell, days, in, spec.units());
    }

    /** Of files with volumes: five moves a day, a context of three numbers. */
    private LayerPlan bars() {
        return BarGanLayers.of(spec, layers);
    }
}
