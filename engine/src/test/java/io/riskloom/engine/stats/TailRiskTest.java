package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;

class TailRiskTest {

    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** Ten profits, 20 %: position 1.8 lies between −8 and −7; at or below −7.2 are −9 and −8. */
    @Test
    void isWhatOneCountsByHand() {
        double[] profits = {0, -1, -2, -3, -4, -5, -6, -7, -8, -9};
        TailRisk risk = TailRisk.of(profits, new double[] {0.2}, 1, 50, 1)[0];
        assertEquals(7.2, risk.valueAtRisk(), 1e-12);
        assertEquals(8.5, risk.expectedShortfall(), 1e-12);
    }

    @Test
    void equalProfitsAtTheQuantileAllCount() {
        double[] profits = {-5, -3, -3, -3, 1, 2};
        TailRisk risk = TailRisk.of(profits, new double[] {0.2}, 1, 50, 1)[0];
        assertEquals(3, risk.valueAtRisk(), 1e-12);
        assertEquals(14.0 / 4, risk.expectedShortfall(), 1e-12);
    }

    /** VaR −z·σ − μ and ES σ·φ(z)/p − μ of a normal sample lie within four standard errors. */
    @Test
    void aNormalSampleGivesTheClosedForm() {
        double[] profits = new double[40_000];
        SplittableRandom random = new SplittableRandom(4);
        Arrays.setAll(profits, i -> 3 + 20 * random.nextGaussian());
        for (double level : new double[] {0.01, 0.025, 0.05}) {
            double z = NORMAL.inverseCumulativeProbability(level);
            TailRisk risk = TailRisk.of(profits, new double[] {level}, 1, 200, 1)[0];
            double error = 20 * Math.sqrt(level * (1 - level) / profits.length) / NORMAL.density(z);
            assertEquals(-20 * z - 3, risk.valueAtRisk(), 4 * error);
            assertEquals(20 * NORMAL.density(z) / level - 3, risk.expectedShortfall(), 5 * error);
        }
    }

    /** ES of Student's t: f(q)/p · (ν + q²)/(ν − 1). */
    @Test
    void aStudentSampleGivesTheClosedForm() {
        TDistribution student = new TDistribution(5);
        double[] profits = new double[40_000];
        SplittableRandom random = new SplittableRandom(8);
        Arrays.setAll(profits, i -> student.inverseCumulativeProbability(random.nextDouble(1e-12, 1)));
        for (double level : new double[] {0.01, 0.05}) {
            double q = student.inverseCumulativeProbability(level);
            TailRisk risk = TailRisk.of(profits, new double[] {level}, 1, 200, 1)[0];
            double error = Math.sqrt(level * (1 - level) / profits.length) / student.density(q);
            assertEquals(-q, risk.valueAtRisk(), 4 * error);
            assertEquals(student.density(q) / level * (5 + q * q) / 4, risk.expectedShortfall(), 8 * error);
        }
    }

    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(12);
        double truth = -NORMAL.inverseCumulativeProbability(0.05);
        double shortfall = NORMAL.density(truth) / 0.05;
        int held = 0;
        int heldShort = 0;
        int trials = 300;
        for (int i = 0; i < trials; i++) {
            double[] profits = new double[500];
            Arrays.setAll(profits, k -> random.nextGaussian());
            TailRisk risk = TailRisk.of(profits, new double[] {0.05}, 1, 200, i)[0];
            held += inside(risk.varBand(), truth);
            heldShort += inside(risk.esBand(), shortfall);
        }
        assertEquals(0.95, (double) held / trials, 0.04);
        assertEquals(0.93, (double) heldShort / trials, 0.04);
    }

    private static int inside(Bootstrap.Band band, double value) {
        return value >= band.low() && value <= band.high() ? 1 : 0;
    }

    /** Overlapping sums of 20 days: independent draws take them for more evidence than they are. */
    @Test
    void blocksWidenTheIntervalOfOverlappingScenarios() {
        SplittableRandom random = new SplittableRandom(2);
        double[] returns = new double[2000];
        Arrays.setAll(returns, t -> random.nextGaussian());
        double[] sums = Distances.overlapping(returns, 20);
        TailRisk apart = TailRisk.of(sums, new double[] {0.05}, 1, 200, 1)[0];
        TailRisk blocks = TailRisk.of(sums, new double[] {0.05}, 50, 200, 1)[0];
        assertEquals(apart.valueAtRisk(), blocks.valueAtRisk());
        assertTrue(width(blocks.varBand()) > 2 * width(apart.varBand()));
    }

    private static double width(Bootstrap.Band band) {
        return band.high() - band.low();
    }

    @Test
    void theSameSeedGivesTheSameIntervals() {
        double[] profits = new SplittableRandom(1).doubles(300).toArray();
        double[] levels = {0.01, 0.05};
        assertArrayEquals(TailRisk.of(profits, levels, 1, 50, 9), TailRisk.of(profits, levels, 1, 50, 9));
    }

    @Test
    void refusesNoProfitAndNoLevel() {
        assertThrows(IllegalArgumentException.class, () -> TailRisk.of(new double[0], new double[] {0.01}, 1, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> TailRisk.of(new double[] {1}, new double[] {1}, 1, 5, 1));
    }
}
