package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.feature.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegimesTest {

    /** Day 0 at 100; returns of 1 % up and down on days 1–9, 5 % on days 10–14, 0.1 % on days 15–20. */
    private static double[] close() {
        double[] close = new double[21];
        close[0] = 100;
        for (int day = 1; day < close.length; day++) {
            double move = day < 10 ? 0.01 : day < 15 ? 0.05 : 0.001;
            close[day] = close[day - 1] * Math.exp(day % 2 == 0 ? move : -move);
        }
        return close;
    }

    @Test
    void aThirdIsAsManyDaysInARowAsAThirdHas() {
        // 18 days from day 3 on: six in a row
        assertEquals(Optional.of(new Span(15, 20)), Regimes.calmest(close(), new Span(3, 20)));
        // five wild days and one of the days of 1 % before them beat any other six
        assertEquals(Optional.of(new Span(9, 14)), Regimes.wildest(close(), new Span(3, 20)));
    }

    @Test
    void ofEquallyCalmDaysTheEarliestAreTaken() {
        double[] flat = new double[30];
        Arrays.fill(flat, 50);
        assertEquals(Optional.of(new Span(0, 9)), Regimes.calmest(flat, new Span(0, 29)));
        assertEquals(Optional.of(new Span(0, 9)), Regimes.wildest(flat, new Span(0, 29)));
    }

    @Test
    void aFewDaysHaveNoThird() {
        assertEquals(Optional.empty(), Regimes.calmest(close(), new Span(0, 13)));
        assertEquals(5, Regimes.calmest(close(), new Span(0, 14)).orElseThrow().size());
    }

    @Test
    void yearsAreSpansOfDaysInOrder() {
        List<LocalDate> dates = List.of(
                LocalDate.parse("2019-12-30"),
                LocalDate.parse("2019-12-31"),
                LocalDate.parse("2020-01-02"),
                LocalDate.parse("2022-05-02"));
        assertEquals(Map.of(2019, new Span(0, 1), 2020, new Span(2, 2), 2022, new Span(3, 3)), Regimes.years(dates));
        assertEquals(List.of(2019, 2020, 2022), List.copyOf(Regimes.years(dates).keySet()));
        assertEquals(Map.of(), Regimes.years(List.of()));
    }
}
