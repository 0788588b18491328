package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.hipparchus.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class DieboldMarianoTest {

    private static final double[] A = {1, 2, 3, 4};
    private static final double[] B = {0, 2, 1, 2};

    @Test
    void oneStepAheadItIsThePairedTTest() {
        DieboldMariano dm = DieboldMariano.test(A, B, 1);
        assertEquals(1.25, dm.meanDifference());
        assertEquals(new TTest().pairedT(A, B), dm.statistic(), 1e-12);
        assertEquals(new TTest().pairedTTest(A, B), dm.pValue(), 1e-12);
    }

    /** d = 1, 0, 2, 2: γ₀ = .6875, γ₁ = −.015625; correction √((5 − 4 + 2/4)/4). */
    @Test
    void twoStepsAheadTheLagOneCovarianceCountsHalf() {
        double statistic = Math.sqrt(1.5 / 4) * 1.25 / Math.sqrt((0.6875 - 0.015625) / 4);
        assertEquals(statistic, DieboldMariano.test(A, B, 2).statistic(), 1e-12);
        assertEquals(1.86772, statistic, 1e-5);
    }

    @Test
    void exchangingTheForecastsTurnsTheSign() {
        DieboldMariano ab = DieboldMariano.test(A, B, 2);
        DieboldMariano ba = DieboldMariano.test(B, A, 2);
        assertEquals(-ab.statistic(), ba.statistic(), 1e-12);
        assertEquals(ab.pValue(), ba.pValue(), 1e-12);
    }

    @Test
    void equalLossesAreNoEvidence() {
        assertEquals(1, DieboldMariano.test(A, A, 1).pValue());
        double[] worse = {2, 3, 4, 5};
        assertEquals(0, DieboldMariano.test(worse, A, 1).pValue());
        assertEquals(Double.POSITIVE_INFINITY, DieboldMariano.test(worse, A, 1).statistic());
    }

    @Test
    void equallyGoodForecastsAreToldApartInFivePercentOfTrials() {
        SplittableRandom random = new SplittableRandom(11);
        int trials = 4000;
        int rejected = 0;
        for (int i = 0; i < trials; i++) {
            double[] a = losses(random, 60);
            double[] b = losses(random, 60);
            rejected += DieboldMariano.test(a, b, 1).pValue() < 0.05 ? 1 : 0;
        }
        Proportion share = Proportion.wilson(rejected, trials);
        assertTrue(share.low() <= 0.05 && share.high() >= 0.04, share::toString);
    }

    @Test
    void refusesTooFewOriginsForTheHorizon() {
        assertThrows(IllegalArgumentException.class, () -> DieboldMariano.test(A, B, 3));
        assertThrows(IllegalArgumentException.class, () -> DieboldMariano.test(A, new double[3], 1));
    }

    private static double[] losses(SplittableRandom random, int n) {
        double[] losses = new double[n];
        for (int i = 0; i < n; i++) {
            losses[i] = Math.abs(random.nextGaussian());
        }
        return losses;
    }
}
