package io.riskloom.engine.challenger;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.Span;

/** The days that a plain model forecasts from. */
final class Origins {

    /** Days before the first one of a fit that its inputs may reach back. */
    static final int LONGEST = 20;

    /** Fewest origins that a fit is asked of. */
    static final int LEAST = 60;

    private Origins() {}

    /**
     * Origins whose {@value #LONGEST} days before and whose label lie within the days that a fit may see.
     *
     * @throws NoticeException {@code challenger.error.tooShort} (rows, needed) for fewer than {@value #LEAST}
     */
    static Span known(int firstTrain, int knownUpTo, int horizon) throws NoticeException {
        int first = firstTrain + LONGEST;
        int last = knownUpTo - horizon;
        if (last - first + 1 < LEAST) {
            throw new NoticeException(
                    Notice.of("challenger.error.tooShort", knownUpTo - firstTrain + 1, LONGEST + LEAST + horizon));
        }
        return new Span(first, last);
    }

    static void check(int origin, int first, int days) {
        if (origin < first || origin >= days) {
            throw new IllegalArgumentException("origin " + origin + " is not in " + first + "…" + (days - 1));
        }
    }
}
