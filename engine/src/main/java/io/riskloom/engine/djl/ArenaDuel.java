package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.riskloom.engine.lesson.ArenaPhase;
import io.riskloom.engine.lesson.ArenaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * A generator and a discriminator that learn against each other, whose settings may change between steps. Every update draws
 * from its own seed, which follows from the settings' and from how many updates were made before: a state that is put back goes
 * on bit for bit.
 */
final class ArenaDuel implements AutoCloseable {
    private static final int GENERATOR_SEED = -1;
    private static final int DISCRIMINATOR_SEED = -2;

    private ArenaSettings settings;
    private ArenaReals reals;
    private ArenaRule rule;
    private ArenaSide generator;
    private ArenaSide discriminator;
    private long updates;

    /** @param updates made by both, which the next draws follow from */
    record State(ArenaSettings settings, ArenaSide.State generator, ArenaSide.State discriminator, long updates) {
        long bytes() {
            return generator.bytes() + discriminator.bytes();
        }
    }

    ArenaDuel(ArenaSettings settings, ArenaReals reals) {
        Pair first = pair(() -> begun(settings, reals, true), () -> begun(settings, reals, false));
        adopt(settings, reals, first);
    }

    private record Pair(ArenaSide generator, ArenaSide discriminator) {}

    /** Both, or none of them where the second one fails. */
    private Pair pair(Supplier<ArenaSide> first, Supplier<ArenaSide> second) {
        ArenaSide made = first.get();
        try {
            return new Pair(made, second.get());
        } catch (RuntimeException | Error e) {
            if (made != generator) {
                made.close(); // native memory, which no collector frees
            }
            throw e;
        }
    }

    /** From now on these two; those that they take the place of are closed. */
    private void adopt(ArenaSettings other, ArenaReals data, Pair sides) {
        ArenaSide formerGenerator = generator;
        ArenaSide formerDiscriminator = discriminator;
        settings = other;
        reals = data;
        rule = ArenaRule.of(other.rule());
        generator = sides.generator();
        discriminator = sides.discriminator();
        closeUnless(formerGenerator, generator);
        closeUnless(formerDiscriminator, discriminator);
    }

    private static void closeUnless(ArenaSide former, ArenaSide now) {
        if (former != null && former != now) {
            former.close();
        }
    }

    private static ArenaForm form(ArenaSettings settings, ArenaReals reals, boolean generates) {
        return generates
                ? new ArenaForm(settings.generator(), settings.noise().dimension(), reals.width(), false)
                : new ArenaForm(
                        settings.discriminator(),
                        reals.width(),
                        1,
                        settings.rule().spectral());
    }

    private static ArenaSettings.Steps steps(ArenaSettings settings, boolean generates) {
        return generates ? settings.generatorSteps() : settings.discriminatorSteps();
    }

    private static long firstSeed(ArenaSettings settings, boolean generates) {
        return Torch.mix(settings.seed(), generates ? GENERATOR_SEED : DISCRIMINATOR_SEED);
    }

    private static ArenaSide begun(ArenaSettings settings, ArenaReals reals, boolean generates) {
        return ArenaSide.begun(
                form(settings, reals, generates), steps(settings, generates), firstSeed(settings, generates));
    }

    ArenaSettings settings() {
        return settings;
    }

    ArenaReals reals() {
        return reals;
    }

    ArenaRule rule() {
        return rule;
    }

    ArenaSide generator() {
        return generator;
    }

    ArenaSide discriminator() {
        return discriminator;
    }

    /**
     * From now on by other settings.
     *
     * @return which networks were begun anew
     */
    List<String> change(ArenaSettings other, ArenaReals data) {
        List<String> rebuilt = rebuilt(other, data);
        Pair next = pair(() -> changed(generator, other, data, true), () -> changed(discriminator, other, data, false));
        adopt(other, data, next);
        return rebuilt;
    }

    private List<String> rebuilt(ArenaSettings other, ArenaReals data) {
        List<String> rebuilt = new ArrayList<>();
        if (!generator.form().fits(form(other, data, true))) {
            rebuilt.add("generator");
        }
        if (!discriminator.form().fits(form(other, data, false))) {
            rebuilt.add("discriminator");
        }
        return rebuilt;
    }

    private static ArenaSide changed(ArenaSide side, ArenaSettings other, ArenaReals data, boolean generates) {
        ArenaForm form = form(other, data, generates);
        ArenaSettings.Steps steps = steps(other, generates);
        if (side.form().equals(form) && side.steps().equals(steps)) {
            return side;
        }
        return side.form().fits(form)
                ? side.turned(form, steps, firstSeed(other, generates))
                : begun(other, data, generates);
    }

    State state() {
        return new State(settings, generator.state(), discriminator.state(), updates);
    }

    void restore(State state, ArenaReals data) {
        Pair then = pair(() -> ArenaSide.restored(state.generator()), () -> ArenaSide.restored(state.discriminator()));
        adopt(state.settings(), data, then);
        updates = state.updates();
    }

    int discriminatorUpdates(ArenaPhase phase) {
        return phase == ArenaPhase.GENERATOR ? 0 : settings.discriminatorSteps().updates();
    }

    int generatorUpdates(ArenaPhase phase) {
        return phase == ArenaPhase.DISCRIMINATOR ? 0 : settings.generatorSteps().updates();
    }

    NDManager manager() {
        return discriminator.network().manager().newSubManager();
    }

    /** The random numbers of the next update. */
    SplittableRandom draws() {
        return new SplittableRandom(Torch.mix(settings.seed(), updates++));
    }

    /** What the generator makes, without a graph. */
    NDArray made(NDArray noise) {
        return generator.network().forward(noise, false);
    }

    /** The discriminator's last numbers, one a row, without a graph. */
    NDArray answers(NDArray rows) {
        return discriminator.network().forward(rows, false).flatten();
    }

    @Override
    public void close() {
        generator.close();
        discriminator.close();
    }
}
