package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayFeaturesTest {

    private static final PriceHistory WALK = Histories.walk(120, 5);

    /** A running sum keeps the last digits of what it has forgotten. */
    private static final double ROUNDING = 1e-12;

    private static final List<String> ALL = List.of(
            "logReturn",
            "range",
            "closeInRange",
            "volumeChange",
            "volatility5",
            "volatility20",
            "logSquared",
            "logVolatility5",
            "logVolatility20",
            "logVolatility19",
            "logRange",
            "logPrice",
            "rsi14",
            "macdHistogram",
            "percentB",
            "atr14",
            "weekdaySine",
            "weekdayCosine",
            "monthSine",
            "monthCosine");

    @Test
    void aHistoryWithEverythingOffersEveryFeatureInOneOrder() throws NoticeException {
        assertEquals(ALL, FeatureGroups.names(WALK, FeatureGroups.all()));
        assertEquals(ALL, FeatureGroups.names(WALK, FeatureGroups.all().reversed()));
        assertEquals(ALL.subList(0, 6), FeatureGroups.names(WALK, FeatureGroups.defaults()));
        assertEquals(ALL.subList(16, 20), FeatureGroups.names(WALK, List.of("calendar")));
    }

    @Test
    void whatAHistoryCannotOfferIsLeftOut() throws NoticeException {
        PriceHistory closes = undated(1, 2, 3);
        assertEquals(
                List.of(
                        "logReturn",
                        "volatility5",
                        "volatility20",
                        "logSquared",
                        "logVolatility5",
                        "logVolatility20",
                        "logVolatility19",
                        "logPrice",
                        "rsi14",
                        "macdHistogram",
                        "percentB"),
                FeatureGroups.names(closes, FeatureGroups.all()));
        assertEquals(List.of(), FeatureGroups.offered(closes, List.of("ranges", "volume", "calendar")));
    }

    @Test
    void inputsOfWhichNothingIsThereAreRefusedByName() {
        NoticeException e = assertThrows(
                NoticeException.class, () -> FeatureGroups.names(undated(1, 2, 3), List.of("volume", "calendar")));
        assertEquals("feature.error.noInputs", e.notice().key());
        assertEquals(List.of("TEST", "volume, calendar"), e.notice().args());
    }

    @Test
    void anUnknownGroupIsRefusedByNamingTheKnown() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> FeatureGroups.names(WALK, List.of("returns", "weather")));
        assertEquals("unknown groups [weather]; known are " + FeatureGroups.all(), e.getMessage());
    }

    @Test
    void aModelsFeaturesAreRefusedWithTheColumnsThatTheyNeed() {
        NoticeException e = assertThrows(
                NoticeException.class,
                () -> DayFeatures.of(undated(1, 2, 3), List.of("monthSine", "volumeChange", "atr14", "logRange")));
        assertEquals("feature.error.missingColumns", e.notice().key());
        assertEquals(
                List.of("TEST", "date, volume, open, high, low"), e.notice().args());
    }

    @Test
    void logVolatilitiesFollowTheirFormulas() throws NoticeException {
        double[] close = new double[25];
        for (int t = 0; t < close.length; t++) {
            close[t] = Math.exp(0.01 * t * t); // r(t) = .01·(2t − 1)
        }
        double[][] days = DayFeatures.of(
                Histories.closesOnly(close),
                List.of("logSquared", "logVolatility5", "logVolatility20", "logVolatility19", "logPrice"));
        assertArrayEquals(
                new double[] {
                    Math.log(0.47),
                    0.5 * Math.log(squares(20, 24) / 5),
                    0.5 * Math.log(squares(5, 24) / 20),
                    0.5 * Math.log(squares(6, 24) / 20),
                    5.76
                },
                days[24],
                1e-10);
        assertArrayEquals(
                new double[] {
                    Math.log(0.03),
                    0.5 * Math.log(squares(1, 2) / 2),
                    0.5 * Math.log(squares(1, 2) / 2),
                    0.5 * Math.log(squares(1, 2) / 2 * 19 / 20),
                    0.04
                },
                days[2],
                1e-10,
                "of two days where there are no more");
    }

    @Test
    void logVolatilitiesOfAMarketThatStandsStillHaveAFloor() throws NoticeException {
        double[] five = {5, 5, 5};
        PriceHistory still = Histories.of(five, five, five, five, new double[0]);
        double[][] days = DayFeatures.of(still, List.of("logSquared", "logVolatility19", "logRange"));
        assertArrayEquals(new double[] {Math.log(1e-3), Math.log(1e-3), Math.log(5e-4)}, days[2], 1e-12);
    }

    @Test
    void logRangeIsTheLogOfTheRange() throws NoticeException {
        PriceHistory day = Histories.of(
                new double[] {1, 1},
                new double[] {1, Math.exp(0.02)},
                new double[] {1, 1},
                new double[] {1, 1},
                new double[0]);
        assertEquals(Math.log(0.02), DayFeatures.of(day, List.of("logRange"))[1][0], 1e-12);
    }

    /** 2 January 2020 was a Thursday, day 3 of the week; 1 April 2020 a Wednesday in month 3, a quarter of the year. */
    @Test
    void calendarFeaturesGoRoundTheWeekAndTheYear() throws NoticeException {
        double[][] days = DayFeatures.of(WALK, List.of("weekdaySine", "weekdayCosine", "monthSine", "monthCosine"));
        assertArrayEquals(new double[] {Math.sin(6 * Math.PI / 7), Math.cos(6 * Math.PI / 7), 0, 1}, days[1], 1e-12);
        assertEquals(LocalDate.of(2020, 4, 1), WALK.dates().get(91));
        assertArrayEquals(new double[] {Math.sin(4 * Math.PI / 7), Math.cos(4 * Math.PI / 7), 1, 0}, days[91], 1e-12);
        assertArrayEquals(new double[] {0, 1}, Arrays.copyOf(days[5], 2), 1e-12, "a Monday");
    }

    @Test
    void indicatorsAreThoseOfTheClosesAndBars() throws NoticeException {
        double[][] days = DayFeatures.of(WALK, List.of("rsi14", "macdHistogram", "percentB", "atr14"));
        for (int t : new int[] {1, 13, 60, 119}) {
            assertArrayEquals(
                    new double[] {
                        Indicators.rsi(WALK.close())[t],
                        Indicators.macdHistogram(WALK.close())[t],
                        Indicators.percentB(WALK.close())[t],
                        Indicators.averageTrueRange(WALK.high(), WALK.low(), WALK.close())[t]
                    },
                    days[t]);
        }
    }

    @Test
    void aMissingHighOrLowDoesNotSpoilTheDaysAfterIt() throws NoticeException {
        double[] high = WALK.high();
        double[] low = WALK.low();
        high[30] = Double.NaN;
        low[30] = Double.NaN;
        PriceHistory gap = Histories.of(WALK.open(), high, low, WALK.close(), WALK.volume());
        double[][] days = DayFeatures.of(gap, ALL);
        for (int t = 1; t < days.length; t++) {
            assertTrue(Arrays.stream(days[t]).allMatch(Double::isFinite), "day " + t);
        }
    }

    @Test
    void noValueOfAnyGroupChangesWithDaysAfterItsOwn() throws NoticeException {
        double[][] known = DayFeatures.of(WALK, ALL);
        for (int t : new int[] {1, 4, 19, 20, 57, 100, 118}) {
            double[][] changed = DayFeatures.of(Histories.changedAfter(WALK, t), ALL);
            for (int day = 1; day <= t; day++) {
                assertArrayEquals(known[day], changed[day], "day " + day + " beside a change after " + t);
            }
        }
    }

    /** A change before t − lookBack is not seen on day t, one on that day is. */
    @Test
    void valuesLookBackAsFarAsDeclared() throws NoticeException {
        int day = 100;
        double[][] known = DayFeatures.of(WALK, ALL);
        for (int f = 0; f < ALL.size(); f++) {
            int lookBack = FeatureGroups.lookBack(ALL.get(f));
            int oldest = lookBack == FeatureGroups.WHOLE_PAST ? 0 : day - lookBack;
            double same = DayFeatures.of(Histories.changedBefore(WALK, oldest), ALL)[day][f];
            assertEquals(known[day][f], same, ROUNDING, ALL.get(f));
            boolean ofDates = ALL.get(f).startsWith("weekday") || ALL.get(f).startsWith("month");
            boolean settled = lookBack == FeatureGroups.WHOLE_PAST;
            if (!ofDates && !settled) {
                double moved = DayFeatures.of(changedOn(oldest), ALL)[day][f];
                assertFalse(known[day][f] == moved, ALL.get(f) + " depends on its oldest day");
            }
        }
        double[][] early = DayFeatures.of(changedOn(1), ALL);
        for (String recursive : List.of("rsi14", "macdHistogram", "atr14")) {
            int f = ALL.indexOf(recursive);
            assertFalse(known[day][f] == early[day][f], recursive + " depends on every day before");
        }
    }

    @Test
    void whatClosesAndDatesGiveIsMarked() {
        List<String> closeOnly = ALL.stream().filter(FeatureGroups::closeOnly).toList();
        assertEquals(
                List.of(
                        "logReturn",
                        "volatility5",
                        "volatility20",
                        "logSquared",
                        "logVolatility5",
                        "logVolatility20",
                        "logVolatility19",
                        "logPrice",
                        "percentB",
                        "weekdaySine",
                        "weekdayCosine",
                        "monthSine",
                        "monthCosine"),
                closeOnly);
        PriceHistory closes = Histories.closesOnly(WALK.close());
        for (String name : closeOnly) {
            assertTrue(FeatureGroups.offered(closes, FeatureGroups.all()).contains(name), name);
        }
    }

    /** One day's prices and volume moved, each by its own factor. */
    private static PriceHistory changedOn(int day) {
        double[][] columns = {WALK.open(), WALK.high(), WALK.low(), WALK.close(), WALK.volume()};
        for (int c = 0; c < columns.length; c++) {
            columns[c][day] *= 1 + 0.013 * (c + 1);
        }
        return Histories.of(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    private static PriceHistory undated(double... close) {
        double[] none = {};
        return new PriceHistory(
                "TEST",
                IntStream.range(0, close.length)
                        .mapToObj(PriceHistory.FIRST_ROW::plusDays)
                        .toList(),
                none,
                none,
                none,
                close,
                none,
                new Source("test.csv", "", close.length));
    }

    private static double squares(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToDouble(t -> Math.pow(0.01 * (2 * t - 1), 2))
                .sum();
    }
}
