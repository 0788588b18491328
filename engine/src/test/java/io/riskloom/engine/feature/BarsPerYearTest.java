package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.PriceHistory;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BarsPerYearTest {
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private static List<LocalDate> every(Period gap, int count) {
        return Stream.iterate(MONDAY, day -> day.plus(gap)).limit(count).toList();
    }

    private static List<LocalDate> days(int count, Predicate<DayOfWeek> open) {
        return Stream.iterate(MONDAY, day -> day.plusDays(1))
                .filter(day -> open.test(day.getDayOfWeek()))
                .limit(count)
                .toList();
    }

    private static boolean weekday(DayOfWeek day) {
        return day.getValue() <= 5;
    }

    @Test
    void weekdaysMake252AndEveryDay365() {
        assertEquals(252, BarsPerYear.of(days(700, BarsPerYearTest::weekday)));
        assertEquals(252, BarsPerYear.of(days(700, day -> day != DayOfWeek.FRIDAY && day != DayOfWeek.SATURDAY)));
        assertEquals(252, BarsPerYear.of(days(700, day -> day != DayOfWeek.SATURDAY)), "an hour on Sunday evening");
        assertEquals(365, BarsPerYear.of(every(Period.ofDays(1), 700)));
        List<LocalDate> withHoles = new ArrayList<>(every(Period.ofDays(1), 300));
        withHoles.subList(100, 200).clear();
        withHoles.remove(50);
        assertEquals(365, BarsPerYear.of(withHoles));
    }

    @Test
    void fewDatesAreTakenForTradingDays() {
        assertEquals(252, BarsPerYear.of(List.of()));
        assertEquals(252, BarsPerYear.of(List.of(MONDAY)));
        assertEquals(252, BarsPerYear.of(days(5, BarsPerYearTest::weekday)));
        for (int count = 2; count < 40; count++) {
            assertEquals(252, BarsPerYear.of(days(count, BarsPerYearTest::weekday)), count + " weekdays");
        }
        assertEquals(365, BarsPerYear.of(every(Period.ofDays(1), 10)));
    }

    @Test
    void rowsWithoutDatesAreTradingDays() {
        List<LocalDate> rows = Stream.iterate(PriceHistory.FIRST_ROW, day -> day.plusDays(1))
                .limit(500)
                .toList();
        assertEquals(252, BarsPerYear.of(rows));
    }

    @Test
    void weeksMonthsAndQuartersAreCounted() {
        assertEquals(52, BarsPerYear.of(every(Period.ofWeeks(1), 60)));
        assertEquals(12, BarsPerYear.of(every(Period.ofMonths(1), 60)));
        assertEquals(4, BarsPerYear.of(every(Period.ofMonths(3), 60)), 0.05);
        assertEquals(1, BarsPerYear.of(every(Period.ofYears(1), 20)), 0.001);
    }
}
