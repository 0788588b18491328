package io.riskloom.engine.lesson;

import io.riskloom.engine.lesson.ArenaSettings.Data;
import io.riskloom.engine.lesson.ArenaSettings.Net;
import io.riskloom.engine.lesson.ArenaSettings.Noise;
import io.riskloom.engine.lesson.ArenaSettings.Rule;
import io.riskloom.engine.lesson.ArenaSettings.Source;
import io.riskloom.engine.lesson.ArenaSettings.Steps;
import java.util.List;

/**
 * Settings that show something. The lesson on mode collapse: {@link #COLLAPSE} from the start makes one or two of eight bells,
 * or one lump between them, because its generator learns ten times as fast as its discriminator; each of {@link #CURES} goes on
 * from there and makes seven or eight. Tests hold this.
 *
 * @param steps after which it shows
 */
public record ArenaPreset(String name, ArenaSettings settings, int steps) {

    private static final Net NET = new Net(2, 32, "relu");
    private static final Rule ORIGINAL = new Rule("original", 0, false);
    private static final Steps EVEN = adam(0.002, 1);
    private static final Steps FAST = adam(0.01, 1);
    private static final Steps SLOW = adam(0.001, 1);

    /** Eight bells, learnt by the original loss. */
    public static final ArenaPreset RING = new ArenaPreset("ring", ring(ORIGINAL, EVEN, EVEN), 1200);

    /** The generator runs ahead of the discriminator. */
    public static final ArenaPreset COLLAPSE = new ArenaPreset("collapse", ring(ORIGINAL, FAST, SLOW), 600);

    /** The generator slowed down to a tenth. */
    public static final ArenaPreset CURE_RATE = new ArenaPreset("cure-rate", ring(ORIGINAL, SLOW, adam(0.002, 1)), 900);

    /** The discriminator takes eight updates for one of the generator. */
    public static final ArenaPreset CURE_UPDATES =
            new ArenaPreset("cure-updates", ring(ORIGINAL, FAST, adam(0.001, 8)), 600);

    /** Wasserstein's loss with gradient penalty, whose discriminator has a slope everywhere. */
    public static final ArenaPreset CURE_WASSERSTEIN =
            new ArenaPreset("cure-wasserstein", ring(new Rule("wasserstein", 0.1, false), EVEN, adam(0.002, 3)), 600);

    public static final List<ArenaPreset> CURES = List.of(CURE_RATE, CURE_UPDATES, CURE_WASSERSTEIN);

    /** Paths of four weeks, with noise of two numbers, so that all of it can be laid out on a plane. */
    public static ArenaPreset paths(Source source) {
        Net net = new Net(2, 64, "leaky");
        ArenaSettings settings = new ArenaSettings(
                Data.paths(source, 20),
                new Noise("normal", 2),
                net,
                net,
                new Rule("wasserstein", 1, false),
                SLOW,
                adam(0.001, 3),
                64,
                1);
        return new ArenaPreset("paths", settings, 150);
    }

    private static ArenaSettings ring(Rule rule, Steps generator, Steps discriminator) {
        return new ArenaSettings(
                Data.plane("ring", 8, 0.05), new Noise("normal", 2), NET, NET, rule, generator, discriminator, 128, 1);
    }

    private static Steps adam(double rate, int updates) {
        return new Steps("adam", rate, 0.5, updates);
    }
}
