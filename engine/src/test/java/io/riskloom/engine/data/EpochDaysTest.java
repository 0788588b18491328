package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.columns.dates.PackedLocalDate;

class EpochDaysTest {

    private final List<ImportReport.Warning> warnings = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void everyDayOfACenturyIsCounted() {
        for (LocalDate day = LocalDate.of(1974, 1, 1); day.getYear() < 2064; day = day.plusDays(1)) {
            assertEquals(day, read(DateFormat.EPOCH_SECONDS, day.toEpochDay() * 86_400));
            assertEquals(day, read(DateFormat.EPOCH_MILLIS, day.toEpochDay() * 86_400_000 + 86_399_999));
            assertEquals(day, read(DateFormat.EXCEL_SERIAL, day.toEpochDay() + 25_569));
        }
    }

    @ParameterizedTest
    @CsvSource({"Asia/Shanghai,false", "Asia/Tokyo,true", "Europe/Berlin,false", "Asia/Kolkata,true"})
    void midnightsEastOfUtcAreTheNextDay(String zone, boolean millis) {
        List<LocalDate> days = tradingDays();
        DateFormat format = millis ? DateFormat.EPOCH_MILLIS : DateFormat.EPOCH_SECONDS;
        DateColumn dates = decide(format, stamps(days, LocalTime.MIDNIGHT, ZoneId.of(zone), millis));

        assertEquals(days, dates.asList());
        assertEquals(1, warnings.size());
        assertEquals("data.warn.epochShift", warnings.getFirst().notice().key());
        assertEquals(
                List.of("2", "t", days.getFirst().toString()),
                warnings.getFirst().notice().args());
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York,00:00",
        "America/New_York,16:00",
        "UTC,00:00",
        "Europe/London,16:30",
        "Asia/Shanghai,15:00"
    })
    void otherTimesStayOnTheirDay(String zone, String time) {
        List<LocalDate> days = tradingDays();
        DateColumn dates =
                decide(DateFormat.EPOCH_SECONDS, stamps(days, LocalTime.parse(time), ZoneId.of(zone), false));

        assertEquals(days, dates.asList());
        assertTrue(warnings.isEmpty());
    }

    @Test
    void daysOfAllWeekStay() {
        List<LocalDate> days =
                LocalDate.of(2021, 1, 1).datesUntil(LocalDate.of(2021, 3, 1)).toList();
        DateColumn dates = decide(DateFormat.EPOCH_SECONDS, stamps(days, LocalTime.of(16, 0), ZoneOffset.UTC, false));

        assertEquals(days, dates.asList());
    }

    @Test
    void aFileOfShanghaiMidnightsHasItsTradingDays() throws Exception {
        List<LocalDate> days = tradingDays();
        StringBuilder text = new StringBuilder("timestamp,close\n");
        for (String stamp : stamps(days, LocalTime.MIDNIGHT, ZoneId.of("Asia/Shanghai"), true)) {
            text.append(stamp).append(",10.5\n");
        }

        Imported.Prices prices = Csv.prices(folder, text.toString());

        assertEquals(days, prices.series().getFirst().dates());
        assertTrue(Csv.warnings(prices).contains("epochShift[2, timestamp, 2021-01-04]"));
    }

    @Test
    void aFileOfSerialNumbersHasItsDays() throws Exception {
        Imported.Prices prices = Csv.prices(folder, "Date;Close\n43045;10,5\n43046,5;11,25\n43047;12\n");

        assertEquals(
                List.of(LocalDate.of(2017, 11, 6), LocalDate.of(2017, 11, 7), LocalDate.of(2017, 11, 8)),
                prices.series().getFirst().dates());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Time,V1,Class\n1,0.5,0\n30003,0.7,0\n40009,0.1,1\n80100,0.2,0\n30110,0.4,1\n", // seconds since a start
                ",a,class\n20001,1.5,0\n20002,2.5,1\n20003,3.5,0\n20007,4.5,1\n" // row numbers
            })
    void otherCountsAreNoSerialNumbers(String text) throws Exception {
        assertEquals(
                "number", Csv.credit(folder, text).report().columns().getFirst().type());
    }

    private static List<LocalDate> tradingDays() {
        return LocalDate.of(2021, 1, 4)
                .datesUntil(LocalDate.of(2021, 7, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .toList();
    }

    private static List<String> stamps(List<LocalDate> days, LocalTime time, ZoneId zone, boolean millis) {
        return days.stream()
                .map(day -> LocalDateTime.of(day, time).atZone(zone).toEpochSecond())
                .map(seconds -> seconds + (millis ? "000" : ""))
                .toList();
    }

    private DateColumn decide(DateFormat format, List<String> stamps) {
        int[] packed = stamps.stream()
                .mapToInt(stamp -> format.parse(stamp.toCharArray(), 0, stamp.length()))
                .toArray();
        DateColumn dates = DateColumn.createInternal("t", packed);
        EpochDays.decide(ColumnPlan.date("t", format), dates, stamps, 2, warnings);
        return dates;
    }

    private static LocalDate read(DateFormat format, long count) {
        char[] cell = String.valueOf(count).toCharArray();
        return PackedLocalDate.asLocalDate(format.parse(cell, 0, cell.length));
    }

    @Test
    void microsecondsAndNanosecondsAreDaysToo() {
        LocalDate day = LocalDate.of(2020, 1, 2);
        assertEquals(day, read(DateFormat.EPOCH_MICROS, day.toEpochDay() * 86_400_000_000L + 86_399_999_999L));
        assertEquals(day, read(DateFormat.EPOCH_NANOS, day.toEpochDay() * 86_400_000_000_000L));
    }
}
