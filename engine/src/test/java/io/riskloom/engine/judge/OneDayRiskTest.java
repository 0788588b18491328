package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.model.PathSight.Backtest;
import io.riskloom.engine.stats.Christoffersen;
import io.riskloom.engine.stats.Kupiec;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OneDayRiskTest {

    @Test
    void theHistoricalForecastIsTheQuantileOfTheDaysBefore() {
        double[] known = {-3, -1, 0, 2};
        double[] test = {-10, 5};
        double[] forecast = OneDayRisk.historical(known, test, 0.5);
        assertArrayEquals(new double[] {0.5, 1}, forecast, 1e-12);
    }

    @Test
    void theHistoricalForecastForgetsWhatLiesFurtherBack() {
        double[] known = new double[600];
        Arrays.fill(known, 0, 100, -1);
        assertEquals(0, OneDayRisk.historical(known, new double[1], 0.01)[0], 1e-12);
    }

    @Test
    void noForecastKnowsItsOwnDayOrLaterOnes() {
        SplittableRandom random = new SplittableRandom(1);
        double[] known = new double[600];
        double[] test = new double[50];
        Arrays.setAll(known, t -> 0.01 * random.nextGaussian());
        Arrays.setAll(test, t -> 0.01 * random.nextGaussian());
        double[] changed = test.clone();
        Arrays.fill(changed, 20, 50, 0.3);
        Garch garch = new Garch(0, 1e-6, 0.1, 0.88, 6, 0);
        double[] before = Arrays.copyOf(OneDayRisk.garch(garch, known, test, 0.01), 21);
        assertArrayEquals(before, Arrays.copyOf(OneDayRisk.garch(garch, known, changed, 0.01), 21));
        double[] plain = Arrays.copyOf(OneDayRisk.historical(known, test, 0.01), 21);
        assertArrayEquals(plain, Arrays.copyOf(OneDayRisk.historical(known, changed, 0.01), 21));
    }

    /** On paths of the very GARCH that forecasts, each level holds and exceedances do not cluster. */
    @Test
    void aTrueGarchPassesItsBackTest() {
        Garch garch = new Garch(0.0003, 2e-6, 0.1, 0.88, 5, 0);
        double[] path = garch.paths(1, 5000, 21)[0];
        double[] known = Arrays.copyOf(path, 1000);
        double[] test = Arrays.copyOfRange(path, 1000, 5000);
        for (double level : new double[] {0.01, 0.025, 0.05}) {
            Backtest held = OneDayRisk.tested("garch", level, OneDayRisk.garch(garch, known, test, level), test);
            assertEquals(level, held.exceedances() / 4000.0, 4 * Math.sqrt(level * (1 - level) / 4000));
            assertTrue(held.kupiec() > 0.01, held::toString);
            assertTrue(held.conditional() > 0.01, held::toString);
        }
    }

    /** A constant forecast of the same paths is exceeded in clusters. */
    @Test
    void aConstantForecastIsFoundToCluster() {
        Garch garch = new Garch(0, 1e-5, 0.3, 0.65, 8, 0);
        double[] path = garch.paths(1, 4500, 5)[0];
        double[] test = Arrays.copyOfRange(path, 500, 4500);
        double[] constant = new double[4000];
        double[] sorted = test.clone();
        Arrays.sort(sorted);
        Arrays.fill(constant, -sorted[200]);
        Backtest held = OneDayRisk.tested("generated", 0.05, constant, test);
        assertEquals(200, held.exceedances());
        assertTrue(held.kupiec() > 0.9, held::toString);
        assertTrue(held.independence() < 0.01, held::toString);
    }

    @Test
    void aBackTestHoldsTheFiguresOfItsTests() {
        double[] forecast = {1, 1, 1, 1, 1, 1};
        double[] test = {0, -2, -1, -3, -3, 2};
        Backtest held = OneDayRisk.tested("historical", 0.1, forecast, test);
        boolean[] exceeded = {false, true, false, true, true, false};
        assertArrayEquals(exceeded, OneDayRisk.exceeded(forecast, test));
        assertEquals(3, held.exceedances());
        assertEquals(Kupiec.test(3, 6, 0.1).pValue(), held.kupiec());
        assertEquals(Christoffersen.test(exceeded, 0.1).independenceP(), held.independence());
        assertEquals(Christoffersen.test(exceeded, 0.1).conditionalP(), held.conditional());
    }
}
