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
    void studentsTHasTheKurtosisOfItsFormula() {
        SplittableRandom random = new SplittableRandom(12);
        double[] t = new double[2_000_000];
        for (int i = 0; i < t.length; i++) {
            double squares = 0;
            for (int k = 0; k < 12; k++) {
                double z = random.nextGaussian();
                squares += z * z;
            }
            t[i] = random.nextGaussian() / Math.sqrt(squares / 12);
        }
        assertEquals(6.0 / (12 - 4), StylisedFacts.kurtosis(t), 0.05);
    }

    /** Laplace's distribution has an excess kurtosis of 3, the sum of k independent ones 3/k. */
    @Test
    void sumsOfIndependentDaysComeNearToNormal() {
        SplittableRandom random = new SplittableRandom(13);
        double[] r = new double[2_000_000];
        for (int i = 0; i < r.length; i++) {
            r[i] = Math.log(random.nextDouble() / random.nextDouble());
        }
        assertEquals(3, StylisedFacts.kurtosis(r), 0.12);
        assertEquals(0.6, StylisedFacts.kurtosis(Distances.overlapping(r, 5)), 0.08);
        assertEquals(0.15, StylisedFacts.kurtosis(Distances.overlapping(r, 20)), 0.06);
    }

    @Test
    void lossesOfANormalSampleHaveTheirClosedForm() {
        SplittableRandom random = new SplittableRandom(14);
        double[] r = new double[400_000];
        for (int i = 0; i < r.length; i++) {
            r[i] = 0.01 * random.nextGaussian();
        }
        assertEquals(0.01 * 2.326348, StylisedFacts.valueAtRisk(r, 0.01), 1.5e-4);
        assertEquals(0.01 * 2.665214, StylisedFacts.expectedShortfall(r, 0.01), 1.5e-4);
        assertEquals(0.01 * 2.062713, StylisedFacts.expectedShortfall(r, 0.05), 1e-4);
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
