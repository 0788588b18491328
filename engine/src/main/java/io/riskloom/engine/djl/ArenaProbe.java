package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.riskloom.engine.lesson.ArenaFrame.Plane;
import io.riskloom.engine.lesson.ArenaSettings;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Questions to the two networks of a duel as they stand, row by row; asking changes nothing. */
final class ArenaProbe {
    /** Cells of the plane along each side. */
    static final int SIDE = 32;

    private static final float[] MIDDLES = middles();

    private final ArenaDuel duel;

    ArenaProbe(ArenaDuel duel) {
        this.duel = duel;
    }

    private static float[] middles() {
        float[] middles = new float[2 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            middles[2 * i] = middle(i % SIDE);
            middles[2 * i + 1] = middle(i / SIDE);
        }
        return middles;
    }

    private static float middle(int cell) {
        return (float) (ArenaSettings.VIEW * ((2 * cell + 1.0) / SIDE - 1));
    }

    /** What the generator makes of noise. */
    float[] made(float[] noise) {
        try (NDManager scratch = duel.manager()) {
            int dimension = duel.settings().noise().dimension();
            return duel.made(ArenaTeaching.rows(scratch, noise, dimension)).toFloatArray();
        }
    }

    /** The discriminator's answers as they are shown. */
    double[] told(float[] rows) {
        float[] answers = answers(rows);
        double[] told = new double[answers.length];
        Arrays.setAll(told, i -> duel.rule().told(answers[i]));
        return told;
    }

    /** The discriminator's last numbers. */
    float[] answers(float[] rows) {
        try (NDManager scratch = duel.manager()) {
            return asked(scratch, rows).toFloatArray();
        }
    }

    /** The discriminator's loss on these rows, without the penalty. */
    double discriminatorLoss(float[] real, float[] fake) {
        try (NDManager scratch = duel.manager()) {
            NDArray onReal = duel.rule().onReal(asked(scratch, real));
            NDArray onFake = duel.rule().onFake(asked(scratch, fake));
            return onReal.mean().getFloat() + onFake.mean().getFloat();
        }
    }

    double generatorLoss(float[] fake) {
        try (NDManager scratch = duel.manager()) {
            return duel.rule().ofGenerator(asked(scratch, fake)).mean().getFloat();
        }
    }

    private NDArray asked(NDManager scratch, float[] rows) {
        return duel.answers(ArenaTeaching.rows(scratch, rows, duel.reals().width()));
    }

    /** See {@link Plane#scores}; none for paths. */
    float[] scores() {
        if (duel.settings().data().ofPaths()) {
            return new float[0];
        }
        double[] told = told(MIDDLES);
        float[] scores = new float[told.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) told[i];
        }
        return scores;
    }

    /** −∂L/∂x of the generator's loss of each row alone. */
    float[] arrows(float[] rows) {
        try (NDManager scratch = duel.manager()) {
            NDArray x = ArenaTeaching.rows(scratch, rows, duel.reals().width());
            x.setRequiresGradient(true);
            NDArray slope = Torch.recorded(() -> Ops.slope(
                    duel.rule().ofGenerator(duel.discriminator().network().forward(x, false)), x));
            return slope.neg().toFloatArray();
        }
    }

    /** Mean of ‖∇D‖ over a place between each real and a generated row. */
    double slope(float[] real, float[] fake, SplittableRandom random) {
        int width = duel.reals().width();
        try (NDManager scratch = duel.manager()) {
            NDArray place = ArenaTeaching.between(
                    scratch,
                    random,
                    ArenaTeaching.rows(scratch, real, width),
                    ArenaTeaching.rows(scratch, fake, width));
            place.setRequiresGradient(true);
            NDArray slopes = Torch.recorded(
                    () -> Ops.slope(duel.discriminator().network().forward(place, false), place));
            return slopes.square().sum(new int[] {1}).sqrt().mean().getFloat();
        }
    }

    /** Rows of so many numbers each. */
    static float[][] apart(float[] rows, int width) {
        float[][] apart = new float[rows.length / width][];
        Arrays.setAll(apart, i -> Arrays.copyOfRange(rows, i * width, (i + 1) * width));
        return apart;
    }
}
