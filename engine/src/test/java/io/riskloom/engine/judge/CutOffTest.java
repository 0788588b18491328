package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CutOffTest {

    private static final boolean[] BAD = {true, true, false, true, false};

    /** From .6 on 2 of 3 bad and no good one; from .3 on all bad and 1 of 2 good ones. */
    @Test
    void liesWhereTheBadAreRefusedMostBeforeTheGood() {
        CutOff cut = CutOff.of(new double[] {0.9, 0.6, 0.5, 0.3, 0.1}, BAD);
        assertEquals(new CutOff(0.6, true), cut);
        assertEquals(Optional.empty(), cut.warning());
    }

    /** The distance of the distributions is largest where the good are refused before the bad: no cut-off. */
    @Test
    void aTurnedRankingGivesTheShareOfBadAndAWarning() {
        CutOff cut = CutOff.of(new double[] {0.1, 0.3, 0.5, 0.4, 0.9}, BAD);
        assertEquals(new CutOff(0.6, false), cut);
        assertEquals(Optional.of(Notice.of("run.warning.noCutOff", "0.600")), cut.warning());
        assertEquals(new CutOff(0.6, false), CutOff.of(new double[5], BAD), "the same answer for all");
    }

    @Test
    void neverRefusesAGreaterShareOfTheGoodAndIsFinite() {
        SplittableRandom random = new SplittableRandom(4);
        for (String kind : new String[] {"platt", "isotonic"}) {
            int told = 0;
            for (int trial = 0; trial < 200; trial++) {
                double[] logOdds = new double[200];
                boolean[] bad = new boolean[200];
                for (int i = 0; i < 200; i++) {
                    logOdds[i] = random.nextGaussian();
                    bad[i] = random.nextDouble() < 1 / (1 + Math.exp(1 + 0.3 * logOdds[i]));
                }
                double[] answers = Calibrator.fit(kind, logOdds, bad).probability(logOdds);
                CutOff cut = CutOff.of(answers, bad);
                assertTrue(cut.at() > 0 && cut.at() < 1, kind + " " + cut.at());
                if (cut.told()) {
                    assertTrue(refused(answers, bad, true, cut.at()) > refused(answers, bad, false, cut.at()));
                }
                told += cut.told() ? 1 : 0;
            }
            assertFalse(told == 0, "some rank a little by chance");
        }
    }

    private static double refused(double[] answers, boolean[] bad, boolean which, double cutOff) {
        int all = 0;
        int refused = 0;
        for (int i = 0; i < answers.length; i++) {
            all += bad[i] == which ? 1 : 0;
            refused += bad[i] == which && answers[i] >= cutOff ? 1 : 0;
        }
        return (double) refused / all;
    }
}
