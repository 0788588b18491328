package io.riskloom.app.playground.gan;

import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.lesson.ArenaSettings.Net;
import io.riskloom.engine.lesson.ArenaSettings.Steps;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Layers of one of the two networks and how its weights move. */
final class SideFields {

    enum Side {
        GENERATOR,
        DISCRIMINATOR;

        Net net(ArenaSettings s) {
            return this == GENERATOR ? s.generator() : s.discriminator();
        }

        Steps steps(ArenaSettings s) {
            return this == GENERATOR ? s.generatorSteps() : s.discriminatorSteps();
        }

        ArenaSettings withNet(ArenaSettings s, Net net) {
            return this == GENERATOR ? s.withNets(net, s.discriminator()) : s.withNets(s.generator(), net);
        }

        ArenaSettings withSteps(ArenaSettings s, Steps steps) {
            return this == GENERATOR
                    ? s.withSteps(steps, s.discriminatorSteps())
                    : s.withSteps(s.generatorSteps(), steps);
        }
    }

    private static final double[] UNITS = {2, 4, 8, 16, 32, 64, 128};
    private static final double[] RATES = {
        0.00001, 0.00003, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1
    };
    private static final double[] MOMENTA = {0, 0.5, 0.9, 0.99};

    private final SettingsFields fields;
    private final Side side;
    private final String id;

    SideFields(SettingsFields fields, Side side) {
        this.fields = fields;
        this.side = side;
        this.id = side.name().toLowerCase(Locale.ROOT) + "-";
    }

    Node content() {
        return new VBox(
                12,
                fields.section("arena.section." + side.name().toLowerCase(Locale.ROOT)),
                fields.slider(
                        "arena.layers",
                        id + "layers",
                        whole(1, Net.MOST_LAYERS),
                        s -> net(s).layers(),
                        (s, n) -> side.withNet(s, new Net(n.intValue(), net(s).units(), net(s).activation()))),
                fields.slider(
                        "arena.units",
                        id + "units",
                        UNITS,
                        s -> net(s).units(),
                        (s, n) -> side.withNet(s, new Net(net(s).layers(), n.intValue(), net(s).activation()))),
                fields.field(
                        "arena.activation",
                        fields.choice(
                                "arena.activation",
                                id + "activation",
                                "arena.activation.",
                                Net.ACTIVATIONS,
                                s -> net(s).activation(),
                                (s, name) -> side.withNet(s, new Net(net(s).layers(), net(s).units(), name)))),
                fields.field(
                        "arena.optimiser",
                        fields.choice(
                                "arena.optimiser",
                                id + "optimiser",
                                "arena.optimiser.",
                                Steps.OPTIMISERS,
                                s -> steps(s).optimiser(),
                                (s, name) ->
                                        moved(s, was -> new Steps(name, was.rate(), was.momentum(), was.updates())))),
                fields.slider(
                        "arena.rate",
                        id + "rate",
                        RATES,
                        s -> steps(s).rate(),
                        (s, rate) -> moved(s, was -> was.withRate(rate))),
                fields.slider(
                        "arena.momentum",
                        id + "momentum",
                        MOMENTA,
                        s -> steps(s).momentum(),
                        (s, momentum) ->
                                moved(s, was -> new Steps(was.optimiser(), was.rate(), momentum, was.updates()))),
                fields.slider(
                        "arena.updates",
                        id + "updates",
                        whole(1, Steps.MOST_UPDATES),
                        s -> steps(s).updates(),
                        (s, n) -> moved(s, was -> was.withUpdates(n.intValue()))));
    }

    private static double[] whole(int low, int high) {
        return IntStream.rangeClosed(low, high).asDoubleStream().toArray();
    }

    private Net net(ArenaSettings s) {
        return side.net(s);
    }

    private Steps steps(ArenaSettings s) {
        return side.steps(s);
    }

    private ArenaSettings moved(ArenaSettings s, UnaryOperator<Steps> edit) {
        return side.withSteps(s, edit.apply(side.steps(s)));
    }
}
