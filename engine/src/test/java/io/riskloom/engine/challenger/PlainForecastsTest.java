package io.riskloom.engine.challenger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.NoticeException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Plain forecasts by hand, on series that do not move or hardly are, and against what they may not know. */
class PlainForecastsTest {
    /** Returns .02, −.01, .02: mean .01; squares 4, 1, 4 in units of 1e-4. */
    @Test
    void smallCasesByHand() throws NoticeException {
        double[] close = {1, Math.exp(0.02), Math.exp(0.01), Math.exp(0.03)};
        Drift drift = Drift.fit(close, 0, 3, new int[] {1, 4});
        assertArrayEquals(new double[] {0.01, 0.04}, drift.forecast(2), 1e-15);
        assertArrayEquals(new double[2], new LastValue(4, 2).forecast(3));
        assertEquals(0.5 * Math.log(2.5e-4), new LastVolatility(close, 2).forecast(3)[0], 1e-12);
        assertEquals(0.5 * Math.log(4e-4), new LastVolatility(close, 2).forecast(1)[0], 1e-12, "one day is there");
        double next = (4 + 0.94 * 1 + 0.94 * 0.94 * 4) / (1 + 0.94 + 0.94 * 0.94);
        assertEquals(0.5 * Math.log(next * 1e-4), new Ewma(close).forecast(3)[0], 1e-12);
        assertEquals(
                Math.log(0.02), ConstantVolatility.fit(close, 0, 3, 1, 1).forecast(0)[0], 1e-12, "the median of three");
        assertEquals(
                0.5 * Math.log(2.5e-4),
                ConstantVolatility.fit(close, 0, 3, 2, 1).forecast(0)[0],
                1e-12);
    }

    @Test
    void aMarketThatStandsStillHasTheFloorAsVolatility() throws NoticeException {
        double[] close = new double[400];
        Arrays.fill(close, 50);
        double floor = 0.5 * Math.log(1e-6);
        PlainForecasts all = PlainForecasts.ofVolatility(close, 0, 300, 20, 5);
        assertEquals(
                List.of("lastValue", "constantVolatility", "ewma", "har"),
                all.fitted().stream().map(PlainForecast::name).toList());
        for (PlainForecast model : all.fitted()) {
            assertEquals(floor, model.forecast(350)[0], 1e-9, model.name());
        }
        assertEquals("garch", all.leftOut().getFirst().name());
        assertEquals(
                "challenger.error.constant", all.leftOut().getFirst().reason().key());
        PlainForecasts prices = PlainForecasts.ofCloses(close, 0, 300, new int[] {1});
        assertEquals(
                "challenger.error.constant",
                prices.leftOut().getFirst().reason().key());
        assertEquals(0, prices.fitted().get(1).forecast(399)[0]);
    }

    @Test
    void tooFewDaysLeaveAModelOutAndSaySo() {
        double[] close = walk(120, 5);
        PlainForecasts all = PlainForecasts.ofVolatility(close, 0, 70, 20, 1);
        assertEquals(
                List.of("ewma[71, 81]", "har[71, 81]", "garch[71, 251]"),
                all.leftOut().stream().map(l -> l.name() + l.reason().args()).toList());
        PlainForecasts prices = PlainForecasts.ofCloses(close, 11, 70, new int[] {1});
        assertEquals("[60, 61]", prices.leftOut().getFirst().reason().args().toString());
        assertTrue(
                PlainForecasts.ofCloses(close, 10, 70, new int[] {1}).leftOut().isEmpty());
        assertEquals(
                List.of("lastValue", "constantVolatility", "ewma", "har"),
                PlainForecasts.ofVolatility(close, 0, 80, 20, 1).fitted().stream()
                        .map(PlainForecast::name)
                        .toList());
        assertEquals(
                List.of("constantVolatility", "ewma", "har", "garch"),
                PlainForecasts.ofVolatility(close, 0, 18, 20, 1).leftOut().stream()
                        .map(PlainForecasts.LeftOut::name)
                        .toList());
        assertEquals(
                List.of("drift", "ar"),
                PlainForecasts.ofCloses(close, 9, 9, new int[] {1}).leftOut().stream()
                        .map(PlainForecasts.LeftOut::name)
                        .toList());
    }

    /** What comes after the last known day, labels included, moves no parameter; what comes after an origin no forecast. */
    @Test
    void noFitAndNoForecastKnowsTheFuture() {
        double[] close = walk(700, 8);
        int firstTrain = 40;
        int known = 400;
        int[] steps = {1, 5, 20};
        for (int origin : new int[] {known, known + 1, 550}) {
            double[] other = close.clone();
            double[] wild = walk(700, 9);
            for (int t = origin + 1; t < close.length; t++) {
                other[t] = 3 * wild[t];
            }
            equal(
                    PlainForecasts.ofCloses(close, firstTrain, known, steps),
                    PlainForecasts.ofCloses(other, firstTrain, known, steps),
                    3,
                    origin);
            for (int[] target : new int[][] {{20, 1}, {20, 20}, {5, 10}}) {
                equal(
                        PlainForecasts.ofVolatility(close, firstTrain, known, target[0], target[1]),
                        PlainForecasts.ofVolatility(other, firstTrain, known, target[0], target[1]),
                        5,
                        origin);
            }
        }
    }

