package io.riskloom.app.credit;

import io.riskloom.engine.stats.Classification.Confusion;
import io.riskloom.engine.stats.CostMatrix;

/**
 * What a cut-off does: applicants at or above it are refused, the others approved.
 *
 * @param cutOff    probability of being bad
 * @param confusion counts; positive means predicted bad, that is refused
 */
record CutOff(double cutOff, Confusion confusion) {

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

    /** Share of the good that are refused; NaN without good ones. */
    double goodRefused() {
        int good = confusion.fp() + confusion.tn();
        return good == 0 ? Double.NaN : (double) confusion.fp() / good;
    }

    /** Share of the bad that are refused; NaN without bad ones. */
    double badRefused() {
        int bad = confusion.tp() + confusion.fn();
        return bad == 0 ? Double.NaN : (double) confusion.tp() / bad;
    }

    /** Over all applicants, in the unit of the costs. */
    double profit(CostMatrix costs) {
        return costs.profit(confusion);
    }

    /** For one applicant on average. */
    double profitEach(CostMatrix costs) {
        return profit(costs) / all();
    }
}
