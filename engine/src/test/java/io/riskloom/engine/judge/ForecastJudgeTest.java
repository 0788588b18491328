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
import io.riskloom.engine.stats.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastJudgeTest {

    private static final Map<String, ?> PATH = Map.of("horizon", 3, "window", 30, "costs", 10.0, "bands", "split");

    private static JudgedRun path(double phi) throws NoticeException {
        double[] close = JudgedRun.momentum(3, 900, 0.5);
        return JudgedRun.of(JudgedRun.spec(PATH), close, JudgedRun.momentumForecast(close, phi, 1, 2, 3));
    }

    @Test
    void errorsOfClosesAreThoseOfTheirDefinitions() throws NoticeException {
        JudgedRun run = path(0.5);
        double[] close = run.history().close();
        Forecast test = run.details().test();
        double absolute = 0;
        double squared = 0;
        double relative = 0;
        double naive = 0;
        int n = 0;
        for (int origin : run.split().test().days()) {
            int row = origin - run.split().test().first();
            double r = Math.log(close[origin] / close[origin - 1]);
            double sum = 0;
            for (int s = 1; s <= 3; s++) {
                sum += r * Math.pow(0.5, s);
                double f = close[origin] * Math.exp(sum);
                double y = close[origin + s];
                assertEquals(f, test.forecast()[row][s - 1], 1e-9);
                assertEquals(y, test.actual()[row][s - 1]);
                absolute += Math.abs(y - f);
                squared += (y - f) * (y - f);
                relative += 200 * Math.abs(y - f) / (y + f);
                naive += Math.abs(y - close[origin]);
                n++;
            }
        }
        Map<String, Double> metrics = run.evaluation().metrics();
        assertEquals(absolute / n, metrics.get(Metric.MAE), 1e-9);
        assertEquals(Math.sqrt(squared / n), metrics.get(Metric.RMSE), 1e-9);
        assertEquals(relative / n, metrics.get(Metric.SMAPE), 1e-9);
        assertEquals(absolute / naive, metrics.get(Metric.REL_MAE), 1e-9);
        double oneDay = 0;
        int last = run.split().train().last();
        for (int t = 1; t <= last; t++) {
            oneDay += Math.abs(close[t] - close[t - 1]) / last;
        }
        assertEquals(oneDay, run.details().naiveMae(), 1e-9);
        assertEquals(absolute / n / oneDay, metrics.get(Metric.MASE), 1e-9);
    }

    @Test
    void bandsDirectionsAndTradingAreThoseOfTheirDefinitions() throws NoticeException {
        JudgedRun run = path(0.5);
        double[] close = run.history().close();
        Forecast test = run.details().test();
        int in50 = 0;
        int in90 = 0;
        double width = 0;
        double crps = 0;
        double[] levels = {0.05, 0.25, 0.5, 0.75, 0.95};
        double[] strips = {0.15, 0.225, 0.25, 0.225, 0.15};
        for (int i = 0; i < test.size(); i++) {
            for (int s = 0; s < 3; s++) {
                double y = test.actual()[i][s];
                double[] q = {
                    test.lower90()[i][s],
                    test.lower50()[i][s],
                    test.forecast()[i][s],
                    test.upper50()[i][s],
                    test.upper90()[i][s]
                };
                in90 += y >= q[0] && y <= q[4] ? 1 : 0;
                in50 += y >= q[1] && y <= q[3] ? 1 : 0;
                width += 100 * (q[4] - q[0]) / test.lastValue()[i];
                for (int k = 0; k < 5; k++) {
                    crps += 2 * strips[k] * Math.max(levels[k] * (y - q[k]), (levels[k] - 1) * (y - q[k]));
                }
            }
        }
        Map<String, Double> metrics = run.evaluation().metrics();
        double n = 3 * test.size();
        assertEquals(in50 / n, metrics.get(Metric.COVERAGE_50), 1e-12);
        assertEquals(in90 / n, metrics.get(Metric.COVERAGE_90), 1e-12);
        assertEquals(width / n, metrics.get(Metric.WIDTH_90), 1e-9);
        assertEquals(crps / n, metrics.get(Metric.CRPS), 1e-9);

        int hits = 0;
        int apart = 0;
        for (int i = test.size() - 1; i >= 0; i -= 3) {
            double forecast = test.forecast()[i][2] - test.lastValue()[i];
            hits += forecast * (test.actual()[i][2] - test.lastValue()[i]) > 0 ? 1 : 0;
            apart++;
        }
        Proportion direction = Proportion.wilson(hits, apart);
        assertEquals(direction.value(), metrics.get(Metric.DIRECTIONAL_ACCURACY), 1e-12);
        assertEquals(
                direction.low(),
                run.evaluation().intervals().get(Metric.DIRECTIONAL_ACCURACY).low(),
                1e-12);

        double before = 0;
        double turnover = 0;
        List<Double> net = new ArrayList<>();
        double worth = 1;
        double peak = 1;
        double drawdown = 0;
        for (int origin : run.split().test().days()) {
            double position = Math.signum(Math.log(close[origin] / close[origin - 1]));
            double cost = 0.001 * Math.abs(position - before);
            net.add(position * (close[origin + 1] / close[origin] - 1) - cost);
            worth *= 1 + net.getLast();
            peak = Math.max(peak, worth);
            drawdown = Math.max(drawdown, 1 - worth / peak);
            turnover += Math.abs(position - before);
            before = position;
        }
        double mean = net.stream().mapToDouble(r -> r).average().orElseThrow();
        double variance = net.stream().mapToDouble(r -> (r - mean) * (r - mean)).sum() / (net.size() - 1);
        assertEquals(mean / Math.sqrt(variance) * Math.sqrt(252), metrics.get(Metric.SHARPE_NET), 1e-9);
        assertEquals(drawdown, metrics.get(Metric.MAX_DRAWDOWN), 1e-9);
        assertEquals(turnover / net.size() * 252, metrics.get(Metric.TURNOVER), 1e-9);
    }

    @Test
    void plainModelsSeeTheDaysThatTheNetworkMaySeeAndNoMore() throws NoticeException {
        JudgedRun run = path(0.5);
        int known = run.held().calibration().first();
        PlainForecasts plain = PlainForecasts.ofCloses(run.history().close(), 0, known, new int[] {1, 2, 3});
        List<ChallengerScore> challengers = run.evaluation().challengers();
        assertEquals(
                List.of("lastValue", "drift", "ar"),
                challengers.stream().map(ChallengerScore::name).toList());
        Forecast test = run.details().test();
        for (int c = 0; c < 3; c++) {
            PlainForecast model = plain.fitted().get(c);
            double mae = 0;
            double[] losses = new double[test.size()];
            for (int i = 0; i < test.size(); i++) {
                double[] path = model.forecast(run.split().test().first() + i);
                for (int s = 0; s < 3; s++) {
                    double f = test.lastValue()[i] * Math.exp(path[s]);
                    losses[i] += Math.abs(test.actual()[i][s] - f) / 3;
                }
                mae += losses[i] / test.size();
            }
            assertEquals(mae, challengers.get(c).metrics().get(Metric.MAE), 1e-9);
            assertArrayEquals(losses, run.details().rivals().get(c).loss(), 1e-9);
        }
        double last = challengers.get(0).metrics().get(Metric.MAE);
        assertEquals(1, challengers.get(0).metrics().get(Metric.REL_MAE), 1e-12);
        assertFalse(challengers.get(0).metrics().containsKey(Metric.DIRECTIONAL_ACCURACY));
        double ar = challengers.get(2).metrics().get(Metric.MAE);
        assertEquals(ar / last, challengers.get(2).metrics().get(Metric.REL_MAE), 1e-12);
        assertTrue(ar / last < 0.95, "an AR process is forecast by an AR model");
        assertEquals(0.9, challengers.get(2).metrics().get(Metric.COVERAGE_90), 0.06);
        assertTrue(challengers.get(2).metrics().get(Metric.SHARPE_NET) > 1);
    }

    @Test
    void whatAnAutoregressionKnowsTooIsNoAchievement() throws NoticeException {
        JudgedRun run = path(0.5);
        Notice verdict = run.evaluation().verdict();
        assertEquals("verdict.close.plainOnly", verdict.key());
        assertEquals(0, run.evaluation().good());
        double[] ar = run.details().rivals().get(2).loss();
        assertEquals("challenger.ar", verdict.args().get(8));
        double ratio = mean(run.details().loss()) / mean(ar);
        assertEquals(Text.number(ratio, 3), verdict.args().get(9));
        assertEquals(
                Text.signedP(DieboldMariano.test(run.details().loss(), ar, 3).pValue()),
                verdict.args().get(12));
        assertEquals("verdict.lag.follows", verdict.args().get(13));
        double[] last = run.details().rivals().get(0).loss();
        assertEquals(
                DieboldMariano.test(run.details().loss(), last, 3).pValue(),
                run.evaluation().metrics().get(Metric.DM_P_VALUE));
    }

    /** Prices that rise faster in the test span than before, and a forecaster that says so every day. */
    @Test
    void aHighDriftIsNoForecastEvenWhereItPays() throws NoticeException {
        double[] close = JudgedRun.randomWalk(4, 900);
        for (int t = 650; t < 900; t++) {
            close[t] *= Math.exp(0.008 * (t - 650));
        }
        Predictor drift = days -> new double[][][] {
            Arrays.stream(days)
                    .mapToObj(day -> straight(0.008 + 1e-5 * Math.sin(day)))
                    .toArray(double[][]::new)
        };
        JudgedRun run = JudgedRun.of(JudgedRun.spec(PATH), close, drift);
        Notice verdict = run.evaluation().verdict();
        assertEquals("verdict.close.driftOnly", verdict.key());
        assertEquals(0, run.evaluation().good());
        assertEquals(15, verdict.args().size());
        assertEquals("1.000", verdict.args().get(14));
        assertTrue(run.evaluation().metrics().get(Metric.REL_MAE) < 0.95);
        // without plain models in an older run's details
        Details.OfForecast old = new Details.OfForecast(
                run.details().test(), run.details().ahead(), run.details().testStart(), null, null, null, 1);
        Period all = new PeriodScores(List.of(old)).all(5);
        assertEquals("verdict.forecast.driftOnly", all.verdict().key());
        assertEquals(9, all.verdict().args().size());
        assertEquals(0, all.good());
    }

    /** The sign of each return is known here, which no plain model knows. */
    @Test
    void whatNoPlainModelKnowsIsBetterAndTheOppositeIsWorse() throws NoticeException {
        double[] close = JudgedRun.randomWalk(5, 900);
        ForecastSpec spec = JudgedRun.spec(Map.of("target", "return", "horizon", 1, "window", 30));
        for (int side : new int[] {1, -1}) {
            Predictor clairvoyant = days -> new double[][][] {
                Arrays.stream(days)
                        .mapToObj(day -> Math.min(day + 1, close.length - 1))
                        .map(next -> new double[] {side * 0.01 * Math.signum(close[next] - close[next - 1])})
                        .toArray(double[][]::new)
            };
            JudgedRun run = JudgedRun.of(spec, close, clairvoyant);
            assertEquals(side, run.evaluation().good());
            assertEquals(
                    side == 1 ? "verdict.close.better" : "verdict.close.worse",
                    run.evaluation().verdict().key());
            boolean alarm =
                    run.evaluation().warnings().stream().anyMatch(w -> w.key().equals("run.warning.leakSuspect"));
            assertEquals(side == 1, alarm);
            assertEquals(side == 1 ? 0.0 : 1.0, run.evaluation().metrics().get(Metric.BEST_LAG));
        }
    }

    @Test
    void aForecastThatHardlyMovesIsCalledARepeatOfTheLastValue() throws NoticeException {
        double[] close = JudgedRun.randomWalk(6, 900);
        JudgedRun still = JudgedRun.of(JudgedRun.spec(PATH), close, JudgedRun.momentumForecast(close, 0.05, 1, 2, 3));
        assertEquals(3, still.evaluation().metrics().get(Metric.BEST_LAG));
        assertEquals("verdict.lag.repeats", still.evaluation().verdict().args().get(13));
        JudgedRun moving = JudgedRun.of(JudgedRun.spec(PATH), close, JudgedRun.momentumForecast(close, 0.6, 1, 2, 3));
        assertEquals("verdict.lag.follows", moving.evaluation().verdict().args().get(13));
    }

    /** Every kind of know-nothing, on 100 random walks: the recent mean, a little momentum, noise. */
    @Test
    void forecastsWithoutSkillAreCalledBetterInAtMostFivePercentOfRandomWalks() throws NoticeException {
        int trials = 100;
        int[] better = new int[3];
        for (int trial = 0; trial < trials; trial++) {
            double[] close = JudgedRun.randomWalk(1000 + trial, 700);
            int seed = trial;
            Predictor recent = days -> new double[][][] {
                Arrays.stream(days)
                        .mapToObj(day -> straight(Math.log(close[day] / close[day - 20]) / 20))
                        .toArray(double[][]::new)
            };
            Predictor noise = days -> new double[][][] {
                Arrays.stream(days)
                        .mapToObj(day -> straight(0.0005 * new Random(31L * seed + day).nextGaussian()))
                        .toArray(double[][]::new)
            };
            Predictor[] all = {recent, JudgedRun.momentumForecast(close, 0.05, 1, 2, 3), noise};
            for (int k = 0; k < all.length; k++) {
                better[k] += JudgedRun.of(JudgedRun.spec(PATH), close, all[k])
                                        .evaluation()
                                        .good()
                                == 1
                        ? 1
                        : 0;
            }
        }
        for (int count : better) {
            assertTrue(count <= 0.05 * trials, Arrays.toString(better) + " of " + trials);
        }
    }

    private static double[] straight(double a) {
        return new double[] {a, 2 * a, 3 * a};
    }

    @Test
    void theLastDayIsForecastAheadWithTheSameBands() throws NoticeException {
        JudgedRun run = path(0.5);
        Forecast ahead = run.details().ahead();
        double[] close = run.history().close();
        int last = close.length - 1;
        assertEquals(run.history().dates().getLast(), ahead.origins().getFirst());
        assertEquals(close[last], ahead.lastValue()[0]);
        assertTrue(Double.isNaN(ahead.actual()[0][0]));
        double r = Math.log(close[last] / close[last - 1]);
        assertEquals(close[last] * Math.exp(0.5 * r), ahead.forecast()[0][0], 1e-9);
        assertTrue(ahead.lower90()[0][2] < ahead.lower50()[0][2]);
        assertEquals(run.details().test().origins().getFirst(), run.details().testStart());
    }

    @Test
    void reliabilityCountsEveryLevelOnTheTestSpan() throws NoticeException {
        JudgedRun run = path(0.5);
        List<Details.Level> levels = run.details().reliability();
        assertArrayEquals(
                new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95},
                levels.stream().mapToDouble(Details.Level::nominal).toArray());
        assertEquals(
                run.evaluation().metrics().get(Metric.COVERAGE_50),
                levels.get(4).coverage(),
                1e-12);
        assertEquals(
                run.evaluation().metrics().get(Metric.COVERAGE_90),
                levels.get(8).coverage(),
                1e-12);
        assertEquals(
                run.evaluation().metrics().get(Metric.WIDTH_90), levels.get(8).width(), 1e-9);
        int apart = (run.split().test().size() + 2) / 3;
        for (Details.Level level : levels) {
            assertEquals(level.nominal(), level.coverage(), 0.1);
            Proportion interval = Proportion.wilson((int) Math.round(level.coverage() * apart), apart);
            assertEquals(interval.low(), level.low(), 1e-12);
            assertEquals(interval.high(), level.high(), 1e-12);
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
