package io.riskloom.engine.challenger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.NoticeException;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelledTest {

    /** Answers the same from any day. */
    private record Always(double answer) implements PlainForecast {
        @Override
        public String name() {
            return "always";
        }

        @Override
        public double[] forecast(int origin) {
            return new double[] {answer};
        }
    }

    /** Returns .01, .01, .02, .01, .01, .02 …, the first on day 1. */
    private static double[] threes(int days) {
        double[] close = new double[days];
        close[0] = 1;
        for (int t = 1; t < days; t++) {
            close[t] = close[t - 1] * Math.exp(t % 3 == 0 ? 0.02 : 0.01);
        }
        return close;
    }

    @Test
    void whatIsKnownIsJoinedWithTheMedianOfTheRest() throws NoticeException {
        Levelled next = Levelled.of(new Always(Math.log(0.005)), threes(120), 0, 110, 3, 1);
        assertEquals(Math.log(2), next.level(), 1e-12, "two of three days move by .01");
        assertEquals("always", next.name());
        assertEquals(0.5 * Math.log((1 + 1 + 1) / 3.0 * 1e-4), next.forecast(101)[0], 1e-12, "the .02 lies ahead");
        assertEquals(0.5 * Math.log((1 + 4 + 1) / 3.0 * 1e-4), next.forecast(102)[0], 1e-12);
        assertEquals(0.5 * Math.log((1 + 1) / 2.0 * 1e-4), next.forecast(1)[0], 1e-12, "one day is known");
        assertEquals(Math.log(0.01), next.forecast(0)[0], 1e-12, "none is known");
        Levelled month = Levelled.of(new Always(7), threes(120), 0, 110, 3, 6);
        assertEquals(0.5 * Math.log(2e-4), month.forecast(100)[0], 1e-12, "nothing is known, whatever was answered");
        assertEquals(0.5 * Math.log(2e-4) - 7, month.level(), 1e-12);
    }

    @Test
    void theLevelIsOfDaysThatTheFitMaySee() throws NoticeException {
        double[] close = threes(300);
        double[] other = close.clone();
        for (int t = 0; t < close.length; t++) {
            other[t] *= t < 100 || t > 200 ? 3 + t % 2 : 3;
        }
        Always model = new Always(-4);
        assertEquals(
                Levelled.of(model, close, 100, 200, 5, 2).level(),
                Levelled.of(model, other, 100, 200, 5, 2).level());
        assertThrows(NoticeException.class, () -> Levelled.of(model, close, 100, 180, 5, 2));
    }

    /** Mean squares lie above median logs: levelled, both models err less on days that set no level. */
    @Test
    void modelsOfTheMeanSquareGainFromTheLevel() throws NoticeException {
        double[] close = garch(2);
        for (int[] target : new int[][] {{20, 20}, {1, 1}}) {
            int days = target[0];
            int horizon = target[1];
            for (PlainForecast raw :
                    new PlainForecast[] {new Ewma(close), GarchVolatility.fit(close, 0, 3000, days, horizon)}) {
                Levelled levelled = Levelled.of(raw, close, 0, 3000, days, horizon);
                assertTrue(levelled.level() < -0.04, raw.name() + " " + levelled.level());
                double before = error(close, days, horizon, t -> raw.forecast(t)[0]);
                double after = error(close, days, horizon, t -> levelled.forecast(t)[0]);
                assertTrue(after < before, raw.name() + " " + after + " not below " + before);
            }
        }
    }

    private static double[] garch(long seed) {
        double[] returns = new Garch(0, 2e-6, 0.1, 0.88, 6, Double.NaN).paths(1, 6000, seed)[0];
        double[] close = new double[6001];
        close[0] = 100;
        for (int t = 1; t < close.length; t++) {
            close[t] = close[t - 1] * Math.exp(returns[t - 1]);
        }
        return close;
    }

    private static double error(double[] close, int days, int horizon, IntToDoubleFunction forecast) {
        SquaredReturns squares = new SquaredReturns(close);
        return IntStream.range(3000, close.length - horizon)
                .mapToDouble(t -> Math.abs(squares.logVolatility(t + horizon, days) - forecast.applyAsDouble(t)))
                .average()
                .orElseThrow();
    }

    /** Of 20 days of which 19 are known, models that join them are closer than the last value, and near to each other. */
    @Test
    void everyModelButTheConstantKnowsTheKnownDays() {
        double[] close = garch(5);
        double[] errors = PlainForecasts.ofVolatility(close, 0, 3000, 20, 1).fitted().stream()
                .mapToDouble(model -> error(close, 20, 1, t -> model.forecast(t)[0]))
                .toArray();
        assertEquals(5, errors.length);
        for (int model = 2; model < 5; model++) {
            assertTrue(errors[model] < 0.75 * errors[0], model + ": " + errors[model] + " against " + errors[0]);
            assertEquals(errors[4], errors[model], 0.03 * errors[4], "GARCH is the truth here");
        }
        assertTrue(errors[1] > errors[0], "a constant knows none of them");
    }
}
