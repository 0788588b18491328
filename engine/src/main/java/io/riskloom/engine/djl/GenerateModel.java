package io.riskloom.engine.djl;

/**
 * What a path generator needs beside its weights.
 *
 * @param mean       of the training returns
 * @param deviation  their standard deviation
 * @param startPrice last close of the file
 * @param bestEpoch  whose generator was kept: the nearest to the training returns by Wasserstein-1
 */
record GenerateModel(int window, int latent, double mean, double deviation, double startPrice, int bestEpoch) {}
