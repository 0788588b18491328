package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TradingRuleTest {

    private static final double[] FORECAST = {0.3, 0.1, -2, 0, 5};
    private static final double[] MOVE = {0.1, -0.1, -0.05, 0.2, 0.02};

    /** Positions 1, 1, −1, 0, 1; turnover 1 + 0 + 2 + 1 + 1 = 5; a unit costs .01. */
    @Test
    void everyChangeOfPositionIsPaidTheOpeningIncluded() {
        Performance rule = TradingRule.sign(FORECAST, MOVE, 100, 10).rule();
        assertArrayEquals(new double[] {1, 1, -1, 0, 1}, rule.position());
        assertArrayEquals(new double[] {0.09, -0.1, 0.03, -0.01, 0.01}, rule.net(), 1e-15);
        double last = 1.09 * 0.9 * 1.03 * 0.99 * 1.01;
        assertArrayEquals(
                new double[] {1, 1.09, 1.09 * 0.9, 1.09 * 0.9 * 1.03, 1.09 * 0.9 * 1.03 * 0.99, last},
                rule.equity(),
                1e-12);
        assertEquals(last - 1, rule.total(), 1e-12);
        assertEquals(0.1, rule.maxDrawdown(), 1e-12, "from 1.09 to .981; later it never falls below that");
        assertEquals(5 / 5.0 * 10, rule.turnoverPerYear(), 1e-12);
        assertEquals(0.6, rule.longShare(), 1e-12);
    }

    /** Net returns .09, −.1, .03, −.01, .01: mean .004, squared deviations .019120. */
    @Test
    void sharpeIsThatOfTheNetReturns() {
        Performance rule = TradingRule.sign(FORECAST, MOVE, 100, 10).rule();
        double ratio = 0.004 / Math.sqrt(0.01912 / 4);
        assertEquals(ratio * Math.sqrt(10), rule.sharpe(), 1e-12);
        assertEquals(Math.sqrt((1 + ratio * ratio / 2) / 5 * 10), rule.sharpeError(), 1e-12);
    }

    @Test
    void holdingPaysItsOpeningOnly() {
        Performance hold = TradingRule.sign(FORECAST, MOVE, 100, 10).buyAndHold();
        assertArrayEquals(new double[] {0.09, -0.1, -0.05, 0.2, 0.02}, hold.net(), 1e-15);
        assertEquals(1 - 0.9 * 0.95, hold.maxDrawdown(), 1e-12);
        assertEquals(1 / 5.0 * 10, hold.turnoverPerYear(), 1e-12);
        assertEquals(1, hold.longShare());
        assertEquals(1.09 * 0.9 * 0.95 * 1.2 * 1.02 - 1, hold.total(), 1e-12);
    }

    @Test
    void knowingTheSignWithoutCostsEarnsEveryMove() {
        Performance rule = TradingRule.sign(MOVE, MOVE, 0, 252).rule();
        assertArrayEquals(new double[] {0.1, 0.1, 0.05, 0.2, 0.02}, rule.net(), 1e-15);
        assertEquals(0, rule.maxDrawdown());
    }

    @Test
    void whatIsLostStaysLost() {
        Performance rule = TradingRule.sign(new double[] {-1, 1}, new double[] {1.5, 0.5}, 0, 252)
                .rule();
        assertArrayEquals(new double[] {1, 0, 0}, rule.equity());
        assertEquals(1, rule.maxDrawdown());
        assertEquals(-1, rule.total());
    }

    @Test
    void withoutAPeriodThereIsNoFigure() {
        Performance rule =
                TradingRule.sign(new double[0], new double[0], 5, 252).rule();
        assertArrayEquals(new double[] {1}, rule.equity());
        assertTrue(
                Double.isNaN(rule.sharpe()) && Double.isNaN(rule.longShare()) && Double.isNaN(rule.turnoverPerYear()));
    }

    @Test
    void badNumbersAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> TradingRule.sign(new double[] {1, 1}, new double[] {1}, 0, 252));
        assertThrows(
                IllegalArgumentException.class,
                () -> TradingRule.sign(new double[] {1}, new double[] {Double.NaN}, 0, 252));
        assertThrows(
                IllegalArgumentException.class,
                () -> TradingRule.sign(new double[] {Double.NaN}, new double[] {1}, 0, 252));
        assertThrows(
                IllegalArgumentException.class, () -> TradingRule.sign(new double[] {1}, new double[] {1}, -1, 252));
        assertThrows(IllegalArgumentException.class, () -> TradingRule.sign(new double[] {1}, new double[] {1}, 0, 0));
    }
}
