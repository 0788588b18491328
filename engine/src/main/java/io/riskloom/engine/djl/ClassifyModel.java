package io.riskloom.engine.djl;

/**
 * What an image classifier needs beside its weights.
 *
 * @param priorLogOdds ln(up / down) of the training windows: learning weighs both classes alike, and this puts the
 *     balance back
 * @param bestEpoch    whose weights were kept
 */
record ClassifyModel(int window, int horizon, int imageSize, String encoding, double priorLogOdds, int bestEpoch) {}
