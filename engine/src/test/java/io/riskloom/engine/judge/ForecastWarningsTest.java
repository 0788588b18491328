package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.feature.Target;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.stats.Proportion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastWarningsTest {

    /** One step from 10 each day. */
    private static Joined joined(String quantity, double[] forecast, double[] actual) {
        double[] last = new double[forecast.length];
        Arrays.fill(last, 10);
        double[][] f = column(forecast);
        Forecast test =
                new Forecast(quantity, null, ToySeries.dates(forecast.length), last, f, column(actual), f, f, f, f);
        return Joined.of(
                List.of(new Details.OfForecast(test, test, test.origins().getFirst(), null, null, null, Double.NaN)));
    }

    private static double[][] column(double[] values) {
        return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    }

    @Test
    void forecastsThatAllPointTheSameWayAreToldOfBesideWhoAlwaysSaysIt() {
        double[] actual = {12, 9, 8, 11};
        Joined same = joined("close", new double[] {11, 12, 10.5, 11}, actual);
        assertEquals(
                List.of(Notice.of("run.warning.alwaysUp", "100.0", "50.0", 4, "50.0")),
                ForecastWarnings.of(same, held(0.9, 0.95)));
        Joined down = joined("close", new double[] {9, 9, 9.5, 8}, new double[] {12, 9, 8, 10});
        assertEquals(
                List.of(Notice.of("run.warning.alwaysDown", "100.0", "66.7", 3, "66.7")),
                ForecastWarnings.of(down, held(0.9, 0.95)));
        double[] still = {10, 10, 10, 10};
        assertEquals(List.of(), ForecastWarnings.of(joined("close", still, actual), held(0.9, 0.95)));
        assertEquals(
                List.of(), ForecastWarnings.of(joined("close", new double[] {11, 12, 11, 11}, still), held(0.9, 0.95)));
        assertEquals(
                List.of(),
                ForecastWarnings.of(joined("close", new double[] {11, 9, 10.5, 11}, actual), held(0.9, 0.95)));
        assertEquals(
                List.of(),
                ForecastWarnings.of(joined("volatility", new double[] {11, 12, 10.5, 11}, actual), held(0.8, 0.9)));
    }

    private static Details.Level held(double coverage, double high) {
        return new Details.Level(0.9, coverage, coverage - (high - coverage), high, 3);
    }

    /** One of two cases held tells nothing, 160 of 200 do. */
    @Test
    void bandsThatHoldTooLittleAreToldOfWhereEnoughOriginsSaySo() {
        Joined mixed = joined("close", new double[] {11, 9}, new double[] {11, 9});
        assertEquals(
                List.of(Notice.of("run.warning.coverage", "79.0")),
                ForecastWarnings.of(
                        mixed, held(0.79, Proportion.wilson(158, 200).high())));
        assertEquals(
                List.of(),
                ForecastWarnings.of(mixed, held(0.5, Proportion.wilson(1, 2).high())));
    }

    @Test
    void aVolatilityThatIsOftenTooLowToBeToldFromNoneIsToldOf() {
        double[] close = new double[101];
        Arrays.fill(close, 50);
        for (int t = 61; t < 101; t++) {
            close[t] = close[t - 1] * Math.exp(t % 2 == 0 ? 0.01 : -0.01);
        }
        Target target = Target.ofVolatility(ToySeries.ofCloses(close, 0), 5, 5, 252);
        // labels of days 51 … 55 lie on the floor
        assertEquals(
                Optional.of(Notice.of("run.warning.volatilityFloor", "25.0", "1.6")),
                ForecastWarnings.floor(target, new Span(51, 70)));
        assertEquals(Optional.empty(), ForecastWarnings.floor(target, new Span(55, 64)), "one in ten");
    }

    @Test
    void theMoreFrequentDirectionIsCountedOverDaysThatMoved() {
        double[] actual = {9, 9, 11, 10, 8};
        List<Row> rows = joined("close", actual, actual).rows();
        assertEquals(0.75, ForecastScores.majority(rows, 0), 1e-12);
        assertEquals(0.5, ForecastScores.majority(rows.subList(1, 3), 0), 1e-12);
    }
}
