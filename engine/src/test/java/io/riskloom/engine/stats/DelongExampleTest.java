package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The example of DeLong, DeLong and Clarke-Pearson 1988, three tests of 43 patients, as the SAS/STAT user's guide works it out
 * (PROC LOGISTIC, "Comparing Receiver Operating Characteristic Curves").
 */
class DelongExampleTest {

    /** Albumin, total protein, 10 − the score of K-G, outcome. */
    private static final double[] PATIENTS = {
        3.0, 5.8, 10, 0, 3.2, 6.3, 5, 1, 3.9, 6.8, 3, 1, 2.8, 4.8, 6, 0, 3.2, 5.8, 3, 1, 0.9, 4.0, 5, 0, 2.5, 5.7, 8, 0,
        1.6, 5.6, 5, 1, 3.8, 5.7, 5, 1, 3.7, 6.7, 6, 1, 3.2, 5.4, 4, 1, 3.8, 6.6, 6, 1, 4.1, 6.6, 5, 1, 3.6, 5.7, 5, 1,
        4.3, 7.0, 4, 1, 3.6, 6.7, 4, 0, 2.3, 4.4, 6, 1, 4.2, 7.6, 4, 0, 4.0, 6.6, 6, 0, 3.5, 5.8, 6, 1, 3.8, 6.8, 7, 1,
        3.0, 4.7, 8, 0, 4.5, 7.4, 5, 1, 3.7, 7.4, 5, 1, 3.1, 6.6, 6, 1, 4.1, 8.2, 6, 1, 4.3, 7.0, 5, 1, 4.3, 6.5, 4, 1,
        3.2, 5.1, 5, 1, 2.6, 4.7, 6, 1, 3.3, 6.8, 6, 0, 1.7, 4.0, 7, 0, 3.7, 6.1, 5, 1, 3.3, 6.3, 7, 1, 4.2, 7.7, 6, 1,
        3.5, 6.2, 5, 1, 2.9, 5.7, 9, 0, 2.1, 4.8, 7, 1, 2.8, 6.2, 8, 0, 4.0, 7.0, 7, 1, 3.3, 5.7, 6, 1, 3.7, 6.9, 5, 1,
        3.6, 6.6, 5, 1
    };

    private final double[] albumin = column(0);
    private final double[] protein = column(1);
    private final double[] score =
            IntStream.range(0, 43).mapToDouble(i -> 10 - column(2)[i]).toArray();
    private final boolean[] outcome = outcome();

    private static double[] column(int at) {
        return IntStream.range(0, PATIENTS.length / 4)
                .mapToDouble(i -> PATIENTS[4 * i + at])
                .toArray();
    }

    private static boolean[] outcome() {
        boolean[] outcome = new boolean[PATIENTS.length / 4];
        for (int i = 0; i < outcome.length; i++) {
            outcome[i] = PATIENTS[4 * i + 3] == 1;
        }
        return outcome;
    }

    @Test
    void areasAndTheirErrorsAreThePublishedOnes() {
        assertArea(0.7366, 0.0927, 0.5549, 0.9182, albumin);
        assertArea(0.7258, 0.1028, 0.5243, 0.9273, score);
        assertArea(0.6478, 0.1000, 0.4518, 0.8439, protein);
    }

    @Test
    void pairedDifferencesAreThePublishedOnes() {
        assertDifference(0.0108, -0.1761, 0.1976, 0.9102, albumin);
        assertDifference(-0.0780, -0.2830, 0.1271, 0.4561, protein);
    }

    private void assertArea(double auc, double error, double low, double high, double[] scores) {
        Roc.Auc area = Roc.delong(scores, outcome);
        assertEquals(auc, area.auc(), 5e-5);
        assertEquals(error, area.standardError(), 5e-5);
        assertEquals(low, area.low(), 5e-5);
        assertEquals(high, area.high(), 5e-5);
    }

    private void assertDifference(double difference, double low, double high, double p, double[] scores) {
        Roc.Difference paired = Roc.delongPaired(scores, score, outcome);
        assertEquals(difference, paired.difference(), 5e-5);
        assertEquals(low, paired.low(), 5e-5);
        assertEquals(high, paired.high(), 5e-5);
        assertEquals(p, paired.pValue(), 5e-5);
    }
}
