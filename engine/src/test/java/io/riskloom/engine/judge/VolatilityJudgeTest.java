package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.challenger.PlainForecast;
import io.riskloom.engine.challenger.PlainForecasts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.DieboldMariano;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VolatilityJudgeTest {

    /** Returns whose volatility goes up and down between .5 and 2 %. */
    private static double[] waves(int days) {
        Random random = new Random(12);
        double[] close = new double[days];
        close[0] = 50;
        double log = 0;
        for (int t = 1; t < days; t++) {
            log = 0.97 * log + 0.12 * random.nextGaussian();
            close[t] = close[t - 1] * Math.exp(0.01 * Math.exp(log) * random.nextGaussian());
        }
        return close;
    }

    private static ForecastSpec spec(int horizon) {
        return JudgedRun.spec(
                Map.of("target", "volatility", "horizon", horizon, "volatilityDays", 10, "bands", "split"));
    }

    /** Half-way between the last volatility and 1 % a day, in logs. */
    private static JudgedRun run(int horizon) throws NoticeException {
        double[] close = waves(1000);
        Predictor halfWay = days -> new double[][][] {
            Arrays.stream(days)
                    .mapToObj(day -> new double[] {(realised(close, day) + Math.log(0.01)) / 2})
                    .toArray(double[][]::new)
        };
        return JudgedRun.of(spec(horizon), close, halfWay);
    }

    private static double realised(double[] close, int last) {
        double sum = 0;
        for (int t = last - 9; t <= last; t++) {
            double r = Math.log(close[t] / close[t - 1]);
            sum += r * r / 10;
        }
        return 0.5 * Math.log(sum);
    }

    @Test
    void errorsAreInLogsAndInPerCentAYear() throws NoticeException {
        JudgedRun run = run(10);
        double[] close = run.history().close();
        double mae = 0;
        double logMae = 0;
        double naive = 0;
        double qlike = 0;
        int n = run.split().test().size();
        int hits = 0;
        int apart = 0;
        for (int origin : run.split().test().days()) {
            double f = (realised(close, origin) + Math.log(0.01)) / 2;
            double y = realised(close, origin + 10);
            mae += 100 * Math.sqrt(252) * Math.abs(Math.exp(y) - Math.exp(f)) / n;
            logMae += Math.abs(y - f) / n;
            naive += Math.abs(y - realised(close, origin)) / n;
            double ratio = Math.exp(2 * y) / Math.exp(2 * f);
            qlike += (ratio - Math.log(ratio) - 1) / n;
            if ((run.split().test().last() - origin) % 10 == 0) {
                hits += (y - realised(close, origin)) * (f - realised(close, origin)) > 0 ? 1 : 0;
                apart++;
            }
        }
        Map<String, Double> metrics = run.evaluation().metrics();
        assertEquals(mae, metrics.get(Metric.MAE), 1e-9);
        assertEquals(logMae, metrics.get(Metric.LOG_MAE), 1e-9);
        assertEquals(logMae / naive, metrics.get(Metric.REL_MAE), 1e-9);
        assertEquals(qlike, metrics.get(Metric.QLIKE), 1e-9);
        assertEquals((double) hits / apart, metrics.get(Metric.DIRECTIONAL_ACCURACY), 1e-12);
        assertFalse(metrics.containsKey(Metric.SHARPE_NET));
        assertFalse(metrics.containsKey(Metric.MASE));
        assertTrue(Double.isNaN(run.details().naiveMae()));
        Forecast test = run.details().test();
        assertEquals("volatility", test.quantity());
        assertArrayEquals(new int[] {10}, test.steps());
        assertEquals(
                100
                        * Math.sqrt(252)
                        * Math.exp(realised(close, run.split().test().first())),
                test.lastValue()[0],
                1e-9);
    }

    @Test
    void theBestOfThePlainVolatilityModelsIsTheOneToBeat() throws NoticeException {
        JudgedRun run = run(10);
        PlainForecasts plain = PlainForecasts.ofVolatility(
                run.history().close(), 0, run.held().calibration().first(), 10, 10);
        List<ChallengerScore> challengers = run.evaluation().challengers();
        assertEquals(
                List.of("lastValue", "constantVolatility", "ewma", "har", "garch"),
                challengers.stream().map(ChallengerScore::name).toList());
        double least = Double.MAX_VALUE;
        String best = "";
        double[] bestLoss = {};
        for (int c = 0; c < challengers.size(); c++) {
            PlainForecast model = plain.fitted().get(c);
            double[] loss = Arrays.stream(run.split().test().days())
                    .mapToDouble(day -> Math.abs(realised(run.history().close(), day + 10) - model.forecast(day)[0]))
                    .toArray();
            assertArrayEquals(loss, run.details().rivals().get(c).loss(), 1e-9);
            double mean = Arrays.stream(loss).average().orElseThrow();
            assertEquals(mean, challengers.get(c).metrics().get(Metric.LOG_MAE), 1e-9);
            assertTrue(challengers.get(c).metrics().get(Metric.QLIKE) > 0);
            if (c > 0 && mean < least) {
                least = mean;
                best = model.name();
                bestLoss = loss;
            }
        }
        Notice verdict = run.evaluation().verdict();
        assertTrue(verdict.key().startsWith("verdict.volatility."), verdict.key());
        assertEquals("challenger." + best, verdict.args().get(8));
        assertEquals(
                Text.signedP(
                        DieboldMariano.test(run.details().loss(), bestLoss, 30).pValue()),
                verdict.args().get(12));
    }

    @Test
    void theLastValueIsExactlyAsGoodAsItself() throws NoticeException {
        JudgedRun run = run(3);
        ChallengerScore last = run.evaluation().challengers().getFirst();
        assertEquals("lastValue", last.name());
        assertEquals(1.0, last.metrics().get(Metric.REL_MAE));
        assertEquals(10, run.details().labelDays());
    }

    @Test
    void aPegIsToldOf() throws NoticeException {
        double[] close = waves(1000);
        for (int t = 100; t < 250; t++) {
            close[t] = close[99] * (1 + 1e-5 * (t % 2));
        }
        double[] pegged = close;
        JudgedRun run = JudgedRun.of(spec(10), pegged, days -> new double[][][] {
            Arrays.stream(days).mapToObj(day -> new double[] {Math.log(0.01)}).toArray(double[][]::new)
        });
        Notice warning = run.evaluation().warnings().stream()
                .filter(w -> w.key().equals("run.warning.volatilityFloor"))
                .findFirst()
                .orElseThrow();
        assertEquals("1.6", warning.args().get(1));
        assertTrue(Double.parseDouble(warning.args().get(0)) > 15, warning.toString());
        assertTrue(
                run(10).evaluation().warnings().stream().noneMatch(w -> w.key().equals("run.warning.volatilityFloor")));
    }

    /**
     * Forecasts a little above and as much below the median of what comes, on GARCH series: equally good, which is measured on a
     * long series. The volatility of 20 days is forecast a day ahead, so that its labels overlap by 19.
     */
    @Test
    void equallyGoodForecastsOfOverlappingVolatilitiesAreSeldomToldApart() {
        double[] errors = overlappingErrors(200_000, 777);
        Arrays.sort(errors);
        double above = errors[(int) (0.65 * errors.length)];
        double target = meanDistance(errors, above);
        double low = errors[0];
        double below = errors[errors.length / 2];
        for (int i = 0; i < 40; i++) {
            double middle = (low + below) / 2;
            if (meanDistance(errors, middle) > target) {
                low = middle;
            } else {
                below = middle;
            }
        }
        int trials = 200;
        int better = 0;
        int worse = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] error = overlappingErrors(1000, 9000 + trial);
            double shiftedUp = above;
            double shiftedDown = below;
            Details.OfForecast details = details(
                    Arrays.stream(error).map(e -> e - shiftedUp).toArray(),
                    Arrays.stream(error).map(e -> e - shiftedDown).toArray());
            Joined joined = Joined.of(List.of(details));
            Comparison comparison =
                    Comparison.of(joined.column(Row::loss), joined.column(row -> row.plainLoss()[0]), joined.lags());
            better += comparison.good() == 1 ? 1 : 0;
            worse += comparison.good() == -1 ? 1 : 0;
        }
        assertTrue(better <= 0.065 * trials && worse <= 0.065 * trials, better + " better, " + worse + " worse");
    }

    private static double meanDistance(double[] values, double from) {
        return Arrays.stream(values).map(v -> Math.abs(v - from)).average().orElseThrow();
    }

    /** Label minus the forecast of the true GARCH process, .08 and .9, in logs. */
    private static double[] overlappingErrors(int n, long seed) {
        Random random = new Random(seed);
        int burn = 300;
        double mean = 1e-4;
        double[] squares = new double[n + burn + 1];
        double[] next = new double[squares.length];
        double variance = mean;
        for (int t = 0; t < squares.length; t++) {
            double r = Math.sqrt(variance) * random.nextGaussian();
            squares[t] = r * r;
            variance = 0.02 * mean + 0.08 * squares[t] + 0.9 * variance;
            next[t] = variance;
        }
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            int origin = burn + i;
            double known = Arrays.stream(squares, origin - 18, origin + 1).sum();
            errors[i] = 0.5 * Math.log((known + squares[origin + 1]) / (known + next[origin]));
        }
        return errors;
    }

    /** Volatilities that are 1 where the forecast is e to the error, beside one plain model. */
    private static Details.OfForecast details(double[] error, double[] plain) {
        double[][] forecast =
                Arrays.stream(error).mapToObj(e -> new double[] {Math.exp(e)}).toArray(double[][]::new);
        double[][] actual = new double[error.length][];
        Arrays.fill(actual, new double[] {1});
        double[] last = new double[error.length];
        Arrays.fill(last, 2);
        List<LocalDate> dates = ToySeries.dates(error.length);
        Forecast test = new Forecast(
                "volatility", new int[] {1}, dates, last, forecast, actual, forecast, forecast, forecast, forecast);
        Details.Rival rival =
                new Details.Rival("ewma", Arrays.stream(plain).map(Math::abs).toArray());
        return new Details.OfForecast(test, test, dates.getFirst(), null, List.of(rival), List.of(), Double.NaN, 20);
    }

    @Test
    void lagsAreThreeVolatilitiesLongButLeaveFourSpans() {
        double[] error = new double[1000];
        Details.OfForecast d = details(error, error);
        assertEquals(60, Joined.of(List.of(d)).lags());
        assertEquals(30, Joined.of(List.of(d)).part(0, 120).lags());
        assertEquals(1, Joined.of(List.of(d)).part(0, 6).lags());
        Details.OfForecast old =
                new Details.OfForecast(d.test(), d.ahead(), d.testStart(), null, d.rivals(), List.of(), Double.NaN);
        assertEquals(1, Joined.of(List.of(old)).lags(), "as it was judged then");
    }

    @Test
    void knownDaysAreToldOfWhereSomeAre() throws NoticeException {
        List<Notice> warnings = run(3).evaluation().warnings();
        assertTrue(warnings.contains(Notice.of("run.warning.knownDays", 7, 10, 3)), warnings.toString());
        assertTrue(
                run(10).evaluation().warnings().stream().noneMatch(w -> w.key().equals("run.warning.knownDays")));
    }

    @Test
    void directionsOfVolatilityAreForecastWellWithoutALeak() throws NoticeException {
        JudgedRun run = run(1);
        assertTrue(run.evaluation().metrics().get(Metric.DIRECTIONAL_ACCURACY) > 0.5);
        assertTrue(run.evaluation().warnings().stream()
                .noneMatch(w ->
                        w.key().equals("run.warning.leakSuspect") || w.key().startsWith("run.warning.always")));
    }
}
