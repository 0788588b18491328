package io.riskloom.engine.djl;

/**
 * What an image classifier needs beside its weights.
 *
 * @param priorLogOdds ln(up / down) of the training windows
 * @param bestEpoch    whose weights were kept
 * @param unweighted   whether both classes weighed as they came while it learnt
 */
record ClassifyModel(
        int window,
        int horizon,
        int imageSize,
        String encoding,
        double priorLogOdds,
        int bestEpoch,
        boolean unweighted) {

    /** Added to the network's logit: puts the balance back where learning weighed both classes alike. */
    double offset() {
        return unweighted ? 0 : priorLogOdds;
    }
}
