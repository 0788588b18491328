package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.stats.CostMatrix;
import org.junit.jupiter.api.Test;

class CutOffTest {

    private static final double[] SCORES = {0.2, 0.5, 0.5, 0.9};
    private static final boolean[] BAD = {false, false, true, true};

    private static CutOff at(double cutOff, boolean... bad) {
        return new CutOff(cutOff, new Ranked(SCORES, bad).at(cutOff));
    }

    @Test
    void whoeverIsAtTheCutOffIsRefused() {
        CutOff at = at(0.5, BAD);
        assertEquals(1, at.approved());
        assertEquals(3, at.refused());
        assertEquals(4, at.all());
        assertEquals(0.25, at.approvalRate());
        assertEquals(0, at.badRate());
        assertEquals(0.5, at.goodRefused());
        assertEquals(1, at.badRefused());
        CutOff above = at(Math.nextUp(0.5), BAD);
        assertEquals(3, above.approved(), "both of the equal score go over together");
        assertEquals(1.0 / 3, above.badRate());
        assertEquals(0, above.goodRefused());
        assertEquals(0.5, above.badRefused());
    }

    @Test
    void theEndsApproveNobodyAndEverybody() {
        assertEquals(0, at(0, BAD).approved());
        assertEquals(Double.NaN, at(0, BAD).badRate());
        assertEquals(1, at(1, BAD).approvalRate());
        assertEquals(0.5, at(1, BAD).badRate());
    }

    @Test
    void aClassThatIsNotThereHasNoShare() {
        assertEquals(Double.NaN, at(0.5, new boolean[4]).badRefused());
        assertEquals(Double.NaN, at(0.5, true, true, true, true).goodRefused());
    }

    @Test
    void profitIsThatOfTheFourCells() {
        CostMatrix costs = new CostMatrix(100, -500, -10, -1);
        assertEquals(100 - 10 - 2, at(0.5, BAD).profit(costs));
        assertEquals(22, at(0.5, BAD).profitEach(costs));
    }
}
