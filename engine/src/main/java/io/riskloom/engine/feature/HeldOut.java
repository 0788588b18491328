package io.riskloom.engine.feature;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;

/**
 * The validation origins cut in two by date: on the first half the epoch is chosen, on the second, which has had no say in
 * the weights, forecast bands are calibrated. {@code horizon} origins between them are purged, so that no label of the
 * first half reaches beyond the second's first origin.
 *
 * @param choice      origins that decide when to stop
 * @param calibration origins whose errors set the bands
 */
public record HeldOut(Span choice, Span calibration) {

    /** Fewest origins of a half; the 90 % band is the largest error of nine, and infinite with fewer. */
    static final int LEAST = 10;

    /**
     * @param split           with a validation span
     * @param validationShare that it was made with
     * @param testShare       that it was made with
     * @throws NoticeException {@code data.error.tooShort} (rows, rows needed) where a half would have fewer than 10
     *     origins
     */
    public static HeldOut of(DateSplit split, double validationShare, double testShare) throws NoticeException {
        if (!fits(split)) {
            int needed = split.rows();
            while (!fits(DateSplit.of(needed, split.window(), split.horizon(), validationShare, testShare))) {
                needed++;
            }
            throw new NoticeException(Notice.of("data.error.tooShort", split.rows(), needed));
        }
        Span all = split.validation();
        int half = (all.size() - split.horizon()) / 2;
        return new HeldOut(
                new Span(all.first(), all.first() + half - 1),
                new Span(all.first() + half + split.horizon(), all.last()));
    }

    private static boolean fits(DateSplit split) {
        return split.validation().size() - split.horizon() >= 2 * LEAST;
    }
}
