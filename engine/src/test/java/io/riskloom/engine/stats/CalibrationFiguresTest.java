package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationFiguresTest {

    @Test
    void binsHoldTheirMeanAndTheirShareOfBad() {
        double[] p = {0.1, 0.2, 0.3, 0.6, 0.7, 0.8};
        boolean[] bad = {false, false, true, true, false, true};
        CalibrationCurve curve = CalibrationCurve.of(p, bad, 2);
        CalibrationCurve.Bin low = curve.bins().getFirst();
        assertEquals(0.1, low.low());
        assertEquals(0.3, low.high());
        assertEquals(0.2, low.predicted(), 1e-15);
        assertEquals(Proportion.wilson(1, 3), low.observed());
        assertEquals(Proportion.wilson(2, 3), curve.bins().getLast().observed());
        assertEquals((2 / 15.0 + 1 / 30.0) / 2, curve.expectedError(), 1e-15);
        assertEquals(
                1,
                CalibrationCurve.of(new double[] {0.5, 0.5, 0.5}, new boolean[3], 10)
                        .bins()
                        .size());
        assertThrows(IllegalArgumentException.class, () -> CalibrationCurve.of(new double[0], new boolean[0], 10));
    }

    /** Two groups of equal probabilities: .2 with 1 of 4 bad, .6 with 2 of 4. */
    @Test
    void murphysPartsAreThoseOfTheHandExample() {
        double[] p = {0.2, 0.2, 0.2, 0.2, 0.6, 0.6, 0.6, 0.6};
        boolean[] bad = {true, false, false, false, true, true, false, false};
        BrierDecomposition parts = BrierDecomposition.of(p, bad, 2);
        assertEquals((0.05 * 0.05 + 0.1 * 0.1) / 2, parts.reliability(), 1e-15);
        assertEquals(0.125 * 0.125, parts.resolution(), 1e-15);
        assertEquals(0.375 * 0.625, parts.uncertainty(), 1e-15);
        assertEquals(0, parts.within(), 1e-15);
        assertEquals((0.64 + 3 * 0.04 + 2 * 0.16 + 2 * 0.36) / 8, parts.brier(), 1e-15);
    }

    @Test
    void rightProbabilitiesHaveSlopeOneAndExtremeOnesLess() {
        SplittableRandom random = new SplittableRandom(6);
        double[] logits = random.doubles(20_000).map(u -> 4 * u - 3).toArray();
        boolean[] bad = new boolean[logits.length];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = random.nextDouble() < sigmoid(logits[i]);
        }
        CalibrationLine right = CalibrationLine.of(sigmoid(logits, 1, 0), bad);
        assertTrue(right.slopeLow() < 1 && 1 < right.slopeHigh(), right.toString());
        assertTrue(right.interceptLow() < 0 && 0 < right.interceptHigh(), right.toString());
        CalibrationLine extreme = CalibrationLine.of(sigmoid(logits, 2, 0.7), bad);
        assertEquals(right.slope() / 2, extreme.slope(), 1e-6);
        assertEquals(right.intercept() - 0.35 * right.slope(), extreme.intercept(), 1e-6);
    }

    @Test
    void classesThatDoNotOverlapHaveNoLine() {
        CalibrationLine apart =
                CalibrationLine.of(new double[] {0.1, 0.2, 0.7, 0.9}, new boolean[] {false, false, true, true});
        assertTrue(Double.isNaN(apart.slope()) && Double.isNaN(apart.slopeError()));
        CalibrationLine alike = CalibrationLine.of(new double[] {0.3, 0.3, 0.3}, new boolean[] {false, true, false});
        assertTrue(Double.isNaN(alike.slope()));
        assertEquals(Math.log(0.5) - Math.log(3 / 7.0), alike.inTheLarge(), 1e-9);
    }

    @Test
    void certainAnswersCountAsOneInAMillion() {
        CalibrationLine line = CalibrationLine.of(
                new double[] {0, 0.4, 0.5, 1, 0.7, 0.2}, new boolean[] {false, true, false, true, false, true});
        CalibrationLine inside = CalibrationLine.of(
                new double[] {1e-6, 0.4, 0.5, 1 - 1e-6, 0.7, 0.2},
                new boolean[] {false, true, false, true, false, true});
        assertEquals(inside, line);
    }

    /** 40 applicants of .25 with 10 bad, 40 of .5 with 24, 40 of .75 with 30: only the second group is off, by 4. */
    @Test
    void hosmerLemeshowSumsItsGroups() {
        double[] p = new double[120];
        boolean[] bad = new boolean[120];
        int[] hits = {10, 24, 30};
        for (int i = 0; i < 120; i++) {
            p[i] = 0.25 * (1 + i / 40);
            bad[i] = i % 40 < hits[i / 40];
        }
        HosmerLemeshow test = HosmerLemeshow.of(p, bad, 3);
        assertEquals(3, test.groups().size());
        assertEquals(
                new HosmerLemeshow.Group(0.5, 0.5, 40, 24, 20), test.groups().get(1));
        assertEquals(16 / 20.0 * 2, test.statistic(), 1e-12);
        assertEquals(1, test.df());
        assertEquals(0.205903210732068, test.pValue(), 1e-9, "chi-squared of 1.6 with one degree");
        assertTrue(test.heldOutPValue() > test.pValue());
        assertThrows(IllegalArgumentException.class, () -> HosmerLemeshow.of(p, bad, 2));
        HosmerLemeshow alike = HosmerLemeshow.of(new double[] {0.5, 0.5}, new boolean[] {true, false}, 10);
        assertTrue(Double.isNaN(alike.pValue()));
    }

    /** Outcomes drawn from the probabilities are rejected at 5 % in about that share of the samples. */
    @Test
    void hosmerLemeshowHoldsItsLevelOnUnfittedProbabilities() {
        SplittableRandom random = new SplittableRandom(8);
        int rejected = 0;
        for (int trial = 0; trial < 1000; trial++) {
            double[] p = random.doubles(400).map(u -> 0.1 + 0.6 * u).toArray();
            boolean[] bad = new boolean[400];
            for (int i = 0; i < 400; i++) {
                bad[i] = random.nextDouble() < p[i];
            }
            rejected += HosmerLemeshow.of(p, bad, 10).heldOutPValue() < 0.05 ? 1 : 0;
        }
        assertEquals(50, rejected, 20);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double[] sigmoid(double[] x, double slope, double offset) {
        return Arrays.stream(x).map(v -> sigmoid(slope * v + offset)).toArray();
    }
}
