package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartBrush;
import io.riskloom.app.result.BarUnit;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/**
 * Periods as days of a chart, by index, and back.
 *
 * @param dates of the prices, ascending
 */
record PeriodAxis(List<LocalDate> dates) {

    PeriodAxis {
        dates = List.copyOf(dates);
    }

    /** The days of a period; null where there are none. */
    ChartBrush brush(PeriodDays period) {
        int first = index(period.from());
        int last = index(period.to().plusDays(1)) - 1;
        return last < first ? null : new ChartBrush(first, last);
    }

    PeriodDays days(ChartBrush brush) {
        return new PeriodDays(dates.get(brush.first()), dates.get(brush.last()));
    }

    /** Index of the first day on or after a date. */
    private int index(LocalDate date) {
        int found = Collections.binarySearch(dates, date);
        return found < 0 ? -found - 1 : found;
    }

    /** The day so many days after another; as many calendar days where that is not known. */
    LocalDate after(LocalDate day, int days) {
        int at = Collections.binarySearch(dates, day);
        return at < 0 || at + days >= dates.size() ? day.plusDays(days) : dates.get(at + days);
    }

    /** What a day of the prices spans. */
    BarUnit unit() {
        return BarUnit.of(dates);
    }
}
