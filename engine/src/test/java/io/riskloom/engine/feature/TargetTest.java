package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TargetTest {

    private static Target closes(int[] steps, int scaleDays, double... close) {
        return Target.ofCloses(Histories.closesOnly(close), steps, scaleDays);
    }

    private static Target volatility(int days, int horizon, double... close) {
        return Target.ofVolatility(Histories.closesOnly(close), days, horizon, 252);
    }

    @Test
    void labelsOfClosesAreCumulativeAndUnknownBeyondTheLastDay() {
        Target target = closes(new int[] {1, 3}, 20, 10, 20, 40, 80);
        assertEquals("close", target.quantity());
        assertArrayEquals(new int[] {1, 3}, target.steps());
        assertArrayEquals(new double[] {Math.log(2), Math.log(8)}, target.label(0), 1e-12);
        assertArrayEquals(new double[] {Math.log(2), Double.NaN}, target.label(1), 1e-12);
        assertArrayEquals(new double[] {Double.NaN, Double.NaN}, target.label(3));
        assertArrayEquals(new double[2], target.lastValue(3));
        assertEquals(40, target.known(2));
        assertEquals(60, target.shown(2, Math.log(1.5)), 1e-12);
    }

    @Test
    void closesAreScaledByTheLastReturnsOrAsManyAsThereAre() {
        double e = Math.E;
        Target target = closes(new int[] {1}, 2, 1, e, e, e * e, e * e * e * e);
        assertEquals(1e-8, target.scale(0));
        assertEquals(1, target.scale(1), 1e-12);
        assertEquals(Math.sqrt(0.5), target.scale(2), 1e-12);
        assertEquals(Math.sqrt(5 / 2.0), target.scale(4), 1e-12);
    }

    /** Days without a move are measured by a tenth of the days before them, not by nearly nothing. */
    @Test
    void daysWithoutAMoveHaveATenthOfTheScaleOfAllDaysBefore() {
        double[] close = new double[60];
        close[0] = 100;
        for (int t = 1; t < 60; t++) {
            close[t] = t <= 10 || t > 40 ? close[t - 1] * Math.exp(t % 2 == 0 ? 0.02 : -0.02) : close[t - 1];
        }
        Target target = closes(new int[] {1}, 20, close);
        assertEquals(0.02, target.scale(10), 1e-12);
        assertEquals(0.1 * 0.02 * Math.sqrt(10 / 40.0), target.scale(40), 1e-12);
        assertEquals(0.02 / Math.sqrt(20), target.scale(41), 1e-12);
        double[] changed = close.clone();
        Arrays.fill(changed, 41, 60, 1000);
        assertEquals(target.scale(40), closes(new int[] {1}, 20, changed).scale(40), "a later day counts");
        assertEquals(1e-8, closes(new int[] {1}, 20, 5, 5, 5).scale(2));
    }

    @Test
    void volatilityIsThatOfTheDaysThatEndTheHorizonAhead() {
        double[] returns = {0.01, -0.02, 0.03, 0.04, -0.05, 0.06};
        double[] close = new double[7];
        close[0] = 100;
        for (int t = 1; t < 7; t++) {
            close[t] = close[t - 1] * Math.exp(returns[t - 1]);
        }
        Target target = volatility(3, 2, close);
        assertEquals("volatility", target.quantity());
        assertArrayEquals(new int[] {2}, target.steps());
        double ahead = 0.5 * Math.log((0.03 * 0.03 + 0.04 * 0.04 + 0.05 * 0.05) / 3);
        assertEquals(ahead, target.label(3)[0], 1e-12);
        assertEquals(0.5 * Math.log((0.04 * 0.04 + 0.05 * 0.05 + 0.06 * 0.06) / 3), target.label(4)[0], 1e-12);
        assertTrue(Double.isNaN(target.label(5)[0]));
        assertEquals(ahead, target.lastValue(5)[0], 1e-12);
        // the days up to the origin, of which there are two
        assertEquals(0.5 * Math.log((0.01 * 0.01 + 0.02 * 0.02) / 2), target.lastValue(2)[0], 1e-12);
        assertEquals(100 * Math.sqrt(252) * 0.01, target.known(1), 1e-9);
        assertEquals(100 * Math.sqrt(252) * Math.exp(ahead), target.shown(0, ahead), 1e-9);
        assertEquals(1, target.scale(0));
    }

    @Test
    void aSeriesThatHardlyMovesHasTheFloorForAVolatility() {
        Target still = volatility(5, 1, 7, 7, 7);
        assertEquals(0.5 * Math.log(1e-6), still.label(1)[0]);
        assertEquals(0.5 * Math.log(1e-6), still.lastValue(0)[0]);
        assertEquals(0.5 * Math.log(1e-6), volatility(1, 1, 1, Math.exp(0.0009)).lastValue(1)[0]);
        assertEquals(Math.log(0.0011), volatility(1, 1, 1, Math.exp(0.0011)).lastValue(1)[0], 1e-9);
    }
}
