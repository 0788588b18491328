package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SharpeTest {

    /** Mean .00625, standard deviation √(.00036875 / 3). */
    @Test
    void annualRatioIsTheDailyOneTimesTheRootOfTheYear() {
        double[] daily = {0.01, -0.005, 0.02, 0};
        double ratio = 0.00625 / Math.sqrt(0.00036875 / 3);
        assertEquals(ratio * Math.sqrt(252), Sharpe.annualised(daily, 252), 1e-9);
        assertEquals(Math.sqrt((1 + ratio * ratio / 2) / 4) * Math.sqrt(252), Sharpe.standardError(daily, 252), 1e-9);
    }

    /** Lo 2002, table 1: ratio .50 a period, 60 periods, standard error .137. */
    @Test
    void standardErrorGivesLosTable() {
        double[] returns = new double[60];
        for (int i = 0; i < 60; i++) {
            returns[i] = 0.5 * Math.sqrt(60 / 59.0) + (i % 2 == 0 ? 1 : -1);
        }
        assertEquals(0.137, Sharpe.standardError(returns, 1), 5e-4);
    }

    @Test
    void aYearMayHaveOtherPeriods() {
        double[] monthly = {0.01, -0.005, 0.02, 0};
        double ratio = Sharpe.annualised(monthly, 1);
        assertEquals(ratio * Math.sqrt(12), Sharpe.annualised(monthly, 12), 1e-12);
        assertEquals(Sharpe.standardError(monthly, 1) * Math.sqrt(12), Sharpe.standardError(monthly, 12), 1e-12);
    }

    @Test
    void noVariationHasNoRatio() {
        assertTrue(Double.isNaN(Sharpe.annualised(new double[] {0.01, 0.01, 0.01}, 252)));
        assertTrue(Double.isNaN(Sharpe.annualised(new double[] {0, 0}, 252)));
        assertTrue(Double.isNaN(Sharpe.standardError(new double[] {0.01}, 252)));
    }
}
