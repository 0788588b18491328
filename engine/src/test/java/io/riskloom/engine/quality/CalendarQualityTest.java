package io.riskloom.engine.quality;

import static io.riskloom.engine.quality.Csv.calm;
import static io.riskloom.engine.quality.Csv.file;
import static io.riskloom.engine.quality.Csv.findings;
import static io.riskloom.engine.quality.Csv.fix;
import static io.riskloom.engine.quality.Csv.number;
import static io.riskloom.engine.quality.Csv.rows;
import static io.riskloom.engine.quality.Csv.weekdays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.PriceHistory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Missing days, days of the future, and series that have no calendar. */
class CalendarQualityTest {

    @TempDir
    Path folder;

    private Path closes(List<LocalDate> days) throws Exception {
        return file(folder, "date,close", rows(days, i -> number(calm(i))));
    }

    @Test
    void aWholeYearOfWeekdaysIsClean() throws Exception {
        assertEquals(List.of(), findings(closes(weekdays(260))));
    }

    @Test
    void aLongGapNamesItsDaysAndIsFilledOnlyThere() throws Exception {
        List<LocalDate> days = new ArrayList<>(weekdays(200));
        days.remove(150); // a holiday
        days.subList(100, 106).clear();
        Path file = closes(days);
        assertEquals(
                List.of("WARNING gap[ACME, 6, 1, 6, 2023-05-19, 2023-05-30, 1] [102] FILL_PREVIOUS(long)"),
                findings(file));

        PriceHistory filled = Csv.series(file, fix(file));
        assertEquals(199, filled.size());
        assertEquals(199, filled.source().rows());
        assertEquals(199, Csv.prices(file, fix(file)).report().rows());
        assertEquals(LocalDate.of(2023, 5, 22), filled.dates().get(100));
        assertEquals(LocalDate.of(2023, 5, 29), filled.dates().get(105));
        for (int row = 100; row < 106; row++) {
            assertEquals(filled.close()[99], filled.close()[row]);
        }
        assertEquals(Double.parseDouble(number(calm(100))), filled.close()[106]);
        assertEquals(101, Csv.prices(file, fix(file)).lines().getFirst()[105]);
        assertEquals(List.of(), findings(file, fix(file)));
    }

    @Test
    void fourClosedDaysAreNoFinding() throws Exception {
        List<LocalDate> days = new ArrayList<>(weekdays(200));
        days.subList(100, 104).clear();
        assertEquals(List.of(), findings(closes(days)));
    }

    @Test
    void yearlyHolidaysOfAWeekAreNoFindingButAWeekInAnotherSeasonIs() throws Exception {
        List<LocalDate> days = new ArrayList<>(weekdays(3 * 261));
        days.removeIf(day -> !MonthDay.from(day).isBefore(MonthDay.of(10, 1))
                && !MonthDay.from(day).isAfter(MonthDay.of(10, 8)));
        assertEquals(List.of(), findings(closes(days)));
        days.removeIf(day -> !day.isBefore(LocalDate.of(2024, 6, 3)) && !day.isAfter(LocalDate.of(2024, 6, 7)));
        assertEquals(
                List.of("WARNING gap[ACME, 5, 1, 5, 2024-05-31, 2024-06-10, 1] [367] FILL_PREVIOUS(long)"),
                findings(closes(days)));
    }

    @Test
    void everyEleventhDayMissingIsMoreThanHolidays() throws Exception {
        List<LocalDate> all = weekdays(200);
        List<LocalDate> days = IntStream.range(0, 200)
                .filter(i -> i % 11 != 5)
                .mapToObj(all::get)
                .toList();
        Path file = closes(days);
        List<Finding> found = Csv.report(file, Reading.PLAIN).findings();
        assertEquals(
                "quality.gap.single[ACME, 18, 9]", found.getFirst().notice().toString());
        assertEquals(18, found.getFirst().count());
        assertEquals(List.of(7, 17, 27), found.getFirst().lines().subList(0, 3));
        assertEquals(200, Csv.series(file, fix(file)).size());
        assertEquals(all, Csv.series(file, fix(file)).dates());
    }

    @Test
    void everyDayOfTheWeekIsACalendarToo() throws Exception {
        List<LocalDate> days = IntStream.range(0, 100)
                .mapToObj(LocalDate.of(2024, 1, 1)::plusDays)
                .toList();
        assertEquals(List.of(), findings(closes(days)));
    }

    @Test
    void aMissingMonthIsFoundAndFilledAtItsDay() throws Exception {
        List<LocalDate> days = new ArrayList<>(IntStream.range(0, 40)
                .mapToObj(LocalDate.of(2020, 1, 31)::plusMonths)
                .toList());
        days.remove(13); // end of February 2021
        Path file = closes(days);
        assertEquals(
                List.of("WARNING gap.period[ACME, 1, 1, 1, 2021-01-31, 2021-03-31, 31] [15] FILL_PREVIOUS(long)"),
                findings(file));
        assertEquals(
                LocalDate.of(2021, 2, 28), Csv.series(file, fix(file)).dates().get(13));
        assertEquals(40, Csv.series(file, fix(file)).size());
    }

