package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KupiecTest {

    /**
     * Kupiec 1995, as Jorion prints it (Value at Risk, 3rd ed., table 6.2): numbers that pass at 5 %. Of 255 days at 1 % it gives
     * no lower end, where the statistic of none is 5.13, above the 3.84 of the limit.
     */
    @ParameterizedTest
    @CsvSource({
        "255, .01, 1, 6", "510, .01, 2, 10", "1000, .01, 5, 16",
        "255, .025, 3, 11", "510, .025, 7, 20", "1000, .025, 16, 35",
        "255, .05, 7, 20", "510, .05, 17, 35", "1000, .05, 38, 64",
        "255, .075, 12, 27", "510, .075, 28, 50", "1000, .075, 60, 91",
        "255, .1, 17, 35", "510, .1, 39, 64", "1000, .1, 82, 119"
    })
    void passesAsManyAsKupiecsTable(int days, double level, int fewest, int most) {
        for (int hits = 0; hits <= 2 * most; hits++) {
            boolean passes = Kupiec.test(hits, days, level).pValue() > 0.05;
            assertEquals(hits >= fewest && hits <= most, passes, hits + " of " + days + " at " + level);
        }
    }

    /** Jorion, chapter 6: question 10 and the year of a bank with 20 exceptions to its 95 % value at risk. */
    @Test
    void givesJorionsStatistics() {
        assertEquals(3.498, Kupiec.test(6, 252, 0.01).statistic(), 1e-3);
        assertEquals(3.91, Kupiec.test(20, 252, 0.05).statistic(), 5e-3);
    }

    @Test
    void asManyAsExpectedIsNoEvidence() {
        Kupiec even = Kupiec.test(10, 200, 0.05);
        assertEquals(10, even.expected(), 1e-12);
        assertEquals(0, even.statistic(), 1e-12);
        assertEquals(1, even.pValue(), 1e-6);
    }

    /** None of n: −2 n ln(1 − p). */
    @Test
    void noExceedanceAtAllHasAClosedForm() {
        assertEquals(-2 * 500 * Math.log(0.99), Kupiec.test(0, 500, 0.01).statistic(), 1e-12);
        assertTrue(Kupiec.test(0, 500, 0.01).pValue() < 0.01);
        assertEquals(-2 * 5 * Math.log(0.5), Kupiec.test(5, 5, 0.5).statistic(), 1e-12);
    }

    @Test
    void refusesWhatIsNoBackTest() {
        assertThrows(IllegalArgumentException.class, () -> Kupiec.test(1, 0, 0.01));
        assertThrows(IllegalArgumentException.class, () -> Kupiec.test(3, 2, 0.01));
        assertThrows(IllegalArgumentException.class, () -> Kupiec.test(1, 10, 1));
    }
}
