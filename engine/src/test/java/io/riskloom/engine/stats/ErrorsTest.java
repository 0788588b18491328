package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ErrorsTest {

    private static final double[] ACTUAL = {10, 20, 40};
    private static final double[] FORECAST = {12, 16, 40};

    @Test
    void meanErrorsFollowTheirFormulas() {
        assertEquals(2, Errors.mae(ACTUAL, FORECAST), 1e-15);
        assertEquals(Math.sqrt(20.0 / 3), Errors.rmse(ACTUAL, FORECAST), 1e-15);
        assertEquals(200.0 / 3 * (2.0 / 22 + 4.0 / 36), Errors.smape(ACTUAL, FORECAST), 1e-12);
    }

    @Test
    void unknownActualsAreLeftOut() {
        double[] actual = {10, Double.NaN, 40};
        assertEquals(1, Errors.mae(actual, FORECAST), 1e-15);
        assertTrue(Double.isNaN(Errors.mae(new double[] {Double.NaN}, new double[] {1})));
    }

    @Test
    void smapeOfZeroForecastForZeroIsZero() {
        assertEquals(0, Errors.smape(new double[] {0}, new double[] {0}));
    }

    @Test
    void maseDividesByTheNaiveErrorOfTheTrainingSpan() {
        double naive = Errors.naiveMae(new double[] {1, 3, 2, 6}, 1);
        assertEquals(7.0 / 3, naive, 1e-15);
        assertEquals(6.0 / 7, Errors.mase(ACTUAL, FORECAST, naive), 1e-15);
        assertEquals((1.0 + 3) / 2, Errors.naiveMae(new double[] {1, 3, 2, 6}, 2), 1e-15);
        assertTrue(Double.isNaN(Errors.naiveMae(new double[] {1}, 1)));
    }

    @Test
    void pinballWeighsBothSidesByTheLevel() {
        assertEquals(0.9 * 2, Errors.pinball(new double[] {5}, new double[] {3}, 0.9), 1e-15);
        assertEquals(0.1 * 2, Errors.pinball(new double[] {3}, new double[] {5}, 0.9), 1e-15);
    }

    @Test
    void crpsOfBandsWithoutWidthIsTheMeanAbsoluteError() {
        double crps = Errors.crpsFromQuantiles(ACTUAL, FORECAST, FORECAST, FORECAST, FORECAST, FORECAST);
        assertEquals(Errors.mae(ACTUAL, FORECAST), crps, 1e-12);
    }

    @Test
    void crpsOfACalibratedNormalForecastIsThreePercentBelowTheExactOne() {
        SplittableRandom random = new SplittableRandom(1);
        int n = 200_000;
        double[] actual = new double[n];
        for (int i = 0; i < n; i++) {
            actual[i] = random.nextGaussian();
        }
        double crps = Errors.crpsFromQuantiles(
                actual, filled(n, 0), filled(n, -0.6745), filled(n, 0.6745), filled(n, -1.6449), filled(n, 1.6449));
        assertEquals(0.97, crps / (1 / Math.sqrt(Math.PI)), 0.006);
    }

    @Test
    void crpsPrefersTheSharperOfTwoCentredForecasts() {
        double[] actual = {0};
        double[] zero = {0};
        double sharp = Errors.crpsFromQuantiles(
                actual, zero, new double[] {-1}, new double[] {1}, new double[] {-2}, new double[] {2});
        double blunt = Errors.crpsFromQuantiles(
                actual, zero, new double[] {-2}, new double[] {2}, new double[] {-4}, new double[] {4});
        assertEquals(2 * (2 * 0.225 * 0.25 * 1 + 2 * 0.15 * 0.05 * 2), sharp, 1e-15);
        assertEquals(2 * sharp, blunt, 1e-15);
    }

    @Test
    void coverageCountsTheEndsAsInside() {
        assertEquals(
                2.0 / 3,
                Errors.coverage(new double[] {1, 1, 1}, new double[] {2, 2, 2}, new double[] {1, 2, 2.1}),
                1e-15);
    }

    @Test
    void directionLeavesOutDaysWithoutChange() {
        Proportion p = Errors.direction(new double[] {1, -1, 0, Double.NaN, 2}, new double[] {2, 1, 1, 1, 1});
        assertEquals(2, p.successes());
        assertEquals(3, p.n());
    }

    @Test
    void refusesDifferentLengths() {
        assertThrows(IllegalArgumentException.class, () -> Errors.mae(new double[2], new double[3]));
        assertThrows(
                IllegalArgumentException.class, () -> Errors.coverage(new double[2], new double[3], new double[2]));
    }

    private static double[] filled(int n, double value) {
        double[] out = new double[n];
        Arrays.fill(out, value);
        return out;
    }
}
