package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StylisedFactsTest {

    @Test
    void kurtosisOfOneToFiveIsMinusOnePointThree() {
        assertEquals(-1.3, StylisedFacts.kurtosis(new double[] {1, 2, 3, 4, 5}), 1e-12);
        assertEquals(-1.3, StylisedFacts.kurtosis(new double[][] {{1, 2}, {3, 4, 5}}), 1e-12);
    }

    @Test
    void hillAveragesTheLogsOverTheThreshold() {
        assertEquals(2 / (3 * Math.log(2)), StylisedFacts.hill(new double[] {-8, 1, 4, -2}, 0.5), 1e-12);
        assertTrue(Double.isNaN(StylisedFacts.hill(new double[] {1, 2, 3}, 0.5)), "one tail value is not enough");
    }

    @Test
    void hillFindsTheIndexOfAParetoSample() {
        SplittableRandom random = new SplittableRandom(6);
        double[] pareto =
                random.doubles(100_000).map(u -> Math.pow(1 - u, -1 / 3.0)).toArray();
        assertEquals(3, StylisedFacts.hill(pareto, 0.05), 0.15);
    }

    @Test
    void autocorrelationAveragesOverThePairsThereAre() {
        assertEquals(1.0 / 3, StylisedFacts.acf(new double[] {1, 2, 3, 4}, 1), 1e-12);
        assertEquals(1, StylisedFacts.acf(new double[] {1, 2, 3, 4}, 0), 1e-12);
        assertTrue(Double.isNaN(StylisedFacts.acf(new double[] {1, 2, 3, 4}, 3)), "one pair is not enough");
    }

    @Test
    void pairsLieWithinOnePath() {
        assertEquals(0.6, StylisedFacts.acf(new double[][] {{1, 2}, {3, 4}}, 1), 1e-12);
    }

    @Test
    void anAutoregressionHasPowersOfItsCoefficient() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = new double[200_000];
        for (int t = 1; t < x.length; t++) {
            x[t] = 0.5 * x[t - 1] + random.nextGaussian();
        }
        assertEquals(0.5, StylisedFacts.acf(x, 1), 0.01);
        assertEquals(0.125, StylisedFacts.acf(x, 3), 0.01);
    }

    @Test
    void acfOfAbsoluteValuesDoesNotSeeSigns() {
        double[] x = {1, -2, 3, -4, 5, -6};
        double[] abs = {1, 2, 3, 4, 5, 6};
        double[] expected = IntStream.rangeClosed(1, 4)
                .mapToDouble(lag -> StylisedFacts.acf(abs, lag))
                .toArray();
        assertArrayEquals(expected, StylisedFacts.acfAbs(x, 4), 1e-12);
    }

    @Test
    void distanceOfClusteringIsZeroToItselfAndSkipsLagsThatAPathIsTooShortFor() {
        double[] real = noise(5, 300);
        assertEquals(0, StylisedFacts.acfAbsDistance(real, new double[][] {real}), 1e-12);
        double[][] three = {{1, -2, 3}, {2, 2, 1}};
        double first = StylisedFacts.acfAbs(real, 2)[0] - StylisedFacts.acfAbs(three, 2)[0];
        double second = StylisedFacts.acfAbs(real, 2)[1] - StylisedFacts.acfAbs(three, 2)[1];
        assertEquals(Math.hypot(first, second), StylisedFacts.acfAbsDistance(real, three), 1e-12);
    }

    @Test
    void leverageIsTheMeanOfTenCorrelations() {
        double[] r = noise(9, 40);
        double mean = 0;
        double meanSquare = 0;
        for (double v : r) {
            mean += v / r.length;
            meanSquare += v * v / r.length;
        }
        double varR = 0;
        double varSquare = 0;
        for (double v : r) {
            varR += (v - mean) * (v - mean) / r.length;
            varSquare += (v * v - meanSquare) * (v * v - meanSquare) / r.length;
        }
        double expected = 0;
        for (int lag = 1; lag <= 10; lag++) {
            double sum = 0;
            for (int t = 0; t + lag < r.length; t++) {
                sum += (r[t] - mean) * (r[t + lag] * r[t + lag] - meanSquare);
            }
            expected += sum / (r.length - lag) / Math.sqrt(varR * varSquare) / 10;
        }
        assertEquals(expected, StylisedFacts.leverage(r), 1e-12);
    }

    @Test
    void leverageIsNegativeWhereFallsAreFollowedByUnrest() {
        SplittableRandom random = new SplittableRandom(8);
        double[] r = new double[5000];
        double log = 0;
        for (int t = 0; t < r.length; t++) {
            double z = random.nextGaussian();
            r[t] = Math.exp(log / 2) * z;
            log = 0.9 * log - 0.3 * z;
        }
        assertTrue(StylisedFacts.leverage(r) < -0.05);
    }

    @Test
    void valueAtRiskIsALossAndTheShortfallItsTailMean() {
        double[] returns = IntStream.rangeClosed(-50, 50).mapToDouble(i -> i).toArray();
        assertEquals(45, StylisedFacts.valueAtRisk(returns, 0.05), 1e-12);
        assertEquals(47.5, StylisedFacts.expectedShortfall(returns, 0.05), 1e-12);
        assertEquals(45, StylisedFacts.valueAtRisk(new double[][] {returns, returns}, 0.05), 0.6);
    }

    private static double[] noise(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
    }
}
