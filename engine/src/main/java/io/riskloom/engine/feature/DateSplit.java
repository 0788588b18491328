package io.riskloom.engine.feature;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;

/**
 * A series cut by date. An origin is the last day that a forecast knows; its window is the {@code window} days up to
 * it, its label lies in the {@code horizon} days after it. Between two spans {@code horizon} origins are purged, so
 * that the label of an earlier span's last origin ends on the day before the next span's first origin:
 *
 * <pre>
 *  day      0 ......................................................... n−1
 *  windows  |window|
 *  origins         [== train ==]purge[= validation =]purge[== test ==]
 *  labels           ...........|----|...............|----|...........|----|
 * </pre>
 *
 * The first origin is day {@code window} (day 0 has no return). Windows of a later span may reach back into an earlier
 * one: that is the known past. The test span is the last {@code testShare} of all origins, the validation span the
 * {@code validationShare} before it; a share of 0 leaves that span out, with its purge.
 *
 * @param train      origins whose windows fit weights and scalers
 * @param validation origins that decide when to stop; empty where the share is 0
 * @param test       origins that nothing is fitted on
 */
public record DateSplit(int rows, int window, int horizon, Span train, Span validation, Span test) {

    /** Fewest origins of a span. */
    static final int LEAST = 10;

    /**
     * @param n               days of the series
     * @param window          days that a forecast sees, at least 1
     * @param horizon         days ahead of the label, at least 0 (0 where there is none)
     * @param validationShare of all origins, in [0, 1)
     * @param testShare       of all origins, in [0, 1); the shares together below 1
     * @throws NoticeException {@code data.error.tooShort} (rows, rows needed) where a span would have fewer than 10
     *     origins
     */
    public static DateSplit of(int n, int window, int horizon, double validationShare, double testShare)
            throws NoticeException {
        if (n < 0 || window < 1 || horizon < 0) {
            throw new IllegalArgumentException("rows " + n + ", window " + window + ", horizon " + horizon);
        }
        if (!(validationShare >= 0 && testShare >= 0 && validationShare + testShare < 1)) {
            throw new IllegalArgumentException("shares " + validationShare + " and " + testShare);
        }
        if (!fits(n, window, horizon, validationShare, testShare)) {
            int needed = n;
            while (!fits(needed, window, horizon, validationShare, testShare)) {
                needed++;
            }
            throw new NoticeException(Notice.of("data.error.tooShort", n, needed));
        }
        int origins = n - window - horizon;
        int end = n - 1 - horizon;
        Span test = last(end, (int) Math.round(testShare * origins));
        int beforeTest = test.size() == 0 ? end : test.first() - 1 - horizon;
        Span validation = last(beforeTest, (int) Math.round(validationShare * origins));
        int beforeValidation = validation.size() == 0 ? beforeTest : validation.first() - 1 - horizon;
        return new DateSplit(n, window, horizon, new Span(window, beforeValidation), validation, test);
    }

    private static Span last(int end, int size) {
        return new Span(end - size + 1, end);
    }

    private static boolean fits(int n, int window, int horizon, double validationShare, double testShare) {
        int origins = n - window - horizon;
        long validation = Math.round(validationShare * origins);
        long test = Math.round(testShare * origins);
        int purged = (validation > 0 ? horizon : 0) + (test > 0 ? horizon : 0);
        return origins - validation - test - purged >= LEAST
                && (validationShare == 0 || validation >= LEAST)
                && (testShare == 0 || test >= LEAST);
    }

    /** Days that windows of the training span touch: what a scaler may be fitted on. */
    public Span trainingDays() {
        return new Span(train.first() - window + 1, train.last());
    }
}
