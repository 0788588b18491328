package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StabilityTest {

    @Test
    void theIndexSumsOverTheBins() {
        double expected = 0.1 * Math.log(0.6 / 0.5) + -0.1 * Math.log(0.4 / 0.5);
        assertEquals(expected, Stability.psi(new double[] {0.5, 0.5}, new double[] {0.6, 0.4}, 1000), 1e-15);
        assertEquals(expected, Stability.psi(new int[] {50, 50}, new int[] {60, 40}), 1e-15);
        assertEquals(0, Stability.psi(new int[] {3, 7}, new int[] {30, 70}), 1e-15);
    }

    @Test
    void anEmptyBinCountsAsHalfACaseOfTheSmallerSample() {
        double expected = (0.5 - 0.005) * Math.log(0.5 / 0.005) + (0.5 - 1) * Math.log(0.5);
        assertEquals(expected, Stability.psi(new double[] {0.5, 0.5}, new double[] {0, 1}, 100), 1e-12);
        assertEquals(expected, Stability.psi(new int[] {0, 100}, new int[] {500, 500}), 1e-12, "either side");
        assertThrows(IllegalArgumentException.class, () -> Stability.psi(new int[] {0}, new int[] {1}));
    }

    /** 9 · (1/50 + 1/1000) = .189, raised by 10/100; χ² of 9 degrees of freedom passes 16.919 once in 20 times. */
    @Test
    void chanceIsThatOfChiSquared() {
        Stability.Chance chance = Stability.Chance.of(10, 1000, 50);
        assertEquals(0.189 * 1.1, chance.mean(), 1e-12);
        assertEquals(16.918978 * 0.0231, chance.bound(), 1e-7);
        assertEquals(1.1 * 9 / 50.0, Stability.Chance.of(10, 0, 50).mean(), 1e-12, "a sample of unknown size is large");
        assertEquals(new Stability.Chance(0, 0), Stability.Chance.of(1, 100, 50));
    }

    @Test
    void fewOfTheSamePopulationPassTheBound() {
        SplittableRandom random = new SplittableRandom(6);
        for (int rows : new int[] {50, 200, 1000}) {
            Stability.Chance chance = Stability.Chance.of(10, 1000, rows);
            double sum = 0;
            int passed = 0;
            for (int trial = 0; trial < 2000; trial++) {
                double psi = Stability.psi(counts(1000, random), counts(rows, random));
                sum += psi;
                passed += psi > chance.bound() ? 1 : 0;
            }
            assertEquals(1, sum / 2000 / chance.mean(), 0.05, rows + " rows");
            assertTrue(passed > 60 && passed < 150, passed + " of 2,000 pass at " + rows + " rows");
        }
    }

    private static int[] counts(int rows, SplittableRandom random) {
        int[] counts = new int[10];
        random.ints(rows, 0, 10).forEach(bin -> counts[bin]++);
        return counts;
    }

    @Test
    void anEdgeBelongsToTheBinAbove() {
        assertArrayEquals(
                new double[] {0.25, 0.5, 0.25},
                Stability.shares(new double[] {1, 2}, new double[] {0.9, 1, 1.9, 2}),
                1e-15);
        assertArrayEquals(new double[] {1}, Stability.shares(new double[0], new double[] {5}));
    }

    @Test
    void eachPeriodIsJudgedByItself() {
        int[] period = {0, 0, 0, 0, 1, 1};
        double[] scores = {0.2, 0.4, 0.6, 0.8, 0.1, 0.3};
        boolean[] bad = {false, true, false, true, false, false};
        List<Vintages.Vintage> vintages =
                Vintages.of(period, 2, scores, bad, new double[] {0.5}, new double[] {0.5, 0.5}, 1000);
        Vintages.Vintage first = vintages.getFirst();
        assertEquals(4, first.n());
        assertEquals(Proportion.wilson(2, 4), first.badRate());
        assertEquals(0.5, first.meanScore(), 1e-15);
        assertEquals(0.75, first.auc().auc(), 1e-15);
        assertEquals(0, first.psi(), 1e-15);
        Vintages.Vintage second = vintages.getLast();
        assertEquals(0.2, second.meanScore(), 1e-15);
        assertNull(second.auc(), "no bad one");
        assertEquals(0.5 * Math.log(2) + (0.25 - 0.5) * Math.log(0.5), second.psi(), 1e-12);
        assertThrows(
                IllegalArgumentException.class,
                () -> Vintages.of(period, 3, scores, bad, new double[] {0.5}, new double[] {0.5, 0.5}, 1000));
    }
}