    @Test
    void aMissingWeekIsFound() throws Exception {
        List<LocalDate> days = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(LocalDate.of(2024, 1, 5)::plusWeeks)
                .toList());
        days.subList(20, 22).clear();
        assertEquals(
                List.of("WARNING gap.period[ACME, 2, 1, 2, 2024-05-17, 2024-06-07, 7] [22] FILL_PREVIOUS(long)"),
                findings(closes(days)));
    }

    @Test
    void datesWithoutAnyRhythmHaveNoGaps() throws Exception {
        List<LocalDate> days = IntStream.range(0, 60)
                .mapToObj(i -> LocalDate.of(2020, 1, 1).plusDays(i * (i + 3) / 2))
                .toList();
        assertEquals(List.of(), findings(closes(days)));
    }

    @Test
    void aDayThatTheOtherSeriesHaveIsMissing() throws Exception {
        List<LocalDate> days = weekdays(150);
        Path file = file(
                folder,
                "date,AAA,BBB,CCC",
                rows(
                        days,
                        i -> number(calm(i)) + "," + (i == 50 ? "" : number(calm(i + 3))) + "," + number(calm(i + 9))));
        assertEquals(List.of("NOTE gap.others[BBB, 1, 2023-03-13] [53] FILL_PREVIOUS(others)"), findings(file));
        PriceHistory filled = Csv.prices(file, fix(file)).seriesNamed("BBB");
        assertEquals(150, filled.size());
        assertEquals(150, filled.source().rows());
        assertEquals(filled.close()[49], filled.close()[50]);
        assertEquals(List.of(), findings(file, fix(file)));
    }

    @Test
    void aFarAwayLastDayIsNoGapAndNothingIsFilledUpToIt() throws Exception {
        List<LocalDate> days = new ArrayList<>(weekdays(100));
        days.add(LocalDate.of(9999, 12, 31));
        Path file = file(folder, "date,AAA,BBB", rows(days, i -> number(calm(i)) + "," + number(calm(i + 3))));
        assertEquals(
                List.of(
                        "WARNING future[AAA, 1, 9999-12-31, 9999-12-31] [102] LEAVE_OUT(2026-01-03)",
                        "WARNING future[BBB, 1, 9999-12-31, 9999-12-31] [102] LEAVE_OUT(2026-01-03)"),
                findings(file));
        for (String which : List.of("", "long")) {
            Step fill = new Step(Check.GAP, Fix.FILL_PREVIOUS, "", "", which);
            assertEquals(101, Csv.prices(file, fill).series().getFirst().size());
        }
    }

    @Test
    void aGapLongerThanTheSeriesIsToldButNotFilled() throws Exception {
        List<LocalDate> days = new ArrayList<>(weekdays(40));
        weekdays(40).forEach(day -> days.add(day.plusDays(700)));
        List<String> found = findings(closes(days));
        assertEquals(1, found.size(), found.toString());
        assertEquals("WARNING gap[ACME, 460, 1, 460, 2023-02-24, 2024-12-02, 1] [42]", found.getFirst());
    }

    @Test
    void daysAfterTomorrowAreLeftOut() throws Exception {
        List<LocalDate> days = new ArrayList<>(weekdays(100));
        days.addAll(List.of(Csv.TODAY, Csv.TODAY.plusDays(1), Csv.TODAY.plusDays(2), LocalDate.of(2099, 1, 1)));
        Path file = closes(days);
        Step step = new Step(Check.FUTURE, Fix.LEAVE_OUT, "ACME", "", "2026-01-03");
        Finding future = Csv.report(file, Reading.PLAIN).findings().stream()
                .filter(f -> f.check() == Check.FUTURE)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "WARNING future[ACME, 2, 2026-01-04, 2099-01-01] [104, 105] LEAVE_OUT(2026-01-03)", Csv.text(future));
        assertEquals(List.of(step), future.fixes());
        assertEquals(102, Csv.series(file, step).size());
        assertEquals(Csv.TODAY.plusDays(1), Csv.series(file, step).dates().getLast());
    }

    @Test
    void aHistoryWithoutDatesHasNoCalendarAndSpeaksOfRows() throws Exception {
        double[] close = IntStream.range(0, 60).mapToDouble(Csv::calm).toArray();
        IntStream.range(40, 60).forEach(i -> close[i] /= 4);
        int[] lines = IntStream.range(2, 62).toArray();
        int[] days = IntStream.range(0, 60)
                .map(i -> (int)
                        PriceHistory.FIRST_ROW.plusDays(i < 20 ? i : i + 30).toEpochDay())
                .toArray();
        double[] none = {};
        Series series = new Series("ACME", false, days, none, none, none, close, none, lines);
        Gaps gaps = Gaps.of(series);
        assertEquals(List.of(), CalendarChecks.of(series, gaps, Peers.of(List.of(series)), Csv.TODAY));
        List<Finding> found = PriceChecks.of(series, gaps.calendar());
        assertEquals(1, found.size());
        assertEquals("71", found.getFirst().notice().args().get(1));
        assertEquals("71 4", found.getFirst().fixes().getFirst().value());
        assertEquals((int) PriceHistory.FIRST_ROW.plusDays(70).toEpochDay(), series.day("71"));
        assertArrayEquals(
                new int[] {42},
                found.getFirst().lines().stream().mapToInt(i -> i).toArray());
    }
}
