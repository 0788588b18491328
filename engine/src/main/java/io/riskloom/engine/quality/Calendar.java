package io.riskloom.engine.quality;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The days on which a series has rows, guessed from the series itself. Daily data (median step of at most 3 days): a weekday
 * belongs where it has rows in more than half of the weeks. Slower data go by their median step, where at least 80 % of the
 * steps are within 30 % of it; other data have no calendar, and nothing is missing from them.
 */
final class Calendar {

    private static final int FEWEST_ROWS = 10;
    private static final int DAILY = 3;
    private static final double LIKE = 0.3;
    private static final double MOST = 0.8;
    private static final int[] NONE = {};

    private final int step;
    private final boolean[] weekdays;
    private final boolean regular;

    private Calendar(int step, boolean[] weekdays, boolean regular) {
        this.step = step;
        this.weekdays = weekdays;
        this.regular = regular;
    }

    static Calendar of(Series series) {
        int[] days = series.days();
        if (!series.dated() || days.length < FEWEST_ROWS) {
            return new Calendar(1, new boolean[7], false);
        }
        int[] steps =
                IntStream.range(1, days.length).map(i -> days[i] - days[i - 1]).toArray();
        int[] sorted = steps.clone();
        Arrays.sort(sorted);
        int step = sorted[sorted.length / 2];
        long like = IntStream.of(steps)
                .filter(s -> Math.abs(s - step) <= LIKE * step)
                .count();
        return new Calendar(step, weekdays(days), step <= DAILY || like >= MOST * steps.length);
    }

    private static boolean[] weekdays(int[] days) {
        int[] rows = new int[7];
        int weeks = 0;
        int last = Integer.MIN_VALUE;
        for (int day : days) {
            rows[weekday(day)]++;
            int week = Math.floorDiv(day + 3, 7); // the epoch began on a Thursday
            weeks += week != last ? 1 : 0;
            last = week;
        }
        boolean[] open = new boolean[7];
        for (int i = 0; i < 7; i++) {
            open[i] = 2 * rows[i] > weeks;
        }
        return open;
    }

    private static int weekday(int day) {
        return Math.floorMod(day + 3, 7);
    }

    boolean daily() {
        return step <= DAILY;
    }

    /** Median days between rows. */
    int step() {
        return step;
    }

    /** The days without a row between two neighbouring rows that should have one. */
    int[] missing(int before, int after) {
        if (!regular) {
            return NONE;
        }
        if (daily()) {
            return weekend(before, after)
                    ? NONE
                    : IntStream.range(before + 1, after)
                            .filter(day -> weekdays[weekday(day)])
                            .toArray();
        }
        int steps = (int) Math.round((double) (after - before) / step);
        return IntStream.range(1, steps).map(i -> later(before, i)).toArray();
    }

    /** Whether no day between the two is a trading day. */
    private boolean weekend(int before, int after) {
        int day = before + 1;
        while (day < after && !weekdays[weekday(day)]) {
            day++;
        }
        return day == after;
    }

    /** So many steps later: months by their calendar, others by days. */
    private int later(int day, int steps) {
        int months = (int) Math.round(step / 30.4);
        if (months < 1 || Math.abs(step - 30.4 * months) > 2 * months) {
            return day + steps * step;
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        LocalDate then = date.plusMonths((long) steps * months);
        boolean last = date.getDayOfMonth() == date.lengthOfMonth();
        return (int) (last ? then.withDayOfMonth(then.lengthOfMonth()) : then).toEpochDay();
    }
}
