package io.riskloom.engine.djl;

import io.riskloom.engine.feature.CreditEncoder;

/**
 * What a credit scorer needs beside its weights.
 *
 * @param cutOff probability from which an applicant counts as bad: the point of the largest distance between bad and
 *     good (Kolmogorov-Smirnov) on the validation rows
 * @param bestEpoch whose weights were kept
 * @param offset    ln(bad / good) of the training rows where learning weighed both classes alike, else 0: added to
 *     the network's logit, it puts the balance back
 */
record CreditModel(CreditEncoder encoder, double cutOff, int bestEpoch, double offset) {}
