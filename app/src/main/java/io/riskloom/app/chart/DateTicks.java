package io.riskloom.app.chart;

import io.riskloom.app.chart.Ticks.Tick;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Labels of a date axis: days, weeks, months or years, whichever fit; each stands at the first bar of its period. */
final class DateTicks {

    private static final int[] MONTHS = {1, 3, 6};
    private static final int[] YEARS = {1, 2, 5, 10, 20, 50, 100};

    private DateTicks() {}

    /**
     * @param days  epoch days of the bars, ascending
     * @param first first bar shown
     * @param last  last bar shown
     * @param most  how many labels have room
     */
    static Ticks of(int[] days, int first, int last, int most) {
        if (first > last || first < 0 || last >= days.length) {
            return new Ticks(List.of());
        }
        int room = Math.max(1, most);
        int bars = last - first + 1;
        if (!PriceHistory.dated(LocalDate.ofEpochDay(days[first]))) {
            return bars(days, first, last, (int) Ticks.step(Math.max(1, (double) bars / room)));
        }
        double span = days[last] - days[first] + 1;
        if (span / 30.4 > room) {
            for (int months : MONTHS) {
                if (span / (30.4 * months) <= room) {
                    return months(days, first, last, months);
                }
            }
            for (int years : YEARS) {
                if (span / (365.25 * years) <= room || years == 100) {
                    return months(days, first, last, 12 * years);
                }
            }
        }
        if (span / 30.4 >= 3) {
            return months(days, first, last, 1);
        }
        return bars(days, first, last, (int) Ticks.step(Math.max(1, (double) bars / room)));
    }

    private static Ticks bars(int[] days, int first, int last, int step) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = (first + step - 1) / step * step; i <= last; i += step) {
            ticks.add(new Tick(i, Formats.day(LocalDate.ofEpochDay(days[i]))));
        }
        return new Ticks(ticks);
    }

    private static Ticks months(int[] days, int first, int last, int months) {
        LocalDate start = LocalDate.ofEpochDay(days[first]);
        long number = start.getYear() * 12L + start.getMonthValue() - 1;
        List<Tick> ticks = new ArrayList<>();
        int before = -1;
        for (long m = Math.floorDiv(number, months) * months; ; m += months) {
            LocalDate date = LocalDate.of((int) Math.floorDiv(m, 12L), (int) Math.floorMod(m, 12L) + 1, 1);
            int i = lowerBound(days, (int) date.toEpochDay());
            if (i > last) {
                return new Ticks(ticks);
            }
            boolean begins = i > first || i == first && begins(days, first, date.toEpochDay(), months);
            if (begins && i != before && date.toEpochDay() + 31L * months > days[i]) {
                ticks.add(new Tick(
                        i,
                        months >= 12
                                ? String.valueOf(date.getYear())
                                : date.toString().substring(0, 7)));
                before = i;
            }
        }
    }

    /** A period that began left of the view, or well before the data, has no label at the left edge. */
    private static boolean begins(int[] days, int first, long start, int months) {
        return first == 0 ? days[0] - start <= 7L * months : days[first - 1] < start;
    }

    /** Index of the first bar on or after a day; the number of bars where there is none. */
    static int lowerBound(int[] days, int day) {
        int i = Arrays.binarySearch(days, day);
        return i < 0 ? -i - 1 : i;
    }
}
