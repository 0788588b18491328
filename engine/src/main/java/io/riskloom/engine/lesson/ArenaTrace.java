package io.riskloom.engine.lesson;

import java.util.List;

/**
 * One step in slow motion.
 *
 * @param stages in the order in which they came; where a network makes more than five updates those of the first four and of the
 *               last
 * @param frame  after them
 */
public record ArenaTrace(List<Stage> stages, ArenaFrame frame) {

    public ArenaTrace {
        stages = List.copyOf(stages);
    }

    public enum Kind {
        /** Noise is drawn. */
        NOISE,
        /** The generator makes rows of it. */
        FAKES,
        /** The discriminator answers on real and generated rows; on the latter alone where the generator learns. */
        SCORES,
        /** Its loss and the gradient of it. */
        DISCRIMINATOR_LOSS,
        /** Its weights have moved: answers on the same rows, and over the plane. */
        DISCRIMINATOR_UPDATE,
        /** The generator's loss. */
        GENERATOR_LOSS,
        /** Its gradient, as it reaches each generated row. */
        GRADIENTS,
        /** Its weights have moved: what it makes of the same noise, and the answers on it. */
        GENERATOR_UPDATE
    }

    /**
     * Arrays are empty and numbers NaN where a stage has nothing to say about them; of a batch the first 128 rows are told.
     *
     * @param update  which of the step's updates of that network, from 1
     * @param updates of that network in the step
     * @param onReal  answers, in the unit of {@link ArenaFrame.Measures#onReal}
     * @param loss    of the whole batch; after an update that of the same rows, without the penalty
     * @param penalty part of the loss
     * @param norm    of the gradient by all weights
     * @param arrows  as {@link ArenaFrame.Plane#arrows}
     * @param scores  as {@link ArenaFrame.Plane#scores}
     */
    public record Stage(
            Kind kind,
            int update,
            int updates,
            float[][] noise,
            float[][] real,
            float[][] fake,
            double[] onReal,
            double[] onFake,
            double loss,
            double penalty,
            double norm,
            float[][] arrows,
            float[] scores) {}
}
