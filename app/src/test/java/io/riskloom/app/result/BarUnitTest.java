package io.riskloom.app.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BarUnitTest {

    private static List<LocalDate> dates(Period gap, int count) {
        return Stream.iterate(LocalDate.parse("2024-01-02"), day -> day.plus(gap))
                .limit(count)
                .toList();
    }

    @Test
    void theMedianGapTellsTheUnit() {
        assertEquals(BarUnit.DAY, BarUnit.of(dates(Period.ofDays(1), 9)));
        assertEquals(BarUnit.WEEK, BarUnit.of(dates(Period.ofWeeks(1), 9)));
        assertEquals(BarUnit.MONTH, BarUnit.of(dates(Period.ofMonths(1), 9)));
        assertEquals(BarUnit.BAR, BarUnit.of(dates(Period.ofMonths(3), 9)));
    }

    @Test
    void rowsWithoutDatesAreNoDays() {
        assertEquals(BarUnit.ROW, BarUnit.of(List.of(PriceHistory.FIRST_ROW, PriceHistory.FIRST_ROW.plusDays(1))));
    }

    @Test
    void aLongHolidayIsNoWeek() {
        assertEquals(
                BarUnit.DAY,
                BarUnit.of(Stream.of("2024-02-06", "2024-02-07", "2024-02-08", "2024-02-19", "2024-02-20")
                        .map(LocalDate::parse)
                        .toList()));
    }

    @Test
    void fewerThanTwoDatesAreTakenAsDays() {
        assertEquals(BarUnit.DAY, BarUnit.of(List.of()));
        assertEquals(BarUnit.DAY, BarUnit.of(dates(Period.ofMonths(1), 1)));
    }

    @Test
    void manyDatesAreJudgedByAFewOfTheirGaps() {
        assertEquals(BarUnit.DAY, BarUnit.of(dates(Period.ofDays(1), 12_000)));
        assertEquals(BarUnit.MONTH, BarUnit.of(dates(Period.ofMonths(1), 12_000)));
    }

    @Test
    void everyUnitHasWordsInBothLanguages() {
        for (BarUnit unit : BarUnit.values()) {
            for (Texts texts : List.of(new Texts(Texts.ENGLISH), new Texts(Texts.CHINESE))) {
                assertFalse(unit.many(texts).isBlank() || unit.each(texts).isBlank(), unit.name());
            }
        }
        assertEquals("months", BarUnit.MONTH.many(new Texts(Texts.ENGLISH)));
        assertEquals("月频", BarUnit.MONTH.each(new Texts(Texts.CHINESE)));
    }
}
