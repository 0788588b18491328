package io.riskloom.engine.model;

import java.util.Map;

/**
 * What one epoch did.
 *
 * @param epoch      from 1
 * @param epochs     planned
 * @param trainLoss  mean over the rows that the epoch learnt (generator's loss for a GAN)
 * @param validLoss  on the validation span; NaN where there is none (discriminator's loss for a GAN)
 * @param values     further figures by name, such as {@code gradientNorm}, {@code learningRate}, {@code wasserstein1}
 * @param seconds    wall time of the epoch
 */
public record EpochReport(
        int epoch, int epochs, double trainLoss, double validLoss, Map<String, Double> values, double seconds) {
    public EpochReport {
        values = Map.copyOf(values);
    }
}
