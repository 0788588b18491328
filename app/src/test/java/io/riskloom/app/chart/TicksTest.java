package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.Ticks.Tick;
import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

    private static String labels(Ticks ticks) {
        return String.join(" ", ticks.list().stream().map(Tick::label).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2140    | 3440   | 7  | 2,200 2,400 2,600 2,800 3,000 3,200 3,400
            0       | 1      | 6  | 0.0 0.2 0.4 0.6 0.8 1.0
            -0.06   | 0.06   | 7  | −0.06 −0.04 −0.02 0.00 0.02 0.04 0.06
            0       | 11e9   | 3  | 0 5B 10B
            0       | 3.2e7  | 4  | 0 10M 20M 30M
            1       | 40     | 9  | 5 10 15 20 25 30 35 40
            0.0011  | 0.0019 | 5  | 0.0012 0.0014 0.0016 0.0018
            """)
    void linearTicksAreRoundAndLabelledWithTheDecimalsOfTheirStep(double low, double high, int most, String expected) {
        assertEquals(expected, labels(Ticks.linear(low, high, most)));
    }

    @Test
    void ticksStayInsideTheRangeAndAreNeverMoreThanAsked() {
        Random random = new Random(3);
        for (int n = 0; n < 2000; n++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4);
            double high = low + Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(9) - 4) + 1e-6;
            int most = 2 + random.nextInt(10);
            List<Tick> ticks = Ticks.linear(low, high, most).list();
            double slack = (high - low) * 1e-6;
            assertTrue(ticks.size() <= most, low + " " + high + " " + most);
            assertTrue(ticks.stream().allMatch(t -> t.at() >= low - slack && t.at() <= high + slack));
        }
    }

    @Test
    void logarithmicTicksAreOneTwoFiveTimesPowersOfTen() {
        assertEquals("1 2 5 10 20 50 100", labels(Ticks.log(1, 100, 8)));
        assertEquals("1 10 100 1,000 10,000", labels(Ticks.log(1, 10_000, 6)));
        assertEquals("20 25 30 35 40", labels(Ticks.log(20, 40, 5)));
        assertEquals("1e-20 1e-16 1e-12 1e-08 0.0001 1", labels(Ticks.log(1e-22, 2, 6)));
        assertEquals("0.002 0.005", labels(Ticks.log(0.0014, 0.0062, 10)));
        assertEquals("20 30 40 50 60", labels(Ticks.log(20, 60, 10)));
    }

    @Test
    void stepsAreTheNextRoundNumber() {
        assertEquals(0.2, Ticks.step(0.13), 1e-12);
        assertEquals(5, Ticks.step(5), 0);
        assertEquals(1000, Ticks.step(501), 0);
    }

    private static int[] weekdays(LocalDate from, int count) {
        return IntStream.iterate((int) from.toEpochDay(), d -> d + 1)
                .filter(d -> LocalDate.ofEpochDay(d).getDayOfWeek().getValue() < 6)
                .limit(count)
                .toArray();
    }

    @Test
    void longSpansAreLabelledByYearAtTheFirstBarOfTheYear() {
        int[] days = weekdays(LocalDate.of(2000, 1, 3), 5200);
        List<Tick> ticks = DateTicks.of(days, 0, 5199, 5).list();
        assertEquals(
                List.of("2000", "2005", "2010", "2015"),
                ticks.stream().map(Tick::label).toList());
        assertEquals(
                LocalDate.of(2010, 1, 1),
                LocalDate.ofEpochDay(days[(int) ticks.get(2).at()]));
    }

    @Test
    void halfAYearIsLabelledByMonthAndAWeekByDay() {
        int[] days = weekdays(LocalDate.of(2019, 10, 11), 130);
        assertEquals(
                List.of("2019-11", "2019-12", "2020-01", "2020-02", "2020-03", "2020-04"),
                DateTicks.of(days, 0, 129, 8).list().stream().map(Tick::label).toList());
        assertEquals(
                List.of("2019-10-11", "2019-10-15", "2019-10-17"),
                DateTicks.of(days, 0, 4, 3).list().stream().map(Tick::label).toList());
    }

    @Test
    void rowsOfAFileWithoutDatesAreNumberedFromOne() {
        int first = (int) PriceHistory.FIRST_ROW.toEpochDay();
        int[] rows = IntStream.range(0, 1000).map(i -> first + i).toArray();
        assertEquals(
                List.of("#1", "#201", "#401", "#601", "#801"),
                DateTicks.of(rows, 0, 999, 5).list().stream().map(Tick::label).toList());
    }

    @Test
    void dateTicksOfAnEmptyViewAreNone() {
        assertEquals(List.of(), DateTicks.of(new int[0], 0, -1, 5).list());
    }
}
