package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChristoffersenTest {

    /** Jorion, Value at Risk, 3rd ed., question 6.10: 6 exceptions in 252 days, 4 of them after another. */
    @Test
    void givesJorionsStatistic() {
        boolean[] exceeded = new boolean[253]; // his 252 pairs need a day before the first
        for (int t : new int[] {50, 51, 52, 150, 151, 152}) {
            exceeded[t] = true;
        }
        Christoffersen test = Christoffersen.test(exceeded, 0.01);
        assertEquals(244, test.calmCalm());
        assertEquals(2, test.calmHit());
        assertEquals(2, test.hitCalm());
        assertEquals(4, test.hitHit());
        assertEquals(25.837, test.independence(), 1e-3);
        assertTrue(test.independenceP() < 1e-6);
    }

    /** Pairs 00, 01, 11, 10 once each, so that π = π₀ = π₁ = ½. */
    @Test
    void evenPairsAreIndependent() {
        Christoffersen test = Christoffersen.test(new boolean[] {false, false, true, true, false}, 0.4);
        assertEquals(0, test.independence(), 1e-12);
        assertEquals(1, test.independenceP(), 1e-6);
        assertEquals(0, test.conditional(), 1e-12);
        assertEquals(1, test.conditionalP(), 1e-6);
    }

    @Test
    void conditionalCoverageAddsKupiecsStatistic() {
        boolean[] exceeded = new boolean[100];
        exceeded[10] = true;
        exceeded[11] = true;
        exceeded[70] = true;
        Christoffersen test = Christoffersen.test(exceeded, 0.01);
        double coverage = Kupiec.test(3, 100, 0.01).statistic();
        assertEquals(coverage + test.independence(), test.conditional(), 1e-12);
        assertEquals(Math.exp(-test.conditional() / 2), test.conditionalP(), 1e-12);
    }

    @Test
    void oneExceedanceCannotCluster() {
        boolean[] exceeded = new boolean[100];
        exceeded[10] = true;
        Christoffersen test = Christoffersen.test(exceeded, 0.01);
        assertTrue(Double.isNaN(test.independenceP()));
        assertTrue(Double.isNaN(test.conditionalP()));
        assertEquals(98, test.calmCalm() + test.calmHit());
    }

    @Test
    void independentExceedancesAreSeldomRefused() {
        SplittableRandom random = new SplittableRandom(3);
        int refused = 0;
        int trials = 1000;
        for (int i = 0; i < trials; i++) {
            boolean[] exceeded = new boolean[1000];
            for (int t = 0; t < exceeded.length; t++) {
                exceeded[t] = random.nextDouble() < 0.05;
            }
            refused += Christoffersen.test(exceeded, 0.05).conditionalP() < 0.05 ? 1 : 0;
        }
        assertEquals(0.05, (double) refused / trials, 0.025);
    }
}
