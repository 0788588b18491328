package io.riskloom.engine.feature;

import io.riskloom.engine.data.NoticeException;

/**
 * A series cut by date. An origin is the last day that a forecast knows; its window is the {@code window} days up to
 * it, its label lies in the {@code horizon} days after it. Between two spans {@code horizon} origins are purged, so
 * that the label of an earlier span's last origin ends on the day before the next span's first origin; {@code embargo}
 * origins more are left out there:
 *
 * <pre>
 *  day      0 ......................................................... n−1
 *  windows  |window|
 *  origins         [== train ==]purge[= validation =]purge[== test ==]
 *  labels           ...........|----|...............|----|...........|----|
 * </pre>
 *
 * The first origin of all is day {@code window} (day 0 has no return). Windows of a later span may reach back into an
 * earlier one: that is the known past. {@link DateCut} says how long the spans are.
 *
 * @param train      origins whose windows fit weights and scalers
 * @param validation origins that decide when to stop; empty where its share is 0
 * @param test       origins that nothing is fitted on
 */
public record DateSplit(int rows, int window, int horizon, int embargo, Span train, Span validation, Span test) {

    /** Fewest origins of a span, and of a half of the validation span. */
    static final int LEAST = 10;

    /** As {@link DateCut#holdOut} without an embargo. */
    public static DateSplit of(int n, int window, int horizon, double validationShare, double testShare)
            throws NoticeException {
        return new DateCut(window, horizon, 0, validationShare, testShare, false).holdOut(n);
    }

    /** Days that windows of the training span touch: what a scaler may be fitted on. */
    public Span trainingDays() {
        return new Span(train.first() - window + 1, train.last());
    }
}
