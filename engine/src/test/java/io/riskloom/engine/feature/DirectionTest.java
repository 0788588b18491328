package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DirectionTest {
    private static final double[] CLOSE = {4, 8, 4, 4, 8, 8};

    @Test
    void ofTwoClassesNoChangeCountsAsDown() {
        Direction direction = new Direction(CLOSE, 1, 2, 9);
        assertEquals(2, direction.classes());
        assertEquals(1, direction.of(0));
        assertEquals(0, direction.of(1));
        assertEquals(0, direction.of(2));
        assertEquals(Math.log(2), direction.move(3), 1e-12);
        assertEquals(0, direction.band(1));
    }

    /** Returns of ±ln 2 up to day 2, none on day 3: σ is ln 2 and ln 2·√⅔. */
    @Test
    void ofThreeClassesMovesUpToTheBandAreFlat() {
        Direction half = new Direction(CLOSE, 1, 3, 0.5);
        assertEquals(0.5 * Math.log(2), half.band(1), 1e-12);
        assertEquals(0.5 * Math.log(2) * Math.sqrt(2 / 3.0), half.band(3), 1e-12);
        assertEquals(0, half.of(1));
        assertEquals(1, half.of(2));
        assertEquals(2, half.of(3));
        assertEquals(Math.sqrt(2) * half.band(1), new Direction(CLOSE, 2, 3, 0.5).band(1), 1e-12);
        // a fall that is just the band, and one a little beyond it
        double[] fall = {Math.exp(1), 1, Math.exp(-1)};
        assertEquals(1, new Direction(fall, 1, 3, -Math.log(fall[2])).of(1));
        assertEquals(0, new Direction(fall, 1, 3, 0.999).of(1));
    }

    @Test
    void aSeriesThatStandsStillIsFlatAndBeyondTheEndThereIsNoDirection() {
        double[] still = {3, 3, 3, 3};
        assertEquals(1, new Direction(still, 1, 3, 0.5).of(2));
        assertEquals(0, new Direction(still, 1, 2, 0).of(2));
        Direction direction = new Direction(CLOSE, 2, 3, 0.5);
        assertThrows(IndexOutOfBoundsException.class, () -> direction.of(4));
        assertTrue(Double.isNaN(direction.move(4)));
        assertThrows(IllegalArgumentException.class, () -> new Direction(CLOSE, 1, 4, 0.5));
    }
}
