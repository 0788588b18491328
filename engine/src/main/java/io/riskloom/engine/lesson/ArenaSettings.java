package io.riskloom.engine.lesson;

import io.riskloom.engine.quality.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a duel of two networks consists of. Everything may change between two steps: other layers, units or kinds of noise begin
 * that network anew, all else goes on with the weights there are.
 *
 * @param generator          makes data of noise
 * @param discriminator      tells them from real ones
 * @param rule               what the two learn by
 * @param generatorSteps     how the generator's weights move
 * @param discriminatorSteps how the discriminator's weights move
 * @param batch              real and generated rows of an update, each
 * @param seed               of the first weights and of every draw
 */
public record ArenaSettings(
        Data data,
        Noise noise,
        Net generator,
        Net discriminator,
        Rule rule,
        Steps generatorSteps,
        Steps discriminatorSteps,
        int batch,
        long seed) {

    public static final int LEAST_BATCH = 4;
    public static final int MOST_BATCH = 1024;

    /** Coordinates of the plane end here on each side. */
    public static final double VIEW = 1.5;

    public ArenaSettings {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(noise, "noise");
        Objects.requireNonNull(generator, "generator");
        Objects.requireNonNull(discriminator, "discriminator");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(generatorSteps, "generatorSteps");
        Objects.requireNonNull(discriminatorSteps, "discriminatorSteps");
        within("batch", batch, LEAST_BATCH, MOST_BATCH);
    }

    /**
     * What is real.
     *
     * @param kind   one of {@link #KINDS}
     * @param modes  bells of {@code ring} (2 to 16) and of {@code grid} (4, 9, 16 or 25)
     * @param spread standard deviation of a bell, or of the noise around a curve
     * @param points of {@code drawn}, at most {@link #MOST_POINTS}
     * @param source of {@code paths}, else null
     * @param window days of a path
     */
    public record Data(String kind, int modes, double spread, List<Point> points, Source source, int window) {

        public static final List<String> KINDS =
                List.of("ring", "grid", "line", "moons", "spiral", "circles", "drawn", "paths");

        public static final int LEAST_MODES = 2;
        public static final int MOST_MODES = 16;
        public static final List<Integer> GRIDS = List.of(4, 9, 16, 25);
        public static final double MOST_SPREAD = 0.5;
        public static final int MOST_POINTS = 1000;
        public static final int LEAST_WINDOW = 5;
        public static final int MOST_WINDOW = 60;

        public Data {
            known("data", kind, KINDS);
            points = points == null ? List.of() : List.copyOf(points);
            if (kind.equals("ring")) {
                within("modes", modes, LEAST_MODES, MOST_MODES);
            } else if (kind.equals("grid") && !GRIDS.contains(modes)) {
                throw new IllegalArgumentException("modes must be one of " + GRIDS + ", not " + modes);
            }
            within("spread", spread, 0, MOST_SPREAD);
            within("points", points.size(), 0, MOST_POINTS);
            within("window", window, LEAST_WINDOW, MOST_WINDOW);
            if (kind.equals("paths")) {
                Objects.requireNonNull(source, "source");
            }
        }

        /** A distribution on the plane. */
        public static Data plane(String kind, int modes, double spread) {
            return new Data(kind, modes, spread, List.of(), null, 20);
        }

        /** What someone drew. */
        public static Data drawn(List<Point> points) {
            return new Data("drawn", 1, 0.03, points, null, 20);
        }

        /** Windows of daily returns. */
        public static Data paths(Source source, int window) {
            return new Data("paths", 1, 0, List.of(), source, window);
        }

        public boolean ofPaths() {
            return kind.equals("paths");
        }
    }

    /** A place on the plane. */
    public record Point(double x, double y) {
        public Point {
            within("x", x, -VIEW, VIEW);
            within("y", y, -VIEW, VIEW);
        }
    }

    /**
     * A series of prices in a file.
     *
     * @param reading how the file is read; {@link Reading#PLAIN} where null
     * @param series  its name; empty for the only one
     */
    public record Source(String file, Reading reading, String series) {
        public Source {
            Objects.requireNonNull(file, "file");
            reading = reading == null ? Reading.PLAIN : reading;
            series = series == null ? "" : series;
        }
    }

    /** @param kind {@code uniform} in [−1, 1] or {@code normal} */
    public record Noise(String kind, int dimension) {
        public static final List<String> KINDS = List.of("uniform", "normal");
        public static final int MOST_DIMENSION = 16;

        public Noise {
            known("noise", kind, KINDS);
            within("noise", dimension, 1, MOST_DIMENSION);
        }
    }

    /**
     * Hidden layers of a network of fully connected layers.
     *
     * @param activation {@code relu}, {@code leaky} (slope 0.2), {@code tanh} or {@code sigmoid}
     */
    public record Net(int layers, int units, String activation) {
        public static final List<String> ACTIVATIONS = List.of("relu", "leaky", "tanh", "sigmoid");
        public static final int MOST_LAYERS = 5;
        public static final int LEAST_UNITS = 2;
        public static final int MOST_UNITS = 128;

        public Net {
            within("layers", layers, 1, MOST_LAYERS);
            within("units", units, LEAST_UNITS, MOST_UNITS);
            known("activation", activation, ACTIVATIONS);
        }
    }

    /**
     * What is learnt, D(x) being the discriminator's last number. {@code original} (Goodfellow et al. 2014): softplus(−D(x)) +
     * softplus(D(G(z))) against softplus(−D(G(z))); {@code least-squares} (Mao et al. 2017): ½(D(x) − 1)² + ½D(G(z))² against
     * ½(D(G(z)) − 1)²; {@code wasserstein}: D(G(z)) − D(x) against −D(G(z)); {@code hinge}: max(0, 1 − D(x)) + max(0, 1 +
     * D(G(z))) against −D(G(z)).
     *
     * @param penalty  λ of λ·E[(‖∇D(x̂)‖ − 1)²] at places between real and generated ones (Gulrajani et al. 2017); WGAN-GP is
     *                 {@code wasserstein} with 10
     * @param spectral whether the discriminator's layers are spectrally normalised (Miyato et al. 2018)
     */
    public record Rule(String loss, double penalty, boolean spectral) {
        public static final List<String> LOSSES = List.of("original", "least-squares", "wasserstein", "hinge");
        public static final double MOST_PENALTY = 100;

        public Rule {
            known("loss", loss, LOSSES);
            within("penalty", penalty, 0, MOST_PENALTY);
        }
    }

    /**
     * @param optimiser {@code sgd}, {@code adam} or {@code rmsprop}
     * @param momentum  of SGD and RMSprop; Adam's β₁
     * @param updates   in each step of the duel
     */
    public record Steps(String optimiser, double rate, double momentum, int updates) {
        public static final List<String> OPTIMISERS = List.of("sgd", "adam", "rmsprop");
        public static final double LEAST_RATE = 1e-6;
        public static final double MOST_RATE = 1;
        public static final double MOST_MOMENTUM = 0.99;
        public static final int MOST_UPDATES = 10;

        public Steps {
            known("optimiser", optimiser, OPTIMISERS);
            within("rate", rate, LEAST_RATE, MOST_RATE);
            within("momentum", momentum, 0, MOST_MOMENTUM);
            within("updates", updates, 1, MOST_UPDATES);
        }

        public Steps withRate(double other) {
            return new Steps(optimiser, other, momentum, updates);
        }

        public Steps withUpdates(int other) {
            return new Steps(optimiser, rate, momentum, other);
        }
    }

    public ArenaSettings with(Data other) {
        return new ArenaSettings(
                other, noise, generator, discriminator, rule, generatorSteps, discriminatorSteps, batch, seed);
    }

    public ArenaSettings with(Noise other) {
        return new ArenaSettings(
                data, other, generator, discriminator, rule, generatorSteps, discriminatorSteps, batch, seed);
    }

    public ArenaSettings with(Rule other) {
        return new ArenaSettings(
                data, noise, generator, discriminator, other, generatorSteps, discriminatorSteps, batch, seed);
    }

    public ArenaSettings withNets(Net ofGenerator, Net ofDiscriminator) {
        return new ArenaSettings(
                data, noise, ofGenerator, ofDiscriminator, rule, generatorSteps, discriminatorSteps, batch, seed);
    }

    public ArenaSettings withSteps(Steps ofGenerator, Steps ofDiscriminator) {
        return new ArenaSettings(
                data, noise, generator, discriminator, rule, ofGenerator, ofDiscriminator, batch, seed);
    }

    public ArenaSettings withBatch(int rows) {
        return new ArenaSettings(
                data, noise, generator, discriminator, rule, generatorSteps, discriminatorSteps, rows, seed);
    }

    public ArenaSettings withSeed(long other) {
        return new ArenaSettings(
                data, noise, generator, discriminator, rule, generatorSteps, discriminatorSteps, batch, other);
    }

    private static void known(String what, String value, List<String> choices) {
        if (!choices.contains(value)) {
            throw new IllegalArgumentException(what + " must be one of " + choices + ", not " + value);
        }
    }

    private static void within(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be between %s and %s, not %s", what, least, most, value));
        }
    }
}
