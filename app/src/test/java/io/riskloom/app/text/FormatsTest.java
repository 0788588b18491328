package io.riskloom.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void numbersHaveThousandsAndARealMinus() {
        assertEquals("1,234.57", Formats.number(1234.567, 2));
        assertEquals("−0.5", Formats.number(-0.5, 1));
        assertEquals("0.00", Formats.number(-0.001, 2));
        assertEquals("–", Formats.number(Double.NaN, 2));
    }

    @Test
    void compactKeepsFourDigits() {
        assertEquals("0.0123", Formats.compact(0.01234));
        assertEquals("12.34", Formats.compact(12.341));
        assertEquals("1,235", Formats.compact(1234.6));
        assertEquals("1.2e-07", Formats.compact(1.2e-7));
    }

    @Test
    void durationsReadLikeClocks() {
        assertEquals("0:48", Formats.duration(48.2));
        assertEquals("12:03", Formats.duration(723));
        assertEquals("1:02:03", Formats.duration(3723));
    }

    @Test
    void sharesArePercent() {
        assertEquals("51.3%", Formats.percent(0.5128, 1));
    }

    @Test
    void rowsStandInForDatesWhereAFileHasNone() {
        assertEquals("2024-05-31", Formats.day(LocalDate.of(2024, 5, 31)));
        assertEquals("#12", Formats.day(PriceHistory.FIRST_ROW.plusDays(11)));
    }
}
