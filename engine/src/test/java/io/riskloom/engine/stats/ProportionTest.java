package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    /** Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, .2553, .3662", "15, 148, .0624, .1605", "0, 20, 0, .1611", "1, 29, .0061, .1718"})
    void wilsonGivesNewcombesTable(int successes, int n, double low, double high) {
        Proportion p = Proportion.wilson(successes, n);
        assertEquals(low, p.low(), 5e-5);
        assertEquals(high, p.high(), 5e-5);
        assertEquals((double) successes / n, p.value(), 1e-15);
    }

    @Test
    void nothingObservedSaysNothing() {
        Proportion p = Proportion.wilson(0, 0);
        assertTrue(Double.isNaN(p.value()));
        assertEquals(0, p.low());
        assertEquals(1, p.high());
    }

    @Test
    void refusesMoreSuccessesThanTrials() {
        assertThrows(IllegalArgumentException.class, () -> Proportion.wilson(3, 2));
    }
}
