package io.riskloom.engine.model;

import java.util.Map;

/**
 * What one epoch did.
 *
 * @param epoch      from 1
 * @param epochs     planned
 * @param trainLoss  mean over the rows that the epoch learnt (generator's loss for a GAN)
 * @param validLoss  on the validation span; NaN where there is none (discriminator's loss for a GAN)
 * @param values     further figures by name: {@code gradientNorm} (mean over the steps of ‖g‖₂, before clipping), {@code
 *     learningRate} (of the last step), {@code updateRatio} (‖Δw‖₂ / ‖w‖₂ over the last step, all trained weights
 *     together), {@code samplesPerSecond} (rows learnt in a second of training steps), {@code validationSeconds}, and
 *     those of the task, such as {@code wasserstein1}
 * @param seconds    wall time of the epoch, pauses not counted
 */
public record EpochReport(
        int epoch, int epochs, double trainLoss, double validLoss, Map<String, Double> values, double seconds) {
    public EpochReport {
        values = Map.copyOf(values);
    }
}
