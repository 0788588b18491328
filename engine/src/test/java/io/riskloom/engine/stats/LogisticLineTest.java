package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LogisticLineTest {

    /** Of two values the line goes through both shares: 1 of 4 at 0, 3 of 5 at 2. */
    @Test
    void twoValuesAreMetExactly() {
        LogisticLine line =
                LogisticLine.fit(new double[] {0, 0, 0, 0, 2, 2, 2, 2, 2}, new double[] {1, 0, 0, 0, 1, 1, 1, 0, 0});
        assertEquals(Math.log(1 / 3.0), line.intercept(), 1e-9);
        assertEquals((Math.log(1.5) - Math.log(1 / 3.0)) / 2, line.slope(), 1e-9);
        // information of a share: n p (1 − p)
        double ofFirst = 1 / (4 * 0.25 * 0.75);
        double ofSecond = 1 / (5 * 0.6 * 0.4);
        assertEquals(Math.sqrt(ofFirst), line.interceptError(), 1e-9);
        assertEquals(Math.sqrt(ofFirst + ofSecond) / 2, line.slopeError(), 1e-9);
        assertEquals(-ofFirst / 2, line.covariance(), 1e-9);
    }

    @Test
    void unitAndOriginOfTheNumberDoNotMatter() {
        double[] x = {1, 2, 3, 4, 5, 6};
        double[] y = {0, 0, 1, 0, 1, 1};
        double[] scaled = {1e6 + 1, 1e6 + 2, 1e6 + 3, 1e6 + 4, 1e6 + 5, 1e6 + 6};
        assertEquals(LogisticLine.fit(x, y).slope(), LogisticLine.fit(scaled, y).slope(), 1e-6);
    }

    @Test
    void targetsBetweenTheClassesHaveALineWhereSureOnesHaveNone() {
        double[] x = {-1, -2, 1, 2};
        assertTrue(Double.isNaN(LogisticLine.fit(x, new double[] {0, 0, 1, 1}).slope()));
        assertTrue(Double.isNaN(LogisticLine.fit(x, new double[] {1, 1, 0, 0}).slope()));
        assertTrue(LogisticLine.fit(x, new double[] {0.25, 0.25, 0.75, 0.75}).slope() > 0);
    }
}
