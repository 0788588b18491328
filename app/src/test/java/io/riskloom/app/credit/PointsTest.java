package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PointsTest {

    @Test
    void aStepFunctionKeepsItsValueUpToTheNextPlace() {
        Points steps = Points.steps(new double[] {0.2, 0.7}, new double[] {3, 5}, 1, 0, 1);
        assertArrayEquals(new double[] {0, 0.2, 0.2, 0.7, 0.7, 1}, steps.x());
        assertArrayEquals(new double[] {1, 1, 3, 3, 5, 5}, steps.y());
    }

    @Test
    void betweenTwoPointsALineIsStraightAndBeyondItsEndsFlat() {
        Points line = new Points(new double[] {0, 0.5, 1}, new double[] {0, 0.8, 1});
        assertEquals(0.4, line.at(0.25), 1e-12);
        assertEquals(0.8, line.at(0.5), 1e-12);
        assertEquals(0.9, line.at(0.75), 1e-12);
        assertEquals(0, line.at(-1), 1e-12);
        assertEquals(1, line.at(2), 1e-12);
    }

    @Test
    void theFirstPointAtAPlaceIsFoundAmongEqualOnes() {
        Points line = new Points(new double[] {0, 0.5, 0.5, 1}, new double[] {0, 1, 2, 3});
        assertEquals(1, line.first(0.5));
        assertEquals(3, line.first(0.51));
        assertEquals(4, line.first(1.5));
    }
}
