package io.riskloom.app.credit;

import io.riskloom.engine.stats.Classification;

/**
 * What a cut-off does: applicants at or above it are refused, the others approved.
 *
 * @param cutOff    probability of being bad
 * @param confusion counts; positive means predicted bad, that is refused
 */
record CutOff(double cutOff, Classification.Confusion confusion) {

    static CutOff of(double[] probabilityBad, boolean[] bad, double cutOff) {
        return new CutOff(cutOff, Classification.confusion(probabilityBad, bad, cutOff));
    }

    int approved() {
        return confusion.tn() + confusion.fn();
    }

    int refused() {
        return confusion.tp() + confusion.fp();
    }

    int all() {
        return approved() + refused();
    }

    /** Approved over all. */
    double approvalRate() {
        return (double) approved() / all();
    }

    /** Bad ones among the approved; NaN where none is approved. */
    double badRate() {
        return approved() == 0 ? Double.NaN : (double) confusion.fn() / approved();
    }

    /** gain · good approved − loss · bad approved, in the unit of both. */
    double profit(double gain, double loss) {
        return gain * confusion.tn() - loss * confusion.fn();
    }
}
