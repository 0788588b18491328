package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.columns.dates.PackedLocalDate;

class DateFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISO|2000-01-03|2000-01-03", "ISO|2000/1/3|2000-01-03", "ISO|2020-02-29T16:00:00Z|2020-02-29",
                "ISO|2020-01-02 00:00:00-05:00|2020-01-02", "ISO|2020-01-02 09:30|2020-01-02",
                        "ISO|2020-01-02 09:30:00.123|2020-01-02",
                "COMPACT|20171110|2017-11-10", "MONTH_DAY|1/3/2014|2014-01-03", "MONTH_DAY|12-31-1999|1999-12-31",
                "MONTH_DAY|1/3/2014 4:00:00 PM|2014-01-03", "DAY_MONTH|31/12/1999|1999-12-31",
                        "DOTTED|03.01.2000|2000-01-03",
                "MONTH_NAME|Jan 1 2000|2000-01-01", "MONTH_NAME|Nov 10, 2017|2017-11-10",
                        "MONTH_NAME|september 5, 2001|2001-09-05",
                "MONTH_NAME|Sept. 5, 2001|2001-09-05", "DAY_MONTH_NAME|10-Nov-2017|2017-11-10",
                        "DAY_MONTH_NAME|1 May 2003|2003-05-01",
                "CHINESE|2020年4月17日|2020-04-17"
            })
    void everyFormatReadsItsDay(DateFormat format, String cell, LocalDate day) {
        assertEquals(day, PackedLocalDate.asLocalDate(format.parse(cell.toCharArray(), 0, cell.length())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISO|2001-02-29",
                "ISO|2000-13-01",
                "ISO|2000-01-03x",
                "ISO|0200-01-03",
                "ISO|2000-01/03",
                "COMPACT|20171310",
                "COMPACT|201711100",
                "MONTH_DAY|13/1/2014",
                "MONTH_DAY|1/3/14567",
                "DAY_MONTH|1/13/2014",
                "DOTTED|32.01.2000",
                "MONTH_NAME|Jen 1 2000",
                "MONTH_NAME|Jan12000",
                "DAY_MONTH_NAME|10 Nov2017",
                "ISO|2020-01-02 25:00",
                "CHINESE|2020年4月17"
            })
    void nothingElseIsADay(DateFormat format, String cell) {
        assertEquals(-1, format.parse(cell.toCharArray(), 0, cell.length()));
    }

    @Test
    void everyDayOfFourHundredYearsSurvives() {
        for (LocalDate day = LocalDate.of(1800, 1, 1); day.getYear() < 2200; day = day.plusDays(1)) {
            char[] cell = day.toString().toCharArray();
            assertEquals(day, PackedLocalDate.asLocalDate(DateFormat.ISO.parse(cell, 0, cell.length)));
        }
    }
}