    /** Days before the first training day move no parameter either: forecasts from equal pasts agree. */
    @Test
    void fitsSeeNoDayBeforeTheFirst() throws NoticeException {
        double[] close = walk(700, 10);
        double[] other = close.clone();
        for (int t = 0; t < 100; t++) {
            other[t] = 7 + t % 3;
        }
        int[] step = {1};
        assertArrayEquals(
                Autoregression.fit(close, 100, 500, step).forecast(500),
                Autoregression.fit(other, 100, 500, step).forecast(500));
        assertArrayEquals(
                Drift.fit(close, 100, 500, step).forecast(500),
                Drift.fit(other, 100, 500, step).forecast(500));
        assertArrayEquals(
                Har.fit(close, 100, 500, 20, 1).coefficients(),
                Har.fit(other, 100, 500, 20, 1).coefficients());
        assertArrayEquals(
                ConstantVolatility.fit(close, 100, 500, 20, 1).forecast(500),
                ConstantVolatility.fit(other, 100, 500, 20, 1).forecast(500));
        assertEquals(
                GarchVolatility.fit(close, 100, 500, 20, 1).parameters(),
                GarchVolatility.fit(other, 100, 500, 20, 1).parameters());
    }

    private static void equal(PlainForecasts a, PlainForecasts b, int count, int origin) {
        assertEquals(count, a.fitted().size());
        for (int i = 0; i < count; i++) {
            for (int day : new int[] {100, origin}) {
                double[] forecast = a.fitted().get(i).forecast(day);
                assertArrayEquals(
                        forecast,
                        b.fitted().get(i).forecast(day),
                        a.fitted().get(i).name());
                assertTrue(Double.isFinite(forecast[0]));
            }
        }
    }

    /**
     * Volatility clusters: ten days ahead HAR and GARCH are closer than the constant. With half of the days known the
     * EWMA is, too; with none it is too proud of the last shocks.
     */
    @Test
    void onGarchReturnsModelsOfVolatilityBeatTheConstant() {
        double[] returns = new Garch(0, 2e-6, 0.12, 0.86, 8, Double.NaN).paths(1, 3000, 4)[0];
        double[] close = new double[3001];
        close[0] = 100;
        for (int t = 1; t < close.length; t++) {
            close[t] = close[t - 1] * Math.exp(returns[t - 1]);
        }
        double[] ahead = errors(close, 10, 10);
        assertTrue(ahead[3] < 0.92 * ahead[1] && ahead[4] < 0.95 * ahead[1], () -> Arrays.toString(ahead));
        double[] half = errors(close, 20, 10);
        for (int model = 2; model < 5; model++) {
            assertTrue(half[model] < 0.8 * half[1], () -> Arrays.toString(half));
        }
    }

    private static double[] errors(double[] close, int days, int horizon) {
        LastVolatility label = new LastVolatility(close, days);
        return PlainForecasts.ofVolatility(close, 0, 2000, days, horizon).fitted().stream()
                .mapToDouble(model -> IntStream.range(2000, close.length - horizon)
                        .mapToDouble(t -> Math.abs(label.forecast(t + horizon)[0] - model.forecast(t)[0]))
                        .average()
                        .orElseThrow())
                .toArray();
    }

    @Test
    void originsOutsideTheSeriesAreRefused() throws NoticeException {
        double[] close = walk(300, 11);
        for (PlainForecast model :
                PlainForecasts.ofVolatility(close, 0, 290, 20, 1).fitted()) {
            assertThrows(IllegalArgumentException.class, () -> model.forecast(300));
            assertThrows(IllegalArgumentException.class, () -> model.forecast(-1));
            assertTrue(Double.isFinite(model.forecast(0)[0]), model.name());
        }
        for (PlainForecast model :
                PlainForecasts.ofCloses(close, 0, 290, new int[] {1}).fitted()) {
            assertThrows(IllegalArgumentException.class, () -> model.forecast(300));
        }
        assertThrows(IllegalArgumentException.class, () -> PlainForecasts.ofCloses(close, 0, 300, new int[] {1}));
        assertThrows(IllegalArgumentException.class, () -> PlainForecasts.ofVolatility(close, 5, 4, 20, 1));
    }

    @Test
    void columnsThatSayNothingNewHaveSlopeZero() {
        double[] x = {1, 2, 3, 4};
        double[] twice = {2, 4, 6, 8};
        double[] same = {5, 5, 5, 5};
        LeastSquares fit = LeastSquares.fit(new double[][] {same, x, twice}, new double[] {3, 5, 7, 9});
        assertArrayEquals(new double[] {0, 2, 0}, fit.slopes(), 1e-12);
        assertEquals(1, fit.constant(), 1e-12);
        assertEquals(0, fit.residuals(), 1e-20);
        LeastSquares mean = LeastSquares.fit(new double[0][], new double[] {1, 2, 6});
        assertEquals(3, mean.constant(), 1e-15);
        assertEquals(14, mean.residuals(), 1e-12);
    }

    private static double[] walk(int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] close = new double[days];
        close[0] = 100;
        for (int t = 1; t < days; t++) {
            close[t] = close[t - 1] * Math.exp(0.01 * random.nextGaussian());
        }
        return close;
    }
}
