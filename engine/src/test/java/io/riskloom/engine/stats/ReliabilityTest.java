package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReliabilityTest {

    @Test
    void everyLevelIsCountedWithItsIntervalAndWidth() {
        double[] actual = {0, 1, Double.NaN, 3, -1};
        double[][] lower = {{-1, 0, 0, 0, 0}, {0, 2, 0, 2, -3}};
        double[][] upper = {{1, 2, 9, 2, 4}, {0, 4, 9, 4, -2}};
        Reliability reliability = Reliability.of(new double[] {0.5, 0.9}, lower, upper, actual);
        Reliability.Level half = reliability.levels().getFirst();
        assertEquals(0.5, half.nominal());
        assertEquals(Proportion.wilson(2, 4), half.coverage());
        assertEquals((2 + 2 + 2 + 4) / 4.0, half.meanWidth(), 1e-12);
        Reliability.Level most = reliability.levels().getLast();
        assertEquals(Proportion.wilson(2, 4), most.coverage(), "the end of a band belongs to it");
        assertEquals((0 + 2 + 2 + 1) / 4.0, most.meanWidth(), 1e-12);
    }

    @Test
    void nothingKnownIsNothingSaid() {
        Reliability.Level level = Reliability.of(
                        new double[] {0.9}, new double[][] {{0}}, new double[][] {{1}}, new double[] {Double.NaN})
                .levels()
                .getFirst();
        assertEquals(0, level.coverage().n());
        assertTrue(Double.isNaN(level.meanWidth()));
    }

    @Test
    void badShapesAndLevelsAreRefused() {
        double[][] ends = {{0}};
        double[] one = {1};
        assertThrows(IllegalArgumentException.class, () -> Reliability.of(new double[] {1}, ends, ends, one));
        assertThrows(IllegalArgumentException.class, () -> Reliability.of(new double[] {0.5, 0.9}, ends, ends, one));
        assertThrows(
                IllegalArgumentException.class, () -> Reliability.of(new double[] {0.5}, ends, ends, new double[2]));
    }
}
