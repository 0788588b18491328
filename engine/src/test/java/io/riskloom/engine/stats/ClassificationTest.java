package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.stats.Classification.Confusion;
import org.junit.jupiter.api.Test;

/** Numbers marked scikit-learn are the examples of its manual. */
class ClassificationTest {

    @Test
    void brierGivesTheValueOfScikitLearn() {
        double brier =
                Classification.brier(new double[] {0.1, 0.9, 0.8, 0.3}, new boolean[] {false, true, true, false});
        assertEquals(0.0375, brier, 1e-12);
    }

    @Test
    void logLossGivesTheValueOfScikitLearn() {
        double loss =
                Classification.logLoss(new double[] {0.9, 0.1, 0.2, 0.65}, new boolean[] {true, false, false, true});
        assertEquals(0.21616, loss, 5e-6);
    }

    @Test
    void logLossOfASureErrorIsFinite() {
        double loss = Classification.logLoss(new double[] {0}, new boolean[] {true});
        assertEquals(-Math.log(1e-15), loss, 1e-9);
    }

    @Test
    void averagePrecisionGivesTheValueOfScikitLearn() {
        double precision =
                Classification.prAuc(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true});
        assertEquals(0.8333333, precision, 1e-6);
    }

    @Test
    void averagePrecisionOfOneScoreForAllIsTheShareOfBad() {
        assertEquals(0.25, Classification.prAuc(new double[4], new boolean[] {true, false, false, false}), 1e-15);
    }

    @Test
    void confusionCountsACaseAtTheCutOffAsBad() {
        Confusion c = Classification.confusion(
                new double[] {0.5, 0.6, 0.4, 0.1, 0.7}, new boolean[] {true, false, true, false, true}, 0.5);
        assertEquals(new Confusion(2, 1, 1, 1), c);
        assertEquals(0.6, c.accuracy(), 1e-15);
        assertEquals(2.0 / 3, c.precision(), 1e-15);
        assertEquals(2.0 / 3, c.recall(), 1e-15);
        assertEquals(2.0 / 3, c.f1(), 1e-15);
    }

    @Test
    void ratiosWithoutCasesAreZero() {
        Confusion none = Classification.confusion(new double[] {0.1}, new boolean[] {false}, 0.5);
        assertEquals(0, none.precision());
        assertEquals(0, none.recall());
        assertEquals(0, none.f1());
    }

    @Test
    void refusesNoCasesAndDifferentLengths() {
        assertThrows(IllegalArgumentException.class, () -> Classification.brier(new double[0], new boolean[0]));
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> Classification.logLoss(new double[1], new boolean[2]));
        assertTrue(e.getMessage().contains("1 and 2"), e::getMessage);
    }
}
