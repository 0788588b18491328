package io.riskloom.engine.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Missing days of one series by its {@link Calendar}. In daily data a gap of {@value #LONG} days or more is long, unless the
 * exchange closes at that season in most years, as in China for the Spring Festival; shorter ones are holidays as long as
 * they are few. Slower data have no holidays: each missing period counts as a long gap.
 *
 * <p>Five days, not four: the New York exchange was closed for four after 11 September 2001.
 */
final class Gaps {

    /**
     * @param row  the row after the gap
     * @param days that are missing, ascending
     */
    record Gap(int row, int[] days) {}

    static final int LONG = 5;
    private static final int LONGEST_HOLIDAYS = 12;
    private static final int SHORTEST_HOLIDAYS = 3;
    private static final int SEASON = 30;

    private final Series series;
    private final Calendar calendar;
    private final List<Gap> all = new ArrayList<>();

    private Gaps(Series series) {
        this.series = series;
        this.calendar = Calendar.of(series);
    }

    static Gaps of(Series series) {
        return of(series, Integer.MAX_VALUE);
    }

    /** Those no longer than the series itself: beyond, made-up days would outnumber the real ones. */
    static Gaps fillable(Series series) {
        Gaps gaps = of(series, series.size());
        gaps.all.removeIf(gap -> gap.days().length > series.size());
        return gaps;
    }

    /** @param most days of a gap that are worth listing; with one open day a week, eight times as far hold more */
    private static Gaps of(Series series, int most) {
        Gaps gaps = new Gaps(series);
        int[] days = series.days();
        long farthest = 8L * most * gaps.calendar.step();
        for (int row = 1; row < days.length; row++) {
            if ((long) days[row] - days[row - 1] > farthest) {
                continue;
            }
            int[] missing = gaps.calendar.missing(days[row - 1], days[row]);
            if (missing.length > 0) {
                gaps.all.add(new Gap(row, missing));
            }
        }
        return gaps;
    }

    Calendar calendar() {
        return calendar;
    }

    List<Gap> all() {
        return all;
    }

    /** Long gaps that are no yearly holidays. */
    List<Gap> unusual() {
        if (!calendar.daily()) {
            return all;
        }
        int[] days = series.days();
        int years = all.isEmpty()
                ? 0
                : (int) IntStream.of(days)
                        .map(Gaps::year)
                        .distinct()
                        .count(); // those with rows: a last day may be 9999-12-31
        return all.stream()
                .filter(gap -> gap.days().length >= LONG && !yearly(gap, years))
                .toList();
    }

    /** Gaps as holidays make them, long ones left out. */
    List<Gap> single() {
        return calendar.daily()
                ? all.stream().filter(gap -> gap.days().length < LONG).toList()
                : List.of();
    }

    /** Whether at least half of the years, and two, have closed days within a month of this season. */
    private boolean yearly(Gap gap, int years) {
        if (gap.days().length > LONGEST_HOLIDAYS) {
            return false;
        }
        int season = season(gap);
        long closed = all.stream()
                .filter(other -> other.days().length >= SHORTEST_HOLIDAYS)
                .filter(other -> Math.abs(season(other) - season) <= SEASON)
                .mapToInt(other -> year(other.days()[0]))
                .distinct()
                .count();
        return closed >= 2 && 2 * closed >= years;
    }

    private static int year(int day) {
        return LocalDate.ofEpochDay(day).getYear();
    }

    private static int season(Gap gap) {
        return LocalDate.ofEpochDay(gap.days()[gap.days().length / 2]).getDayOfYear();
    }

    static int[] days(List<Gap> gaps) {
        return gaps.stream().flatMapToInt(gap -> IntStream.of(gap.days())).toArray();
    }
}
