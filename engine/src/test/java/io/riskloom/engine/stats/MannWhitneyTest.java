package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {

    /** Ranks 4, 5 and 6 of 6 are one of C(6, 3) = 20 choices, 1, 2 and 3 lie as far from the mean. */
    @Test
    void separatedGroupsAreTheTwoMostExtremeChoices() {
        double[] answers = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
        assertEquals(0.1, MannWhitney.pValue(answers, new boolean[] {false, false, false, true, true, true}), 1e-12);
        assertEquals(0.1, MannWhitney.pValue(answers, new boolean[] {true, true, true, false, false, false}), 1e-12);
        // rank sum 2 + 4 + 6 = 12 is 1.5 from the mean of 10.5, as are 9 and less; 14 of 20 choices lie so far
        assertEquals(0.7, MannWhitney.pValue(answers, new boolean[] {false, true, false, true, false, true}), 1e-12);
    }

    /** Mid-ranks 1.5, 1.5, 3.5, 3.5: pairs of sum 3, 7, and four of 5. */
    @Test
    void equalAnswersShareTheirRanks() {
        double[] tied = {1, 1, 2, 2};
        assertEquals(2 / 6.0, MannWhitney.pValue(tied, new boolean[] {false, false, true, true}), 1e-12);
        assertEquals(1, MannWhitney.pValue(tied, new boolean[] {true, false, true, false}), 1e-12);
        assertEquals(1, MannWhitney.pValue(new double[] {3, 3, 3}, new boolean[] {true, false, false}));
        assertEquals(1, MannWhitney.pValue(new double[] {1, 2}, new boolean[] {true, true}));
        assertThrows(IllegalArgumentException.class, () -> MannWhitney.pValue(tied, new boolean[3]));
    }

    /** By chance p is at most .05 in at most one trial of twenty. */
    @Test
    void chanceIsRejectedNoMoreOftenThanPromised() {
        Random random = new Random(6);
        int rejected = 0;
        for (int trial = 0; trial < 1000; trial++) {
            double[] answers = random.doubles(20).toArray();
            boolean[] yes = new boolean[20];
            for (int i = 0; i < yes.length; i++) {
                yes[i] = random.nextDouble() < 0.6;
            }
            rejected += MannWhitney.pValue(answers, yes) < 0.05 ? 1 : 0;
        }
        assertTrue(rejected > 20 && rejected <= 60, rejected + " of 1000");
    }
}
