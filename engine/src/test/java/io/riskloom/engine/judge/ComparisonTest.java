package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.Interval;
import io.riskloom.engine.stats.Bootstrap;
import io.riskloom.engine.stats.DieboldMariano;
import io.riskloom.engine.stats.Proportion;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

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
            better += Comparison.of(ours, naive, horizon).good() == 1 ? 1 : 0;
        }
        assertTrue(better <= trials * 0.05, better + " of " + trials + " random walks were called predictable");
    }

    @Test
    void aForecastThatHalvesTheErrorIsBetterAndOneThatDoublesItIsWorse() {
        Random random = new Random(4);
        double[] naive = random.doubles(200, 0.5, 1.5).toArray();
        double[] half = Arrays.stream(naive).map(v -> v / 2).toArray();
        Comparison better = Comparison.of(half, naive, 3);
        assertEquals(1, better.good());
        assertEquals(0.5, better.ratio(), 1e-12);
        assertEquals(0.5, better.interval().low(), 1e-12);
        assertEquals(DieboldMariano.test(half, naive, 3).pValue(), better.pValue());
        assertEquals(-1, Comparison.of(naive, half, 3).good());
        assertEquals(0, Comparison.of(naive, naive, 3).good());
    }

    @Test
    void tooFewOriginsForTheTestMakeNoClaim() {
        Comparison comparison = Comparison.of(new double[] {1, 1, 1}, new double[] {2, 2, 2}, 5);
        assertEquals(0, comparison.good());
        assertTrue(Double.isNaN(comparison.pValue()));
    }

    @Test
    void fourTimesTheLagsAreTheFewestOrigins() {
        double[] plain = new Random(3).doubles(40, 0.5, 1.5).toArray();
        double[] half = Arrays.stream(plain).map(v -> v / 2).toArray();
        assertEquals(1, Comparison.of(half, plain, 10).good());
        Comparison few = Comparison.of(half, plain, 11);
        assertEquals(0, few.good());
        assertEquals(0.5, few.ratio(), 1e-12);
        assertTrue(Double.isNaN(few.pValue()) && Double.isNaN(few.interval().low()));
    }

    @Test
    void blocksAreAtMostAThirdOfTheOrigins() {
        double[] loss = new Random(6).doubles(40, 0.5, 1.5).toArray();
        double[] plain = new Random(7).doubles(40, 0.5, 1.5).toArray();
        assertEquals(
                RatioBootstrap.interval(loss, plain, 40 / 3.0),
                Comparison.of(loss, plain, 10).interval());
        assertEquals(
                RatioBootstrap.interval(loss, plain, 6),
                Comparison.of(loss, plain, 3).interval());
    }

    @Test
    void anErrorWhereThePlainModelHasNoneIsWorseByNoRatio() {
        double[] some = new Random(5).doubles(40, 0.5, 1.5).toArray();
        Comparison comparison = Comparison.of(some, new double[40], 2);
        assertEquals(-1, comparison.good());
        assertTrue(Double.isNaN(comparison.ratio()));
        assertTrue(Double.isNaN(comparison.interval().high()));
        assertEquals(0, Comparison.of(some, new double[40], 20).good(), "too few origins");
        assertEquals("–", Text.number(Double.POSITIVE_INFINITY, 3));
    }

    @Test
    void noLossAnywhereIsNoComparison() {
        Comparison comparison = Comparison.of(new double[4], new double[4], 1);
        assertEquals(0, comparison.good());
        assertTrue(Double.isNaN(comparison.ratio()));
        assertTrue(Double.isNaN(comparison.interval().low()));
    }

    /** The same interval as drawing day by day gives, but for chance. */
    @Test
    void blocksFromRunningSumsResampleAsTheStationaryBootstrapDoes() {
        Random random = new Random(2);
        int n = 600;
        double[] top = new double[n];
        double[] bottom = new double[n];
        double wave = 0;
        for (int i = 0; i < n; i++) {
            wave = 0.9 * wave + random.nextGaussian();
            top[i] = Math.abs(wave + random.nextGaussian());
            bottom[i] = Math.abs(wave) + 0.2;
        }
        double[] index = IntStream.range(0, n).asDoubleStream().toArray();
        for (double block : new double[] {1, 2, 40}) {
            Bootstrap.Band slow = Bootstrap.interval(
                    index,
                    drawn -> Arrays.stream(drawn).map(i -> top[(int) i]).sum()
                            / Arrays.stream(drawn).map(i -> bottom[(int) i]).sum(),
                    block,
                    4000,
                    0.95,
                    1);
            Interval fast = RatioBootstrap.interval(top, bottom, block);
            double width = slow.high() - slow.low();
            assertEquals(slow.low(), fast.low(), 0.12 * width, "block " + block);
            assertEquals(slow.high(), fast.high(), 0.12 * width, "block " + block);
        }
        assertEquals(RatioBootstrap.interval(top, bottom, 5), RatioBootstrap.interval(top, bottom, 5));
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
}
