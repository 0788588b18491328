package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CreditCurvesTest {

    /** From the riskiest: bad; bad and good tied; good; good. */
    private static final double[] SCORES = {0.9, 0.6, 0.6, 0.3, 0.1};

    private static final boolean[] BAD = {true, true, false, false, false};

    @Test
    void theCapStepsOverTheWholePopulation() {
        CapCurve cap = CapCurve.of(SCORES, BAD);
        assertArrayEquals(new double[] {0, 0.2, 0.6, 0.8, 1}, cap.population(), 1e-15);
        assertArrayEquals(new double[] {0, 0.5, 1, 1, 1}, cap.captured(), 1e-15);
        assertEquals(0.4, cap.perfectAt(), 1e-15);
        // area .05 + .3 + .2 + .2 = .75, less .5, over half of the .6 good
        assertEquals(0.25 / 0.3, cap.accuracyRatio(), 1e-12);
    }

    @Test
    void theAccuracyRatioIsTheGiniCoefficient() throws IOException {
        for (CreditReference c : CreditReference.cases()) {
            assertEquals(Roc.gini(c.a(), c.bad()), CapCurve.of(c.a(), c.bad()).accuracyRatio(), 1e-12);
        }
        assertEquals(
                1, CapCurve.of(new double[] {2, 1}, new boolean[] {true, false}).accuracyRatio(), 1e-15);
    }

    @Test
    void precisionIsTakenAtEachDistinctScore() {
        PrCurve pr = PrCurve.of(SCORES, BAD);
        assertArrayEquals(new double[] {0.5, 1, 1, 1}, pr.recall(), 1e-15);
        assertArrayEquals(new double[] {1, 2 / 3.0, 0.5, 0.4}, pr.precision(), 1e-15);
        assertArrayEquals(new double[] {0.9, 0.6, 0.3, 0.1}, pr.thresholds());
        assertEquals(0.5 + 0.5 * 2 / 3, pr.average(), 1e-15);
    }

    @Test
    void ksIsMarkedBetweenTheScoresItParts() {
        KsCurve ks = KsCurve.of(SCORES, BAD);
        assertArrayEquals(new double[] {0.1, 0.3, 0.6, 0.9}, ks.scores());
        assertArrayEquals(new double[] {1 / 3.0, 2 / 3.0, 1, 1}, ks.good(), 1e-15);
        assertArrayEquals(new double[] {0, 0, 0.5, 1}, ks.bad(), 1e-15);
        assertEquals(2 / 3.0, ks.ks(), 1e-15);
        assertEquals(0.3, ks.at());
        assertEquals(0.6, ks.cutOff());
    }

    @Test
    void bothWaysToTheKsPointAgree() throws IOException {
        for (CreditReference c : CreditReference.cases()) {
            assertEquals(
                    Roc.ks(c.a(), c.bad()).threshold(),
                    KsCurve.of(c.a(), c.bad()).cutOff());
        }
    }

    @Test
    void liftCountsFromTheRiskiestAndNeverPartsEqualScores() {
        Lift two = Lift.of(SCORES, BAD, 2);
        // mid-ranks 5, 3.5, 3.5, 2, 1: the upper half holds the first three
        Lift.Group risky = two.groups().getFirst();
        assertEquals(new Lift.Group(1, 0.6, 0.9, 3, 2, 2 / 3.0, 2 / 3.0 / 0.4, 3, 2, 1, 1 / 3.0, 2 / 3.0 / 0.4), risky);
        Lift.Group safe = two.groups().getLast();
        assertEquals(new Lift.Group(2, 0.1, 0.3, 2, 0, 0, 0, 5, 2, 1, 1, 1), safe);
        assertEquals(2 / 3.0, two.ks(), 1e-15);
        Lift one = Lift.of(new double[] {1, 1, 1, 1}, new boolean[] {true, false, false, false}, 10);
        assertEquals(1, one.groups().size(), "all are equal");
        assertEquals(1, one.groups().getFirst().lift(), 1e-15);
    }

    @Test
    void tenthsOfDistinctScoresAreOfEqualSize() {
        SplittableRandom random = new SplittableRandom(4);
        double[] scores = random.doubles(200).toArray();
        boolean[] bad = new boolean[200];
        for (int i = 0; i < 200; i++) {
            bad[i] = random.nextDouble() < scores[i];
        }
        Lift tenths = Lift.of(scores, bad, 10);
        assertEquals(10, tenths.groups().size());
        assertTrue(tenths.groups().stream().allMatch(g -> g.n() == 20));
        assertEquals(200, tenths.groups().getLast().cumulativeN());
        assertEquals(1, tenths.groups().getLast().captured(), 1e-15);
        assertTrue(tenths.ks() <= Roc.ks(scores, bad).value());
    }

    @Test
    void oneClassIsRefused() {
        boolean[] none = new boolean[2];
        double[] two = {1, 2};
        assertThrows(IllegalArgumentException.class, () -> CapCurve.of(two, none));
        assertThrows(IllegalArgumentException.class, () -> PrCurve.of(two, none));
        assertThrows(IllegalArgumentException.class, () -> KsCurve.of(two, none));
        assertThrows(IllegalArgumentException.class, () -> Lift.of(two, none, 2));
        assertThrows(IllegalArgumentException.class, () -> Lift.of(two, new boolean[] {true, false}, 0));
    }
}
