package io.riskloom.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectionsTest {

    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 3));

    @Test
    void theLikeliestClassIsCalledAndEvenOddsCountAsUp() {
        Directions two = new Directions(DAYS, new double[][] {{0.5, 0.5}, {0.6, 0.4}});
        assertEquals(1, two.side(0));
        assertEquals(-1, two.side(1));
        assertEquals(0.4, two.up(1));
        Directions three = new Directions(DAYS, new double[][] {{0.2, 0.5, 0.3}, {0.2, 0.2, 0.6}});
        assertEquals(0, three.side(0));
        assertEquals(1, three.side(1));
        assertEquals(0.3, three.up(0));
    }

    @Test
    void thereIsARowForEachOrigin() {
        assertThrows(IllegalArgumentException.class, () -> new Directions(DAYS, new double[1][2]));
    }
}
