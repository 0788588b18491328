package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DateColumn;

class DayOrderTest {

    private final List<ImportReport.Warning> warnings = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void weekdaysDecideFirst() {
        List<LocalDate> days = days("2017-01-02", 11, day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
        DateColumn dates = read(days, DateFormat.DAY_MONTH, DateFormat.MONTH_DAY);

        ColumnPlan plan = decide(dates, DateFormat.MONTH_DAY, DateFormat.MONTH_DAY, DateFormat.DAY_MONTH);

        assertEquals(DateFormat.DAY_MONTH, plan.format());
        assertEquals(days, dates.asList());
        assertEquals("data.warn.dayOrder", warnings.getFirst().notice().key());
        assertEquals(
                List.of("2", "day", "d/M/yyyy", "2017-01-02"),
                warnings.getFirst().notice().args());
    }

    @Test
    void orderDecidesWhereWeekdaysDoNot() {
        List<LocalDate> days = days("2017-03-01", 12, day -> true); // seven days a week
        DateColumn dates = read(days, DateFormat.MONTH_DAY, DateFormat.MONTH_DAY);

        assertEquals(
                DateFormat.MONTH_DAY,
                decide(dates, DateFormat.MONTH_DAY, DateFormat.MONTH_DAY, DateFormat.DAY_MONTH)
                        .format());
        assertEquals(days, dates.asList());
    }

    @Test
    void monthFirstWinsWhereNothingTells() {
        DateColumn dates = DateColumn.create("day", List.of(LocalDate.of(2017, 1, 2), LocalDate.of(2017, 2, 3)));

        assertEquals(
                DateFormat.MONTH_DAY,
                decide(dates, DateFormat.MONTH_DAY, DateFormat.MONTH_DAY, DateFormat.DAY_MONTH)
                        .format());
    }

    @Test
    void aShortYearMayStandFirst() {
        List<LocalDate> days = days("2011-03-01", 30, day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
        DateColumn dates = read(days, DateFormat.SHORT_YEAR, DateFormat.DAY_MONTH);

        ColumnPlan plan = decide(dates, DateFormat.DAY_MONTH, DateFormat.DAY_MONTH, DateFormat.SHORT_YEAR);

        assertEquals(DateFormat.SHORT_YEAR, plan.format());
        assertEquals(days, dates.asList());
    }

    @Test
    void missingDatesStayMissing() {
        DateColumn dates = DateColumn.create("day", 3);
        dates.set(0, LocalDate.of(2017, 5, 4));
        dates.set(2, LocalDate.of(2017, 6, 4));

        decide(dates, DateFormat.MONTH_DAY, DateFormat.MONTH_DAY, DateFormat.DAY_MONTH);

        assertEquals(1, dates.countMissing());
    }

    @Test
    void readingsFitAsManyCellsAsTheBest() {
        Map<DateFormat, Integer> counts =
                Map.of(DateFormat.MONTH_DAY, 7, DateFormat.DAY_MONTH, 7, DateFormat.SHORT_YEAR, 6);
        assertEquals(
                List.of(DateFormat.MONTH_DAY, DateFormat.DAY_MONTH),
                DayOrder.readings(counts::get, DateFormat.MONTH_DAY));
        assertEquals(List.of(), DayOrder.readings(format -> 0, DateFormat.ISO));
    }

    @Test
    void aReadingThatDoesNotFitIsNone() {
        DateColumn dates = DateColumn.create("day", List.of(LocalDate.of(2017, 1, 13), LocalDate.of(2017, 2, 3)));

        ColumnPlan plan = decide(dates, DateFormat.MONTH_DAY, DateFormat.MONTH_DAY, DateFormat.DAY_MONTH);

        assertEquals(DateFormat.MONTH_DAY, plan.format());
        assertEquals(LocalDate.of(2017, 1, 13), dates.get(0));
        assertEquals(List.of(), warnings);
    }

    @Test
    void aFileOfTwoDigitYearsIsReadByItsWeekdays() throws Exception {
        StringBuilder text = new StringBuilder("Date,Close\n");
        List<LocalDate> days = days("2017-01-02", 11, day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
        for (LocalDate day : days) {
            text.append(day.getDayOfMonth())
                    .append('/')
                    .append(day.getMonthValue())
                    .append("/17,10.5\n");
        }

        Imported.Prices prices = Csv.prices(folder, text.toString());

        assertEquals(days, prices.series().getFirst().dates());
        assertEquals("d/M/yyyy", prices.report().used().dates());
    }

    /** The days from {@code first} on for as many days of the calendar. */
    private static List<LocalDate> days(String first, int many, Predicate<LocalDate> open) {
        LocalDate from = LocalDate.parse(first);
        return from.datesUntil(from.plusDays(many)).filter(open).toList();
    }

    /** Days as one format writes and another reads them. */
    private static DateColumn read(List<LocalDate> days, DateFormat written, DateFormat read) {
        int[] packed = days.stream()
                .map(day -> switch (written) {
                    case MONTH_DAY -> "%d/%d/%d".formatted(day.getMonthValue(), day.getDayOfMonth(), day.getYear());
                    case DAY_MONTH -> "%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
                    default ->
                        "%02d-%02d-%02d".formatted(day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth());
                })
                .mapToInt(cell -> read.parse(cell.toCharArray(), 0, cell.length()))
                .toArray();
        return DateColumn.createInternal("day", packed);
    }

    private ColumnPlan decide(DateColumn dates, DateFormat read, DateFormat... readings) {
        return DayOrder.decide(ColumnPlan.date("day", read), dates, List.of(readings), 2, warnings);
    }
}
