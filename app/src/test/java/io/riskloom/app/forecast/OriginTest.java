package io.riskloom.app.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 8);
    private static final LocalDate TUESDAY = LocalDate.of(2024, 1, 9);
    private static final LocalDate FRIDAY = LocalDate.of(2024, 1, 12);

    private static Origin origin() {
        Origin origin = new Origin();
        origin.among(List.of(MONDAY, TUESDAY, FRIDAY));
        return origin;
    }

    @Test
    void theLastForecastNotAfterADayIsChosen() {
        Origin origin = origin();
        origin.choose(LocalDate.of(2024, 1, 11));
        assertEquals(TUESDAY, origin.day().get());
        origin.choose(FRIDAY);
        assertEquals(FRIDAY, origin.day().get());
    }

    @Test
    void aDayOutsideOfTheTestSpanChoosesNone() {
        Origin origin = origin();
        origin.choose(TUESDAY);
        origin.choose(MONDAY.minusDays(1));
        assertNull(origin.day().get());
        origin.choose(TUESDAY);
        origin.choose(FRIDAY.plusDays(1));
        assertNull(origin.day().get());
    }

    @Test
    void stepsBeginAtTheLastForecastAndStopAtBothEnds() {
        Origin origin = origin();
        origin.step(-1);
        assertEquals(FRIDAY, origin.day().get());
        origin.step(-1);
        assertEquals(TUESDAY, origin.day().get());
        origin.step(-5);
        assertEquals(MONDAY, origin.day().get());
        origin.step(1);
        assertEquals(TUESDAY, origin.day().get());
    }

    @Test
    void whatIsTypedIsTakenOrRefused() {
        Origin origin = origin();
        assertTrue(origin.type(" 2024-01-10 "));
        assertEquals("2024-01-09", origin.words());
        assertFalse(origin.type("2024-13-01"));
        assertFalse(origin.type("2025-01-01"));
        assertFalse(origin.type("yesterday"));
        assertEquals(TUESDAY, origin.day().get());
    }

    @Test
    void rowsOfAFileWithoutDatesAreTypedByNumber() {
        Origin origin = new Origin();
        LocalDate tenth = PriceHistory.FIRST_ROW.plusDays(9);
        origin.among(List.of(tenth, tenth.plusDays(1)));
        assertTrue(origin.type("#11"));
        assertEquals(tenth.plusDays(1), origin.day().get());
        assertEquals("#11", origin.words());
    }

    @Test
    void theDayStaysWhereOtherForecastsHaveItToo() {
        Origin origin = origin();
        origin.choose(TUESDAY);
        origin.among(List.of(TUESDAY, FRIDAY));
        assertEquals(TUESDAY, origin.day().get());
        origin.among(List.of(MONDAY, FRIDAY));
        assertNull(origin.day().get());
    }
}
