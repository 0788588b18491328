package io.riskloom.engine.djl;

import ai.djl.ndarray.NDManager;
import io.riskloom.engine.lesson.ArenaPhase;
import io.riskloom.engine.lesson.ArenaTrace.Kind;
import io.riskloom.engine.lesson.ArenaTrace.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes one step of a duel, the same as {@link ArenaTeaching#step}, and writes down what happens in it. */
final class ArenaTracer {
    /** Rows of a batch that are told. */
    private static final int TOLD = 128;

    /** Updates of a network that are told: the first ones and the last. */
    private static final int MOST_UPDATES = 5;

    private static final float[] NOTHING = {};

    private final ArenaDuel duel;
    private final ArenaTeaching teaching;
    private final ArenaProbe probe;
    private final ArenaMeans means;
    private final List<Stage> stages = new ArrayList<>();
    private int update;
    private int updates;

    ArenaTracer(ArenaDuel duel, ArenaMeans means) {
        this.duel = duel;
        this.teaching = new ArenaTeaching(duel);
        this.probe = new ArenaProbe(duel);
        this.means = means;
    }

    List<Stage> stages() {
        return stages;
    }

    /** @return whether all gradients were finite; it ends at the first that is not */
    boolean step(ArenaPhase phase) {
        updates = duel.discriminatorUpdates(phase);
        for (update = 1; update <= updates; update++) {
            if (!(told() ? discriminator() : teaching.teachDiscriminator(means))) {
                return false;
            }
        }
        updates = duel.generatorUpdates(phase);
        for (update = 1; update <= updates; update++) {
            if (!(told() ? generator() : teaching.teachGenerator(means))) {
                return false;
            }
        }
        return true;
    }

    private boolean told() {
        return update < MOST_UPDATES || update == updates;
    }

    private boolean discriminator() {
        try (NDManager manager = duel.manager()) {
            ArenaTeaching.Batch batch = teaching.batch(manager, true);
            Draft draft = new Draft(batch.noise().toFloatArray(), batch.real().toFloatArray());
            draft.begin();
            ArenaTaught taught = teaching.discriminator(batch);
            draft.add(Kind.DISCRIMINATOR_LOSS, taught.loss(), taught.penalty(), taught.norm(), NOTHING, NOTHING);
            if (!means.discriminator(taught)) {
                return false;
            }
            draft.ask();
            double after = probe.discriminatorLoss(draft.real, draft.fake);
            draft.add(Kind.DISCRIMINATOR_UPDATE, after, Double.NaN, Double.NaN, NOTHING, probe.scores());
            return true;
        }
    }

    private boolean generator() {
        try (NDManager manager = duel.manager()) {
            ArenaTeaching.Batch batch = teaching.batch(manager, false);
            Draft draft = new Draft(batch.noise().toFloatArray(), NOTHING);
            draft.begin();
            float[] arrows = probe.arrows(draft.fake);
            ArenaTaught taught = teaching.generator(batch);
            draft.add(Kind.GENERATOR_LOSS, taught.loss(), Double.NaN, Double.NaN, NOTHING, NOTHING);
            draft.add(Kind.GRADIENTS, taught.loss(), Double.NaN, taught.norm(), arrows, NOTHING);
            if (!means.generator(taught)) {
                return false;
            }
            draft.fake = probe.made(draft.noise);
            draft.ask();
            double after = probe.generatorLoss(draft.fake);
            draft.add(Kind.GENERATOR_UPDATE, after, Double.NaN, Double.NaN, NOTHING, NOTHING);
            return true;
        }
    }

    /** What is known of an update so far. */
    private final class Draft {
        private final float[] noise;
        private final float[] real;
        private float[] fake = NOTHING;
        private double[] onReal = {};
        private double[] onFake = {};

        Draft(float[] noise, float[] real) {
            this.noise = noise;
            this.real = real;
        }

        /** Noise, what is made of it, and the answers to that. */
        void begin() {
            add(Kind.NOISE, Double.NaN, Double.NaN, Double.NaN, NOTHING, NOTHING);
            fake = probe.made(noise);
            add(Kind.FAKES, Double.NaN, Double.NaN, Double.NaN, NOTHING, NOTHING);
            ask();
            add(Kind.SCORES, Double.NaN, Double.NaN, Double.NaN, NOTHING, NOTHING);
        }

        void ask() {
            int width = duel.reals().width();
            onReal = real.length == 0 ? new double[0] : probe.told(first(real, width));
            onFake = probe.told(first(fake, width));
        }

        void add(Kind kind, double loss, double penalty, double norm, float[] arrows, float[] scores) {
            int width = duel.reals().width();
            stages.add(new Stage(
                    kind,
                    update,
                    updates,
                    rows(noise, duel.settings().noise().dimension()),
                    rows(real, width),
                    rows(fake, width),
                    onReal,
                    onFake,
                    loss,
                    penalty,
                    norm,
                    rows(arrows, width),
                    scores));
        }
    }

    private static float[][] rows(float[] rows, int width) {
        return ArenaProbe.apart(first(rows, width), width);
    }

    private static float[] first(float[] rows, int width) {
        return Arrays.copyOf(rows, Math.min(rows.length, TOLD * width));
    }
}
