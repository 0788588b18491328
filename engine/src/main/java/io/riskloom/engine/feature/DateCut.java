package io.riskloom.engine.feature;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * How series are cut by date, whatever their length: once ({@link #holdOut}) or in folds ({@link #expanding},
 * {@link #sliding}); see {@link DateSplit} for what lies where.
 *
 * @param window          days that a forecast sees, at least 1
 * @param horizon         days ahead of the label, at least 0 (0 where there is none)
 * @param embargo         days left out before a span beyond the horizon, at least 0
 * @param validationShare in [0, 1): of all origins for a hold-out, of those before the test span for a fold
 * @param testShare       of all origins, in [0, 1); the shares together below 1. All folds together test so many
 * @param halved          whether the validation span is cut in two ({@link HeldOut})
 * @param least           that each span must have
 */
public record DateCut(
        int window, int horizon, int embargo, double validationShare, double testShare, boolean halved, Least least) {

    /**
     * Fewest origins of each span, at least 10: of the validation and of the test span only where its share is not 0, and of
     * each half of a validation span that is cut in two.
     */
    public record Least(int train, int validation, int test) {

        public static final Least TEN = new Least(DateSplit.LEAST, DateSplit.LEAST, DateSplit.LEAST);

        public Least {
            if (Math.min(train, Math.min(validation, test)) < DateSplit.LEAST) {
                throw new IllegalArgumentException("least " + train + ", " + validation + " and " + test);
            }
        }

        /** With ten windows in each span, of which every {@code stride}th is learnt from and every {@code apart}th judged. */
        public static Least ofTenWindows(int stride, int apart) {
            int learnt = (DateSplit.LEAST - 1) * stride + 1;
            return new Least(learnt, learnt, (DateSplit.LEAST - 1) * apart + 1);
        }
    }

    /** With at least ten origins in each span. */
    public DateCut(int window, int horizon, int embargo, double validationShare, double testShare, boolean halved) {
        this(window, horizon, embargo, validationShare, testShare, halved, Least.TEN);
    }

    public DateCut {
        if (window < 1 || horizon < 0 || embargo < 0) {
            throw new IllegalArgumentException("window " + window + ", horizon " + horizon + ", embargo " + embargo);
        }
        if (!(validationShare >= 0 && testShare >= 0 && validationShare + testShare < 1)) {
            throw new IllegalArgumentException("shares " + validationShare + " and " + testShare);
        }
    }

    /**
     * The test span is the last {@code testShare} of all origins, the validation span the {@code validationShare} before
     * it; a share of 0 leaves that span out, with the gap before it.
     *
     * @param n days of the series
     * @throws NoticeException {@code data.error.tooShort} or {@code data.error.tooShortPaths} (rows, rows needed), see
     *     {@link ShortSeries}, where a span would have
     *     fewer origins than the least, a half of a validation span too
     */
    public DateSplit holdOut(int n) throws NoticeException {
        Optional<DateSplit> split = once(n);
        if (split.isEmpty()) {
            throw new ShortSeries(this, cut -> cut.once(n).isPresent()).refusal(n, needed(n, this::once));
        }
        return split.get();
    }

    /**
     * Folds whose training spans all begin with the series; see {@link WalkForward}.
     *
     * @throws NoticeException {@code data.error.tooShortFolds} (rows, rows needed, folds) where a span of a fold would
     *     have fewer origins than the least, a half of a validation span too
     */
    public List<DateSplit> expanding(int n, int folds) throws NoticeException {
        return folds(n, folds, days -> new WalkForward(this, days, folds).expanding());
    }

    /** Folds whose training spans are the last days of the expanding ones, as many as the first has. */
    public List<DateSplit> sliding(int n, int folds) throws NoticeException {
        return folds(n, folds, days -> new WalkForward(this, days, folds).sliding());
    }

    private static List<DateSplit> folds(int n, int folds, IntFunction<Optional<List<DateSplit>>> cut)
            throws NoticeException {
        Optional<List<DateSplit>> splits = cut.apply(n);
        if (splits.isEmpty()) {
            throw new NoticeException(Notice.of("data.error.tooShortFolds", n, needed(n, cut), folds));
        }
        return splits.get();
    }

    /** The fewest rows above n that can be cut. */
    private static <T> int needed(int n, IntFunction<Optional<T>> cut) {
        int needed = n + 1;
        while (cut.apply(needed).isEmpty()) {
            needed++;
        }
        return needed;
    }

    private Optional<DateSplit> once(int n) {
        int origins = origins(n);
        int validation = (int) Math.round(validationShare * origins);
        int test = (int) Math.round(testShare * origins);
        return split(n, window, n - 1 - horizon, validation, test);
    }

    DateCut with(int otherWindow, double otherValidation, double otherTest) {
        return new DateCut(otherWindow, horizon, embargo, otherValidation, otherTest, halved, least);
    }

    /** Days with a full window before them and a whole label after them; below 0 for a very short series. */
    int origins(int n) {
        return n - window - horizon;
    }

    /** Days left out before a span. */
    int gap() {
        return horizon + embargo;
    }

    /** Spans of the given sizes from the first origin to the last; empty where one of them is too small. */
    Optional<DateSplit> split(int n, int first, int end, int validation, int test) {
        int beforeTest = test == 0 && testShare == 0 ? end : end - test - gap();
        int beforeValidation = validation == 0 && validationShare == 0 ? beforeTest : beforeTest - validation - gap();
        boolean fits = beforeValidation - first + 1 >= least.train()
                && (validationShare == 0 || validation >= least.validation())
                && (testShare == 0 || test >= least.test())
                && (!halved || validation - gap() >= 2 * least.validation());
        return fits
                ? Optional.of(new DateSplit(
                        n,
                        window,
                        horizon,
                        embargo,
                        new Span(first, beforeValidation),
                        new Span(beforeTest - validation + 1, beforeTest),
                        new Span(end - test + 1, end)))
                : Optional.empty();
    }
}
