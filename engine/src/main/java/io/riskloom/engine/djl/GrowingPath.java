package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.FeatureGroups;
import io.riskloom.engine.feature.ForecastWindows;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The window of an origin and what grows behind it: closes and dates that the features of one more day need. The next date is
 * the last one plus the usual gap; a series of working days skips Saturdays and Sundays.
 */
final class GrowingPath {
    private static final double[] NONE = {};

    private final PriceHistory history;
    private final ForecastWindows windows;
    private final float[] window;
    private final List<LocalDate> dates;
    private double[] closes;
    private final long gap;
    private final boolean workingDays;

    GrowingPath(PriceHistory history, ForecastWindows windows, int origin) {
        this.history = history;
        this.windows = windows;
        this.window = windows.of(origin);
        int from = Math.max(0, origin - Math.max(memory(windows.names()), windows.window()));
        this.dates = new ArrayList<>(history.dates().subList(from, origin + 1));
        this.closes = Arrays.copyOfRange(history.close(), from, origin + 1);
        this.gap = usualGap(dates);
        this.workingDays = gap == 1 && dates.stream().noneMatch(GrowingPath::weekend);
    }

    /** Days before a day that its features look back on, and one more, whose own features are not known. */
    private static int memory(List<String> features) {
        return 1 + features.stream().mapToInt(FeatureGroups::lookBack).max().orElseThrow();
    }

    private static long usualGap(List<LocalDate> dates) {
        long[] gaps = new long[dates.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = dates.get(i + 1).toEpochDay() - dates.get(i).toEpochDay();
        }
        Arrays.sort(gaps);
        return gaps[gaps.length / 2];
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    /** The scaled window of the last day. */
    void copyTo(float[] rows, int at) {
        System.arraycopy(window, 0, rows, at, window.length);
    }

    /** One day more, whose close is the last one times exp(r). */
    void grow(double logReturn) throws NoticeException {
        closes = Arrays.copyOf(closes, closes.length + 1);
        closes[closes.length - 1] = closes[closes.length - 2] * Math.exp(logReturn);
        dates.add(next(dates.getLast()));
        float[] day = lastDay();
        System.arraycopy(window, day.length, window, 0, window.length - day.length);
        System.arraycopy(day, 0, window, window.length - day.length, day.length);
    }

    private LocalDate next(LocalDate last) {
        LocalDate date = last.plusDays(gap);
        while (workingDays && weekend(date)) {
            date = date.plusDays(1);
        }
        return date;
    }

    private float[] lastDay() throws NoticeException {
        int from = Math.max(0, closes.length - 1 - memory(windows.names()));
        PriceHistory days = new PriceHistory(
                history.symbol(),
                dates.subList(from, closes.length),
                NONE,
                NONE,
                NONE,
                Arrays.copyOfRange(closes, from, closes.length),
                NONE,
                history.source());
        return ForecastWindows.of(days, 1, windows.names(), windows.scaler()).of(days.size() - 1);
    }
}
