package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.stats.CalibrationLine;
import io.riskloom.engine.stats.CreditReference;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibratorTest {

    /** Applicants whose log odds are three times too large, and half too high. */
    private record Sample(double[] logOdds, boolean[] bad) {
        static Sample of(long seed, int n) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] logOdds = new double[n];
            boolean[] bad = new boolean[n];
            for (int i = 0; i < n; i++) {
                double truth = 1.2 * random.nextGaussian() - 1;
                bad[i] = random.nextDouble() < 1 / (1 + Math.exp(-truth));
                logOdds[i] = 3 * truth + 0.5;
            }
            return new Sample(logOdds, bad);
        }
    }

    @Test
    void plattEqualsTheRegressionOnHisTargets() throws IOException {
        for (CreditReference c : CreditReference.cases()) {
            Platt platt = Platt.fit(logits(c.a()), c.bad());
            double[] expected = c.numbers("platt");
            assertEquals(expected[0], platt.offset(), 1e-8);
            assertEquals(expected[1], platt.slope(), 1e-8);
        }
    }

    @Test
    void isotonicStepsEqualScikitLearns() throws IOException {
        for (CreditReference c : CreditReference.cases()) {
            Isotonic isotonic = Isotonic.fit(logits(c.a()), c.bad());
            JsonObject expected = c.json().getAsJsonObject("isotonic");
            double[] at = Json.gson().fromJson(expected.get("at"), double[].class);
            double[] value = Json.gson().fromJson(expected.get("value"), double[].class);
            assertArrayEquals(value, isotonic.probability(at), 1e-9);
        }
    }

    /** Pools 1, 0 to a half; 1 of 1 above is kept below certainty, 0 of 1 below above it. */
    @Test
    void adjacentViolatorsArePooled() {
        Isotonic isotonic = Isotonic.fit(new double[] {1, 2, 3, 4}, new boolean[] {false, true, false, true});
        assertArrayEquals(new double[] {1, 2, 3, 4}, isotonic.knots());
        assertArrayEquals(new double[] {0.25, 0.5, 0.5, 0.75}, isotonic.values(), 1e-15);
        assertEquals(0.375, isotonic.probability(1.5), 1e-15);
        assertEquals(0.25, isotonic.probability(-100));
        assertEquals(0.75, isotonic.probability(100));
        assertEquals(7, isotonic.logOdds(7));
    }

    @Test
    void bothGiveRightProbabilitiesToApplicantsTheyHaveNotSeen() {
        Sample fit = Sample.of(1, 4000);
        Sample other = Sample.of(2, 20_000);
        double before = CalibrationLine.of(new Platt(1, 0).probability(other.logOdds()), other.bad())
                .slope();
        assertEquals(1 / 3.0, before, 0.02);
        for (String kind : new String[] {"platt", "isotonic"}) {
            double[] p = Calibrator.fit(kind, fit.logOdds(), fit.bad()).probability(other.logOdds());
            assertEquals(1, CalibrationLine.of(p, other.bad()).slope(), 0.08, kind);
            assertEquals(0, CalibrationLine.of(p, other.bad()).inTheLarge(), 0.1, kind);
        }
    }

    @Test
    void anyFitRisesAndStaysInsideTheUnitInterval() {
        for (long seed = 0; seed < 40; seed++) {
            Sample fit = Sample.of(seed, 12);
            if (!Classes.both(fit.bad())) {
                continue;
            }
            double[] asked =
                    new SplittableRandom(seed).doubles(200, -30, 30).sorted().toArray();
            for (String kind : new String[] {"platt", "isotonic", "none"}) {
                double[] p = Calibrator.fit(kind, fit.logOdds(), fit.bad()).probability(asked);
                for (int i = 0; i < p.length; i++) {
                    assertTrue(p[i] > 0 && p[i] < 1, kind + " gives " + p[i]);
                    assertTrue(i == 0 || p[i] >= p[i - 1], kind + " falls at " + asked[i]);
                }
            }
        }
    }

    @Test
    void aModelWithoutSkillKeepsItsOrderNextToTheShareOfBad() {
        double[] wrong = {3, 2, 1, 0};
        boolean[] bad = {false, false, true, true};
        Platt platt = assertInstanceOf(Platt.class, Calibrator.fit("platt", wrong, bad));
        assertEquals(0.01, platt.slope());
        assertEquals(0.5, platt.probability(1.5), 1e-12);
        Platt alike = Platt.fit(new double[] {2, 2, 2}, new boolean[] {true, false, false});
        assertEquals((2 / 3.0 + 2 * 0.25) / 3, alike.probability(2), 1e-12, "mean of Platt's targets");
        Isotonic flat = Isotonic.fit(wrong, bad);
        assertEquals(0.5, flat.probability(-9));
        assertEquals(0.5, flat.probability(9));
    }

    @Test
    void aCalibratorIsStoredAsPlainNumbers() {
        Sample fit = Sample.of(3, 200);
        for (String kind : new String[] {"platt", "isotonic"}) {
            Calibrator made = Calibrator.fit(kind, fit.logOdds(), fit.bad());
            Calibrator read = Json.gson().fromJson(Json.gson().toJson(made, Calibrator.class), Calibrator.class);
            assertArrayEquals(made.probability(fit.logOdds()), read.probability(fit.logOdds()));
        }
    }

    @Test
    void oneClassAndAnUnknownKindAreRefused() {
        double[] two = {1, 2};
        assertThrows(IllegalArgumentException.class, () -> Calibrator.fit("platt", two, new boolean[2]));
        assertThrows(IllegalArgumentException.class, () -> Calibrator.fit("beta", two, new boolean[] {true, false}));
        assertThrows(IllegalArgumentException.class, () -> new Platt(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Isotonic(two, new double[1]));
    }

    private static double[] logits(double[] p) {
        return Arrays.stream(p).map(v -> Math.log(v / (1 - v))).toArray();
    }
}
