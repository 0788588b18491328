package io.riskloom.engine.feature;

import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** How many bars of a series make a year, by the gaps between their dates. */
public final class BarsPerYear {
    private static final double TRADING_DAYS = 252;
    private static final double CALENDAR_DAYS = 365;
    private static final double WEEKS = 52;
    private static final double MONTHS = 12;
    private static final double YEAR = 365.25;

    /** Bars a year from which daily ones are those of a market that never closes: five days a week are 261, six 313. */
    private static final double NEVER_CLOSED = 330;

    /** Two weeks of trading days, fewer of which may hold no weekend. */
    private static final int ENOUGH = 10;

    /** A longer gap between daily bars is a hole, or the seam between two folds. */
    private static final int HOLE = 10;

    private BarsPerYear() {}

    /**
     * By the median gap in calendar days: up to four 252, or 365 where bars come on weekends too (crypto currencies); up to ten
     * 52; up to 45 12; else 365.25 over the gap. 252 for fewer than two dates, and where rows stand for days.
     *
     * @param dates ascending
     */
    public static double of(List<LocalDate> dates) {
        if (dates.size() < 2 || !PriceHistory.dated(dates.getFirst())) {
            return TRADING_DAYS;
        }
        long[] gaps = new long[dates.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = dates.get(i + 1).toEpochDay() - dates.get(i).toEpochDay();
        }
        Arrays.sort(gaps);
        long median = gaps[gaps.length / 2];
        if (median <= 4) {
            return daily(gaps);
        } else if (median <= 10) {
            return WEEKS;
        }
        return median <= 45 ? MONTHS : YEAR / median;
    }

    private static double daily(long[] gaps) {
        double mean = Arrays.stream(gaps).filter(gap -> gap <= HOLE).average().orElseThrow();
        return gaps.length + 1 >= ENOUGH && YEAR / mean >= NEVER_CLOSED ? CALENDAR_DAYS : TRADING_DAYS;
    }
}
