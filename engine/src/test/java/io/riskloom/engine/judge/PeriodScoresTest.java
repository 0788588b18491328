package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.DieboldMariano;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeriodScoresTest {

    private static JudgedRun run(String target, int horizon) throws NoticeException {
        double[] close = JudgedRun.momentum(21, 900, 0.4);
        int[] steps = target.equals("path") ? new int[] {1, 2, 3, 4} : new int[] {horizon};
        Predictor predictor = target.equals("volatility")
                ? days -> new double[][][] {
                    Arrays.stream(days)
                            .mapToObj(day -> new double[] {Math.log(0.01) + 0.1 * Math.sin(day)})
                            .toArray(double[][]::new)
                }
                : JudgedRun.momentumForecast(close, 0.4, steps);
        Map<String, ?> settings = Map.of("target", target, "horizon", horizon, "window", 30, "costs", 7.0);
        return JudgedRun.of(JudgedRun.spec(settings), close, predictor);
    }

    /** Rows {@code from} … {@code to} − 1 of what a run keeps. */
    private static Details.OfForecast rows(Details.OfForecast whole, int from, int to, double naive) {
        Forecast f = whole.test();
        Forecast part = new Forecast(
                f.quantity(),
                f.steps(),
                f.origins().subList(from, to),
                Arrays.copyOfRange(f.lastValue(), from, to),
                Arrays.copyOfRange(f.forecast(), from, to),
                Arrays.copyOfRange(f.actual(), from, to),
                Arrays.copyOfRange(f.lower50(), from, to),
                Arrays.copyOfRange(f.upper50(), from, to),
                Arrays.copyOfRange(f.lower90(), from, to),
                Arrays.copyOfRange(f.upper90(), from, to));
        List<Details.Rival> rivals = whole.rivals().stream()
                .map(r -> new Details.Rival(r.name(), Arrays.copyOfRange(r.loss(), from, to)))
                .toList();
        return new Details.OfForecast(
                part, whole.ahead(), part.origins().getFirst(), Row.losses(part), rivals, List.of(), naive);
    }

    @Test
    void theWholeSpanHasTheFiguresThatTheRunWasJudgedBy() throws NoticeException {
        for (JudgedRun run : List.of(run("path", 4), run("return", 5), run("volatility", 20))) {
            Details.OfForecast stored = (Details.OfForecast)
                    Json.gson().fromJson(Json.gson().toJson(run.details(), Details.class), Details.class);
            PeriodScores scores = new PeriodScores(List.of(stored));
            Period all = scores.all(7);
            assertEquals(run.evaluation().metrics(), all.metrics());
            assertEquals(run.evaluation().intervals(), all.intervals());
            assertEquals(run.evaluation().verdict(), all.verdict());
            assertEquals(run.evaluation().good(), all.good());
            assertEquals(run.split().test().size(), all.origins());
            assertEquals(stored.test().origins(), scores.dates());
            run.evaluation().challengers().stream()
                    .filter(c -> !c.name().equals("lastValue"))
                    .forEach(c -> assertEquals(
                            c.metrics().get(Metric.REL_MAE),
                            all.rivals().stream()
                                    .filter(r -> r.name().equals(c.name()))
                                    .findFirst()
                                    .orElseThrow()
                                    .relMae(),
                            1e-12));
        }
    }

    @Test
    void aPeriodCountsItsOriginsOnly() throws NoticeException {
        Details.OfForecast whole = run("path", 4).details();
        LocalDate from = whole.test().origins().get(30);
        LocalDate to = whole.test().origins().get(99);
        Period part = new PeriodScores(List.of(whole)).between(from, to, 7).orElseThrow();
        assertEquals(70, part.origins());
        assertEquals(from, part.first());
        assertEquals(to, part.last());
        double[] loss = Arrays.copyOfRange(whole.loss(), 30, 100);
        double[] last = Arrays.copyOfRange(whole.rivals().get(0).loss(), 30, 100);
        double[] drift = Arrays.copyOfRange(whole.rivals().get(1).loss(), 30, 100);
        assertEquals(sum(loss) / 70, part.metrics().get(Metric.MAE), 1e-12);
        assertEquals(sum(loss) / sum(last), part.metrics().get(Metric.REL_MAE), 1e-12);
        assertEquals(DieboldMariano.test(loss, last, 4).pValue(), part.metrics().get(Metric.DM_P_VALUE), 1e-12);
        Period.Rival mean = part.rivals().get(0);
        assertEquals("drift", mean.name());
        assertEquals(sum(drift) / sum(last), mean.relMae(), 1e-12);
        assertEquals(sum(loss) / sum(drift), mean.ratio(), 1e-12);
        assertEquals(DieboldMariano.test(loss, drift, 4).pValue(), mean.pValue(), 1e-12);
        // the same as a run whose test span it is, but for the days before it that a lag may reach
        Period alone = new PeriodScores(List.of(rows(whole, 30, 100, whole.naiveMae()))).all(7);
        for (String metric : alone.metrics().keySet()) {
            if (!metric.equals(Metric.BEST_LAG)) {
                assertEquals(alone.metrics().get(metric), part.metrics().get(metric), 1e-12, metric);
            }
        }
        assertEquals(alone.intervals(), part.intervals());
        assertEquals(alone.verdict(), part.verdict());
    }

    @Test
    void datesBetweenOriginsAndBeyondThemAreTaken() throws NoticeException {
        Details.OfForecast whole = run("path", 4).details();
        PeriodScores scores = new PeriodScores(List.of(whole));
        LocalDate first = whole.test().origins().getFirst();
        LocalDate last = whole.test().origins().getLast();
        assertEquals(
                scores.all(7).metrics(),
                scores.between(first.minusYears(1), last.plusYears(1), 7)
                        .orElseThrow()
                        .metrics());
        assertTrue(scores.between(last.plusDays(1), last.plusDays(9), 7).isEmpty());
        assertTrue(scores.between(first.minusDays(9), first.minusDays(1), 7).isEmpty());
        assertTrue(scores.between(last, first, 7).isEmpty());
        Period one = scores.between(first, first, 7).orElseThrow();
        assertEquals(1, one.origins());
        assertTrue(Double.isNaN(one.metrics().get(Metric.DM_P_VALUE)));
        assertEquals(0, one.good());
    }

    /** Two folds that overlap by five origins, given in the wrong order, with scales of their own. */
    @Test
    void foldsAreJoinedInOrderOfTimeAndEveryOriginCountsOnce() throws NoticeException {
        Details.OfForecast whole = run("path", 4).details();
        int n = whole.test().size();
        Details.OfForecast early = rows(whole, 0, 60, 2);
        Details.OfForecast late = rows(whole, 55, n, 5);
        PeriodScores joined = new PeriodScores(List.of(late, early));
        Period all = joined.all(7);
        Period single = new PeriodScores(List.of(whole)).all(7);
        assertEquals(whole.test().origins(), joined.dates());
        for (String metric : List.of(Metric.MAE, Metric.REL_MAE, Metric.DM_P_VALUE, Metric.SHARPE_NET, Metric.CRPS)) {
            assertEquals(single.metrics().get(metric), all.metrics().get(metric), 1e-12, metric);
        }
        double scaled = 0;
        for (int i = 0; i < n; i++) {
            scaled += whole.loss()[i] / (i < 60 ? 2 : 5);
        }
        assertEquals(scaled / n, all.metrics().get(Metric.MASE), 1e-12);
        assertArrayEquals(
                single.trading().orElseThrow().rule().equity(),
                all.trading().orElseThrow().rule().equity(),
                1e-12);
    }

    @Test
    void aPlainModelThatOneFoldLacksIsLeftOut() throws NoticeException {
        Details.OfForecast whole = run("path", 4).details();
        Details.OfForecast late = rows(whole, 60, whole.test().size(), 1);
        Details.OfForecast poorer = new Details.OfForecast(
                late.test(),
                late.ahead(),
                late.testStart(),
                late.loss(),
                late.rivals().subList(0, 2),
                List.of(),
                1);
        Period all = new PeriodScores(List.of(rows(whole, 0, 60, 1), poorer)).all(7);
        assertEquals(
                List.of("drift"), all.rivals().stream().map(Period.Rival::name).toList());
    }

    @Test
    void runsOfEarlierVersionsHaveWhatTheirForecastsGive() throws NoticeException {
        Details.OfForecast whole = run("path", 4).details();
        String json = Json.gson().toJson(whole, Details.class);
        var tree = com.google.gson.JsonParser.parseString(json).getAsJsonObject();
        List.of("loss", "rivals", "reliability", "naiveMae").forEach(tree::remove);
        List.of("quantity", "steps").forEach(tree.getAsJsonObject("test")::remove);
        Details.OfForecast older = (Details.OfForecast) Json.gson().fromJson(tree, Details.class);
        PeriodScores scores = new PeriodScores(List.of(older));
        Period all = scores.all(7);
        Period now = new PeriodScores(List.of(whole)).all(7);
        assertEquals(now.metrics().get(Metric.REL_MAE), all.metrics().get(Metric.REL_MAE), 1e-12);
        assertEquals(now.metrics().get(Metric.TURNOVER), all.metrics().get(Metric.TURNOVER), 1e-12);
        assertTrue(all.rivals().isEmpty());
        assertTrue(
                all.verdict().key().startsWith("verdict.forecast."),
                all.verdict().key());
        assertEquals(8, all.verdict().args().size());
    }

    /** What repeats the last value is called so, or nothing is said; never that it has an own opinion. */
    @Test
    void ofTooFewDaysNobodyKnowsWhetherTheyRepeatTheLastValue() {
        Details.OfForecast still = repeat(60, 20);
        Period all = new PeriodScores(List.of(still)).all(0);
        assertEquals("verdict.lag.repeats", all.verdict().args().get(13));
        assertEquals(20, all.metrics().get(Metric.BEST_LAG));
        for (int first : new int[] {0, 31}) {
            LocalDate from = still.test().origins().get(first);
            LocalDate to = still.test().origins().get(first == 0 ? 28 : 35);
            Period part = new PeriodScores(List.of(still)).between(from, to, 0).orElseThrow();
            assertEquals("verdict.lag.unknown", part.verdict().args().get(13));
        }
    }

    @Test
    void whatCannotBeTestedIsCalledUntested() {
        Details.OfForecast still = repeat(79, 20);
        Period few = new PeriodScores(List.of(still)).all(0);
        assertEquals("verdict.close.untested", few.verdict().key());
        assertEquals(0, few.good());
        assertEquals("–", few.verdict().args().get(1));
        assertEquals(
                "verdict.close.noBetter",
                new PeriodScores(List.of(repeat(80, 20))).all(0).verdict().key());
        Details.OfForecast old =
                new Details.OfForecast(still.test(), still.ahead(), still.testStart(), null, null, null, 1);
        assertEquals(
                "verdict.forecast.untested",
                new PeriodScores(List.of(old)).all(0).verdict().key());
    }

    /** The forecasts are a little off, the price stays where it was. */
    @Test
    void whereThePriceStandsStillNoRatioIsGiven() {
        Details.OfForecast d = details(new double[110], new double[100]);
        Period all = new PeriodScores(List.of(d)).all(0);
        assertEquals("verdict.close.still", all.verdict().key());
        assertEquals(-1, all.good());
        assertTrue(Double.isNaN(all.metrics().get(Metric.REL_MAE)));
        assertTrue(Double.isNaN(all.rivals().getFirst().relMae()));
        assertEquals("–", all.verdict().args().get(0));
        assertFalse(all.intervals().containsKey(Metric.REL_MAE));
        all.intervals()
                .values()
                .forEach(i -> assertFalse(Double.isNaN(i.low()), all.intervals().toString()));
        assertFalse(all.intervals().containsKey(Metric.DIRECTIONAL_ACCURACY), "no day moved");
    }

    /** Half of each move is forecast; the plain model errs by half of what is left, or by as much. */
    @Test
    void whatIsCertainlyWorseThanAPlainModelIsCalledSo() {
        double[] returns = new Random(3).doubles(301).map(u -> 0.02 * (u - 0.5)).toArray();
        double[] half = new double[300];
        Arrays.setAll(half, i -> returns[i + 1] / 2);
        Details.OfForecast own = details(returns, half);
        double[] twice =
                Arrays.stream(Row.losses(own.test())).map(loss -> loss / 2).toArray();
        Period worse = new PeriodScores(List.of(beside(own, twice))).all(0);
        assertEquals("verdict.close.plainWorse", worse.verdict().key());
        assertEquals("2.000", worse.verdict().args().get(9));
        assertEquals(0, worse.good());
        assertEquals(
                "verdict.close.plainOnly",
                new PeriodScores(List.of(beside(own, Row.losses(own.test()))))
                        .all(0)
                        .verdict()
                        .key());
    }

    private static Details.OfForecast beside(Details.OfForecast own, double[] loss) {
        return new Details.OfForecast(
                own.test(),
                own.ahead(),
                own.testStart(),
                own.loss(),
                List.of(new Details.Rival("drift", loss)),
                List.of(),
                own.naiveMae());
    }

    /** Of a random walk: the last value itself, and forecasts that know two or three of the days ahead. */
    @Test
    void aBestLagATenthOfTheHorizonFromTheLastValueIsStillThePast() {
        int n = 200;
        int horizon = 20;
        double[] returns =
                new Random(5).doubles(n + horizon).map(u -> 0.02 * (u - 0.5)).toArray();
        for (int lag : new int[] {20, 18, 17}) {
            double[] forecast = new double[n];
            for (int i = 0; i < n; i++) {
                for (int k = 1; k <= horizon - lag; k++) {
                    forecast[i] += returns[i + k];
                }
            }
            Period all = new PeriodScores(List.of(details(returns, forecast))).all(0);
            assertEquals(lag, all.metrics().get(Metric.BEST_LAG));
            String word = String.valueOf(all.verdict().args().get(13));
            assertEquals(lag == 17, word.equals("verdict.lag.own"), lag + " " + word);
        }
    }

    @Test
    void aPartSaysThatItWasChosenAfterwards() throws NoticeException {
        Details.OfForecast whole = run("path", 4).details();
        PeriodScores scores = new PeriodScores(List.of(whole));
        List<LocalDate> dates = scores.dates();
        assertEquals(List.of(), scores.all(7).remarks());
        assertEquals(
                List.of(),
                scores.between(dates.getFirst(), dates.getLast(), 7)
                        .orElseThrow()
                        .remarks());
        assertEquals(
                List.of(Notice.of("verdict.part")),
                scores.between(dates.get(1), dates.getLast(), 7).orElseThrow().remarks());
    }

    /** Of a random walk, the last value a little raised. */
    private static Details.OfForecast repeat(int origins, int horizon) {
        Random random = new Random(1);
        double[] returns =
                random.doubles(origins + horizon).map(u -> 0.02 * (u - 0.5)).toArray();
        double[] slow = new double[origins];
        Arrays.setAll(slow, i -> 1e-5 * random.nextDouble());
        return details(returns, slow);
    }

    /** Forecasts of the close as many days ahead as there are more returns than forecasts. */
    private static Details.OfForecast details(double[] returns, double[] forecast) {
        int n = forecast.length;
        int horizon = returns.length - n;
        double[] close = new double[returns.length];
        close[0] = 100;
        for (int t = 1; t < close.length; t++) {
            close[t] = close[t - 1] * Math.exp(returns[t]);
        }
        double[][] f = new double[n][];
        double[][] actual = new double[n][];
        for (int i = 0; i < n; i++) {
            f[i] = new double[] {close[i] * Math.exp(forecast[i] + 1e-6)};
            actual[i] = new double[] {close[i + horizon]};
        }
        Forecast test = new Forecast(
                "close", new int[] {horizon}, ToySeries.dates(n), Arrays.copyOf(close, n), f, actual, f, f, f, f);
        Details.Rival drift = new Details.Rival("drift", Row.losses(test));
        return new Details.OfForecast(test, test, test.origins().getFirst(), null, List.of(drift), List.of(), 1);
    }

    @Test
    void tradingIsCountedFromThePositionTakenOnEachDate() throws NoticeException {
        Details.OfForecast whole = run("path", 4).details();
        Forecast f = whole.test();
        Trading trading = new PeriodScores(List.of(whole))
                .between(f.origins().get(10), f.origins().get(12), 100)
                .orElseThrow()
                .trading()
                .orElseThrow();
        assertEquals(f.origins().subList(10, 13), trading.dates());
        double worth = 1;
        double held = 1;
        double before = 0;
        for (int i = 10; i <= 12; i++) {
            double side = Math.signum(f.forecast()[i][0] - f.lastValue()[i]);
            double move = f.actual()[i][0] / f.lastValue()[i] - 1;
            worth *= 1 + side * move - 0.01 * Math.abs(side - before);
            held *= 1 + move - (i == 10 ? 0.01 : 0);
            before = side;
            assertEquals(worth, trading.rule().equity()[i - 9], 1e-12);
            assertEquals(held, trading.buyAndHold().equity()[i - 9], 1e-12);
        }
    }

    @Test
    void aReturnOverFiveDaysIsTradedEveryFiveDays() throws NoticeException {
        JudgedRun run = run("return", 5);
        Trading trading =
                new PeriodScores(List.of(run.details())).all(0).trading().orElseThrow();
        int n = run.split().test().size();
        assertEquals((n + 4) / 5, trading.dates().size());
        assertEquals(run.details().test().origins().getLast(), trading.dates().getLast());
        double[] net = trading.rule().net();
        double mean = Arrays.stream(net).average().orElseThrow();
        double variance = Arrays.stream(net).map(r -> (r - mean) * (r - mean)).sum() / (net.length - 1);
        assertEquals(
                mean / Math.sqrt(variance) * Math.sqrt(252 / 5.0),
                trading.rule().sharpe(),
                1e-12);
        assertFalse(new PeriodScores(List.of(run("volatility", 20).details()))
                .all(5)
                .trading()
                .isPresent());
    }

    @Test
    void whatCannotBeJoinedIsRefused() throws NoticeException {
        Details.OfForecast path = run("path", 4).details();
        Details.OfForecast five = run("return", 5).details();
        Details.OfForecast volatility = run("volatility", 5).details();
        assertThrows(IllegalArgumentException.class, () -> new PeriodScores(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new PeriodScores(List.of(path, five)));
        assertThrows(IllegalArgumentException.class, () -> new PeriodScores(List.of(five, volatility)));
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
