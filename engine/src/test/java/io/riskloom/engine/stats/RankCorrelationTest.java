package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {

    /** ρ = 1 − 6·Σd²/(n(n² − 1)) with d = 0, 1, −1, 1, −1: 1 − 24/120. */
    @Test
    void equalsTheFormulaWithoutTies() {
        assertEquals(
                0.8, RankCorrelation.spearman(new double[] {1, 2, 3, 4, 5}, new double[] {10, 30, 20, 50, 40}), 1e-12);
    }

    /** Ranks 1.5, 1.5, 3 against 1, 2, 3: 1.5 / √(1.5 · 2). */
    @Test
    void tiesShareTheirRank() {
        assertEquals(
                1.5 / Math.sqrt(3), RankCorrelation.spearman(new double[] {4, 4, 9}, new double[] {1, 2, 3}), 1e-12);
    }

    @Test
    void aConstantHasNoOrder() {
        assertEquals(Double.NaN, RankCorrelation.spearman(new double[] {1, 1}, new double[] {1, 2}));
    }

    @Test
    void lengthsMustAgree() {
        assertThrows(
                IllegalArgumentException.class, () -> RankCorrelation.spearman(new double[] {1}, new double[] {1, 2}));
    }
}
