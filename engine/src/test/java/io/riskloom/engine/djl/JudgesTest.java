package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.stats.Proportion;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgesTest {

    /** A forecaster that extrapolates the mean drift of a random walk knows nothing; it may seldom be called better. */
    @Test
    void aRandomWalkIsCalledPredictableInAtMostFivePercentOfTrials() {
        Random random = new Random(11);
        int trials = 400;
        int horizon = 5;
        int better = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] log = new double[900];
            for (int t = 1; t < log.length; t++) {
                log[t] = log[t - 1] + 0.01 * random.nextGaussian();
            }
            double drift = log[599] / 599;
            double[] ours = new double[295];
            double[] naive = new double[295];
            for (int i = 0; i < ours.length; i++) {
                for (int s = 1; s <= horizon; s++) {
                    double move = log[600 + i + s] - log[600 + i];
                    ours[i] += Math.abs(move - drift * s) / horizon;
                    naive[i] += Math.abs(move) / horizon;
                }
            }
            better += ForecastVerdict.of(ours, naive, horizon, trial).good() == 1 ? 1 : 0;
        }
        assertTrue(better <= trials * 0.05, better + " of " + trials + " random walks were called predictable");
    }

    @Test
    void aForecastThatHalvesTheErrorIsBetterAndOneThatDoublesItIsWorse() {
        Random random = new Random(4);
        double[] naive = random.doubles(200, 0.5, 1.5).toArray();
        double[] half = Arrays.stream(naive).map(v -> v / 2).toArray();
        ForecastVerdict better = ForecastVerdict.of(half, naive, 3, 1);
        assertEquals(1, better.good());
        assertEquals(0.5, better.relMae(), 1e-12);
        assertEquals(0.5, better.interval().low(), 1e-12);
        assertEquals(-1, ForecastVerdict.of(naive, half, 3, 1).good());
        assertEquals(0, ForecastVerdict.of(naive, naive, 3, 1).good());
    }

    @Test
    void tooFewOriginsForTheTestMakeNoClaim() {
        ForecastVerdict verdict = ForecastVerdict.of(new double[] {1, 1, 1}, new double[] {2, 2, 2}, 5, 1);
        assertEquals(0, verdict.good());
        assertTrue(Double.isNaN(verdict.pValue()));
    }

    /** Nine errors 1 … 9 over σ = 2: rank ⌈10·.5⌉ = 5 and ⌈10·.9⌉ = 9. */
    @Test
    void halfWidthsAreTheConformalRanks() {
        double[][] actual = new double[9][1];
        double[] sigma = new double[9];
        for (int i = 0; i < 9; i++) {
            actual[i][0] = (i % 2 == 0 ? 1 : -1) * (9 - i);
            sigma[i] = 2;
        }
        Conformal bands = Conformal.fit(actual, new double[9][1], sigma);
        assertArrayEquals(new double[] {2.5}, bands.half50());
        assertArrayEquals(new double[] {4.5}, bands.half90());
    }

    @Test
    void conformalBandsCoverNewErrorsAsPromised() {
        Random random = new Random(9);
        double[][] actual = new double[2000][1];
        double[] sigma = new double[2000];
        for (int i = 0; i < 2000; i++) {
            sigma[i] = 0.5 + random.nextDouble();
            actual[i][0] = sigma[i] * random.nextGaussian();
        }
        Conformal bands = Conformal.fit(Arrays.copyOf(actual, 1000), new double[1000][1], Arrays.copyOf(sigma, 1000));
        int inside = 0;
        for (int i = 1000; i < 2000; i++) {
            inside += Math.abs(actual[i][0]) <= bands.half90()[0] * sigma[i] ? 1 : 0;
        }
        assertEquals(0.9, inside / 1000.0, 0.03);
    }

    @Test
    void copiesOfTheTrainingDataHaveNoDistanceAndFreshPathsAboutThatOfReality() {
        Random random = new Random(6);
        double[] training = gaussian(random, 1500);
        double[][] copies = {Arrays.copyOfRange(training, 100, 400), Arrays.copyOfRange(training, 700, 1000)};
        assertEquals(0, NearestReal.ratio(training, copies), 1e-12);
        double[][] fresh = {gaussian(random, 300), gaussian(random, 300)};
        assertEquals(1, NearestReal.ratio(training, fresh), 0.05);
    }

    private static double[] gaussian(Random random, int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 0.01 * random.nextGaussian();
        }
        return x;
    }

    /** Long, long, short over +1 %, −2 %, +3 %: a turnover of 1, 0 and 2 at 5 basis points. */
    @Test
    void tradingPaysForEveryUnitOfTurnover() {
        double[] close = {100, 101, 98.98, 101.9494};
        double[][] returns = {{0.1, 9}, {0.2, 9}, {-0.1, 9}};
        double[] daily = ForecastScores.daily(close, returns, new int[] {0, 1, 2});
        assertArrayEquals(new double[] {0.01 - 0.0005, -0.02, -0.03 - 0.001}, daily, 1e-12);
    }

    @Test
    void forecastsThatAllPointTheSameWayAreNoticedBesideTheShareThatRose() {
        List<LocalDate> days = IntStream.range(0, 4)
                .mapToObj(i -> LocalDate.of(2020, 1, 1 + i))
                .toList();
        double[] last = {10, 10, 10, 10};
        double[][] up = {{11}, {12}, {10.5}, {11}};
        double[][] mixed = {{11}, {9}, {10.5}, {11}};
        double[][] actual = {{12}, {9}, {8}, {11}};
        Forecast same = Forecast.ofCloses(days, last, up, actual, up, up, up, up);
        ForecastScores.Directions directions =
                ForecastScores.sameDirection(same, 0.95).orElseThrow();
        assertEquals(1, directions.forecastUp(), 1e-12);
        assertEquals(0.5, directions.up(), 1e-12);
        Forecast both = Forecast.ofCloses(days, last, mixed, actual, up, up, up, up);
        assertTrue(ForecastScores.sameDirection(both, 0.95).isEmpty());
    }

    @Test
    void callingEveryRiseOfARisingPriceIsNoLeak() {
        Proportion alwaysUp = Proportion.wilson(62, 100);
        assertTrue(LeakAlarm.of(alwaysUp, 0.62).isEmpty());
        assertTrue(LeakAlarm.of(alwaysUp, 0.57).isEmpty(), "five points above the base rate");
        assertEquals(
                "run.warning.leakSuspect[62.0, 100]",
                LeakAlarm.of(alwaysUp, 0.52).orElseThrow().toString());
        assertTrue(LeakAlarm.of(Proportion.wilson(56, 100), 0.5).isEmpty());
        assertTrue(LeakAlarm.of(Proportion.wilson(99, 99), 0.5).isEmpty(), "too few days to say so");
        assertTrue(LeakAlarm.of(Proportion.wilson(70, 100), 0.3).isPresent(), "a coin is the least base rate");
    }

    @Test
    void theMoreFrequentDirectionIsCountedOverDaysThatMoved() {
        List<LocalDate> days = IntStream.range(0, 5)
                .mapToObj(i -> LocalDate.of(2020, 1, 1 + i))
                .toList();
        double[] last = {10, 10, 10, 10, 10};
        double[][] actual = {{9}, {9}, {11}, {10}, {8}};
        Forecast f = Forecast.ofCloses(days, last, actual, actual, actual, actual, actual, actual);
        assertEquals(0.75, ForecastScores.majority(f, List.of(0, 1, 2, 3, 4), 0), 1e-12);
        assertEquals(0.5, ForecastScores.majority(f, List.of(1, 2), 0), 1e-12);
    }

    @Test
    void factsNameTheRealValueWithinItsOwnBandMostly() {
        double[] real = gaussian(new Random(3), 1000);
        double[][] other = {gaussian(new Random(4), 1000)};
        var facts = Facts.of(real, other, other, 5);
        assertEquals("volatility", facts.getFirst().name());
        assertEquals(0.01 * Math.sqrt(252), facts.getFirst().real(), 0.01);
        long inside = facts.stream()
                .filter(f -> f.real() >= f.low() && f.real() <= f.high())
                .count();
        assertTrue(inside >= 9, inside + " of " + facts.size());
    }

    @Test
    void lossesEqualTheirFormulas() {
        Torch.enter(Torch.Load.SMALL);
        try (NDManager manager = Torch.engine().newBaseManager()) {
            Shape shape = new Shape(3, 1);
            var huber = Losses.huber(
                    manager.create(new float[] {0.5f, -3, 1}, shape), manager.create(new float[] {0, 0, 1}, shape));
            assertEquals((0.125 + 2.5 + 0) / 3, huber.getFloat(), 1e-6);
            var logits = manager.create(new float[] {0, 2, -1}, shape);
            var labels = manager.create(new float[] {1, 0, 1}, shape);
            double a = Math.log(2);
            double b = -Math.log(1 - Losses.sigmoid(2));
            double c = -Math.log(Losses.sigmoid(-1));
            assertEquals((a + b + c) / 3, Losses.binary(logits, labels).getFloat(), 1e-6);
            assertEquals(
                    (3 * a + 2 * b + 3 * c) / 3,
                    Losses.weighted(logits, labels, 3, 2).getFloat(),
                    1e-5);
        }
    }

    @Test
    void theSelfCheckPassesEveryItem() {
        for (SelfCheck.Item item : SelfCheck.run()) {
            assertTrue(item.passed(), item.toString());
        }
        assertEquals(7, SelfCheck.run().size());
    }
}
