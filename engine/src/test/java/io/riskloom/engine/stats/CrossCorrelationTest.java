package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CrossCorrelationTest {

    @Test
    void threeSeriesByHand() {
        double[][] found = CrossCorrelation.matrix(new double[][] {{1, 2, 3}, {3, 2, 1}, {1, 3, 2}});
        assertEquals(1, found[0][0]);
        assertEquals(-1, found[0][1], 1e-12);
        assertEquals(0.5, found[2][0], 1e-12);
        assertEquals(found[1][2], found[2][1]);
    }

    @Test
    void pathsArePooled() {
        double[][][] paths = {{{1, 2}, {3, 4}}, {{2, 4}, {6, 8}}};
        assertEquals(1, CrossCorrelation.matrix(paths)[1][0], 1e-12);
    }

    @Test
    void distanceIsTheMeanGapOfThePairs() {
        double[][] a = {{1, 0.5, 0.2}, {0.5, 1, 0}, {0.2, 0, 1}};
        double[][] b = {{1, 0.2, 0.2}, {0.2, 1, 0.3}, {0.2, 0.3, 1}};
        assertEquals(0.2, CrossCorrelation.distance(a, b), 1e-12);
        assertTrue(Double.isNaN(CrossCorrelation.distance(new double[][] {{1}}, new double[][] {{1}})));
    }

    @Test
    void aConstantSeriesHasNone() {
        assertTrue(Double.isNaN(CrossCorrelation.matrix(new double[][] {{1, 2, 3}, {4, 4, 4}})[0][1]));
        assertThrows(IllegalArgumentException.class, () -> CrossCorrelation.matrix(new double[][] {{1, 2, 3}, {4, 4}}));
    }
}
