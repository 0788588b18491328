package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Test
    void interpolatesAsTypeSevenOfHyndmanAndFan() {
        double[] unsorted = {4, 1, 3, 2};
        assertEquals(1.75, Quantiles.of(unsorted, 0.25), 1e-15);
        assertEquals(2.5, Quantiles.of(unsorted, 0.5), 1e-15);
        assertEquals(1, Quantiles.of(unsorted, 0));
        assertEquals(4, Quantiles.of(unsorted, 1));
        assertEquals(4, unsorted[0], "the sample stays as it was");
    }

    @Test
    void anEmptySampleHasNoQuantile() {
        assertTrue(Double.isNaN(Quantiles.of(new double[0], 0.5)));
    }

    @Test
    void refusesAProbabilityOutsideTheUnitInterval() {
        assertThrows(IllegalArgumentException.class, () -> Quantiles.of(new double[] {1}, 1.1));
        assertThrows(IllegalArgumentException.class, () -> Quantiles.of(new double[] {1}, Double.NaN));
    }
}
