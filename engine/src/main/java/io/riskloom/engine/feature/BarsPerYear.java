package io.riskloom.engine.feature;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** How many bars of a series make a year, by the median gap between their dates. */
public final class BarsPerYear {
    private static final double DAYS = 252;
    private static final double WEEKS = 52;
    private static final double MONTHS = 12;

    private BarsPerYear() {}

    /** 252 up to a gap of four calendar days, 52 up to ten, 12 up to 45, else 365.25 over the gap; 252 for fewer than two dates. */
    public static double of(List<LocalDate> dates) {
        if (dates.size() < 2) {
            return DAYS;
        }
        long[] gaps = new long[dates.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = dates.get(i + 1).toEpochDay() - dates.get(i).toEpochDay();
        }
        Arrays.sort(gaps);
        long median = gaps[gaps.length / 2];
        if (median <= 4) {
            return DAYS;
        } else if (median <= 10) {
            return WEEKS;
        }
        return median <= 45 ? MONTHS : 365.25 / median;
    }
}
