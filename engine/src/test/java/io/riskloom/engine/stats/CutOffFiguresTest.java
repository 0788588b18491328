package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutOffFiguresTest {

    private static final double[] SCORES = {0.9, 0.6, 0.6, 0.3, 0.1};
    private static final boolean[] BAD = {true, true, false, false, false};

    @Test
    void profitIsCountedOverTheFourOutcomes() {
        CostMatrix costs = new CostMatrix(10, -50, -1, 2);
        // refused from .6: both bad and one good
        assertEquals(2 * 10 - 1 + 2 * 2, costs.profit(Classification.confusion(SCORES, BAD, 0.6)), 1e-12);
        CostMatrix.Curve curve = costs.curve(SCORES, BAD);
        assertArrayEquals(new double[] {0.1, 0.3, 0.6, 0.9, Double.POSITIVE_INFINITY}, curve.cutOffs());
        assertArrayEquals(new double[] {1, 12, 23, -18, -70}, curve.profit(), 1e-12);
        assertEquals(0.6, curve.bestCutOff());
        assertEquals(23, curve.bestProfit(), 1e-12);
    }

    @Test
    void everyPointOfTheProfitCurveIsTheCountAtItsCutOff() throws IOException {
        CostMatrix costs = new CostMatrix(3, -11, -0.5, 0.25);
        for (CreditReference c : CreditReference.cases()) {
            CostMatrix.Curve curve = costs.curve(c.a(), c.bad());
            for (int i = 0; i < curve.cutOffs().length; i++) {
                assertEquals(
                        costs.profit(Classification.confusion(c.a(), c.bad(), curve.cutOffs()[i])),
                        curve.profit()[i],
                        1e-9);
            }
        }
    }

    @Test
    void refusingPaysFromTheBreakEvenUp() {
        assertEquals(10 / 60.0, new CostMatrix(10, -50, 0, 0).breakEven(), 1e-15);
        CostMatrix costs = new CostMatrix(7, -20, -1, 3);
        double p = costs.breakEven();
        assertEquals(
                (1 - p) * costs.goodApproved() + p * costs.badApproved(),
                (1 - p) * costs.goodRefused() + p * costs.badRefused(),
                1e-12);
        assertTrue(Double.isNaN(new CostMatrix(-1, -2, 0, 0).breakEven()));
        assertThrows(IllegalArgumentException.class, () -> new CostMatrix(1, Double.NaN, 0, 0));
    }

    /** Group 0: two good approved, one bad refused; group 1: one good refused, one bad approved; one left out. */
    @Test
    void ratesAreCountedWithinEachGroup() {
        int[] group = {0, 0, 0, 1, 1, -1};
        double[] p = {0.1, 0.2, 0.8, 0.9, 0.3, 0.5};
        boolean[] bad = {false, false, true, false, true, true};
        GroupRates rates = GroupRates.of(group, 2, p, bad, 0.5);
        GroupRates.Rates first = rates.groups().getFirst();
        assertEquals(3, first.n());
        assertEquals(Proportion.wilson(2, 3), first.approval());
        assertEquals(Proportion.wilson(1, 3), first.badRate());
        assertEquals(Proportion.wilson(1, 1), first.badRefused());
        assertEquals(Proportion.wilson(0, 2), first.goodRefused());
        assertEquals(Proportion.wilson(0, 2), first.badApproved());
        GroupRates.Rates second = rates.groups().getLast();
        assertEquals(Proportion.wilson(1, 2), second.approval());
        assertEquals(Proportion.wilson(0, 1), second.badRefused());
        assertEquals(Proportion.wilson(1, 1), second.goodRefused());
        assertEquals(0, rates.reference(), "of groups this small the one that is approved most");
        GroupRates.Gap gap = rates.gap(1, 0);
        assertEquals(0.5 - 2 / 3.0, gap.approval().value(), 1e-15);
        assertEquals(0.75, gap.impact().value(), 1e-15);
        assertTrue(gap.impact().low() < 0.75 && 0.75 < gap.impact().high());
    }

    @Test
    void aGroupOfThirtyIsComparedWithBeforeASmallerOne() {
        int[] group = IntStream.range(0, 40).map(i -> i < 30 ? 0 : 1).toArray();
        double[] p = IntStream.range(0, 40).mapToDouble(i -> i < 10 ? 0.9 : 0.1).toArray();
        GroupRates rates = GroupRates.of(group, 3, p, new boolean[40], 0.5);
        assertEquals(0, rates.reference());
        assertTrue(Double.isNaN(rates.groups().get(2).approval().value()), "no applicant");
        assertTrue(Double.isNaN(rates.gap(2, 0).impact().value()));
        assertTrue(Double.isNaN(rates.gap(2, 0).approval().value()));
        GroupRates none = GroupRates.of(new int[] {0, 1, 1}, 2, new double[] {0.9, 0.1, 0.1}, new boolean[3], 0.5);
        GroupRates.Ratio ratio = none.gap(0, 1).impact();
        assertEquals(0, ratio.value());
        assertEquals(0, ratio.low());
        assertEquals(0.5 * Math.exp(Proportion.Z95 * Math.sqrt(2 - 1)), ratio.high(), 1e-12);
    }

    @Test
    void ksOfBootstrapSamplesIsSeededAndStaysInTheUnitInterval() throws IOException {
        CreditReference c = CreditReference.cases().getFirst();
        Bootstrap.Band band = StratifiedBootstrap.ks(c.a(), c.bad(), 500, 3);
        assertEquals(band, StratifiedBootstrap.ks(c.a(), c.bad(), 500, 3));
        double ks = Roc.ks(c.a(), c.bad()).value();
        assertTrue(band.low() < ks && ks < band.high() + 0.02, band + " around " + ks);
        assertEquals(0.17, band.high() - band.low(), 0.05);
        Bootstrap.Band apart =
                StratifiedBootstrap.ks(new double[] {1, 2, 3, 4}, new boolean[] {false, false, true, true}, 100, 1);
        assertEquals(new Bootstrap.Band(1, 1), apart);
    }

    @Test
    void aGapWithoutErrorIsAPoint() {
        assertEquals(new PairedGap(0.1, 0.1, 0.1, 0), PairedGap.of(0.1, 0));
        assertEquals(1, PairedGap.of(0, 0).pValue());
        PairedGap gap = PairedGap.of(-0.1, 0.05);
        assertEquals(-0.1 - 0.05 * 1.959964, gap.low(), 1e-6);
        assertEquals(0.0455003, gap.pValue(), 1e-6);
        assertTrue(Double.isNaN(PairedGap.of(0.1, Double.NaN).low()));
    }
}
