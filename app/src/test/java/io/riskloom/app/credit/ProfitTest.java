package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.engine.stats.CostMatrix;
import org.junit.jupiter.api.Test;

class ProfitTest {

    private static final double[] SCORES = {0.2, 0.5, 0.5, 0.9};
    private static final boolean[] BAD = {false, false, true, true};

    private static Profit profit(CostMatrix costs) {
        return Profit.of(costs, new Answers("", Tone.ACCENT, SCORES, BAD));
    }

    /** Approved are nobody, then the good one at .2, then one of each at .5, then the bad one at .9. */
    @Test
    void itStepsRightBehindEachScore() {
        Points each = profit(new CostMatrix(100, -500, 0, 0)).each();
        assertArrayEquals(new double[] {0, 0.2, 0.2, 0.5, 0.5, 0.9, 0.9, 1}, each.x());
        assertArrayEquals(new double[] {0, 0, 25, 25, -75, -75, -200, -200}, each.y());
        assertEquals(25, each.at(0.5), "whoever is at the cut-off is refused");
        assertEquals(-75, each.at(Math.nextUp(0.5)), 1e-9);
    }

    @Test
    void itIsWhatTheCutOffBrings() {
        CostMatrix costs = new CostMatrix(100, -500, -10, -1);
        Profit profit = profit(costs);
        Ranked ranked = new Ranked(SCORES, BAD);
        for (double cutOff : new double[] {0, 0.2, 0.35, 0.5, 0.7, 0.9, 1}) {
            assertEquals(
                    new CutOff(cutOff, ranked.at(cutOff)).profitEach(costs),
                    profit.each().at(cutOff),
                    1e-12);
        }
        assertEquals(0.5, profit.bestCutOff());
    }

    @Test
    void whereTheBadPayTooAllAreBestApproved() {
        assertEquals(
                Double.POSITIVE_INFINITY, profit(new CostMatrix(100, 10, 0, 0)).bestCutOff());
    }
}
