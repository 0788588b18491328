package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LagCurveTest {

    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void smallSeriesByHand() {
        double[] x = {1, 2, 3, 4};
        double[] curve = LagCurve.ACF.of(x, 3);
        assertEquals(1.0 / 3, curve[0], 1e-12);
        assertEquals((-1.5 * 0.5 - 0.5 * 1.5) / 2 / 1.25, curve[1], 1e-12);
        assertTrue(Double.isNaN(curve[2]), "one pair is not enough");
        assertEquals(curve[1], LagCurve.ACF.at(x, 2));
        assertArrayEquals(LagCurve.ACF.of(x, 2), LagCurve.ACF_ABS.of(new double[] {-1, 2, -3, 4}, 2), 1e-12);
        assertArrayEquals(
                LagCurve.ACF.of(new double[] {1, 4, 9, 16}, 2),
                LagCurve.ACF_SQUARES.of(new double[] {-1, 2, -3, 4}, 2),
                1e-12);
    }

    @Test
    void anAutoregressionHasPowersOfItsCoefficient() {
        double[] x = new double[200_000];
        for (int t = 1; t < x.length; t++) {
            x[t] = 0.5 * x[t - 1] + random.nextGaussian();
        }
        double[] curve = LagCurve.ACF.of(x, 5);
        for (int lag = 1; lag <= 5; lag++) {
            assertEquals(Math.pow(0.5, lag), curve[lag - 1], 0.012);
        }
    }

    /** Bollerslev 1988: ρ₁ = α(1 − αβ − β²)/(1 − 2αβ − β²), ρₖ = (α + β)ρₖ₋₁; excess kurtosis 6α²/(1 − β² − 2αβ − 3α²). */
    @Test
    void squaresOfGarchHaveTheirClosedForm() {
        double alpha = 0.1;
        double beta = 0.8;
        double[] r = garch(alpha, beta, 0, 1_000_000);
        double[] curve = LagCurve.ACF_SQUARES.of(r, 10);
        double rho = alpha * (1 - alpha * beta - beta * beta) / (1 - 2 * alpha * beta - beta * beta);
        for (int lag = 1; lag <= 10; lag++) {
            assertEquals(rho * Math.pow(alpha + beta, lag - 1), curve[lag - 1], 0.015);
        }
        double kurtosis = 6 * alpha * alpha / (1 - beta * beta - 2 * alpha * beta - 3 * alpha * alpha);
        assertEquals(kurtosis, StylisedFacts.kurtosis(r), 0.06);
        assertEquals(0, LagCurve.ACF.at(r, 1), 0.01);
        assertEquals(0, LagCurve.LEVERAGE.at(r, 1), 0.02);
    }

    @Test
    void leverageIsNegativeWhereFallsCountMore() {
        double[] curve = LagCurve.LEVERAGE.of(garch(0.02, 0.85, 0.15, 100_000), 10);
        for (double value : curve) {
            assertTrue(value < -0.01, value + "");
        }
        assertTrue(curve[0] < curve[9], "it fades");
    }

    @Test
    void aShortSpanWithMemoryShowsLessOfItWhichPathsOfTheSameLengthShare() {
        double[] x = new double[252 * 400];
        for (int t = 1; t < x.length; t++) {
            x[t] = 0.99 * x[t - 1] + random.nextGaussian();
        }
        double[][] years = new double[400][];
        for (int i = 0; i < 400; i++) {
            years[i] = Arrays.copyOfRange(x, i * 252, (i + 1) * 252);
        }
        double whole = LagCurve.ACF.at(x, 20);
        double mean = LagCurve.ACF.mean(years, 20)[19];
        double[][] other = new double[50][];
        System.arraycopy(years, 0, other, 0, 50);
        assertEquals(Math.pow(0.99, 20), whole, 0.04);
        assertTrue(mean < whole - 0.15, mean + " of " + whole);
        assertEquals(mean, LagCurve.ACF.mean(other, 20)[19], 0.06);
    }

    @Test
    void meansLeaveOutPathsThatSayNothing() {
        double[] x = {1, 2, 3, 4};
        double[][] paths = {x, {5, 5, 5, 5}, {1, 2}};
        assertArrayEquals(LagCurve.ACF.of(x, 3), LagCurve.ACF.mean(paths, 3), 1e-12);
    }

    @Test
    void distanceSkipsLagsThatOneSideLacks() {
        assertEquals(5, LagCurve.distance(new double[] {1, Double.NaN, 4}, new double[] {4, 2, 0}), 1e-12);
        assertEquals(3, LagCurve.distance(new double[] {1, 7}, new double[] {4}), 1e-12);
        assertTrue(Double.isNaN(LagCurve.distance(new double[] {Double.NaN}, new double[] {4})));
    }

    /** Normal innovations; {@code fall}: what a fall adds to the next variance beyond a rise. */
    private double[] garch(double alpha, double beta, double fall, int n) {
        double[] r = new double[n];
        double variance = 1;
        double omega = 1 - alpha - beta - fall / 2;
        for (int t = 0; t < n; t++) {
            r[t] = Math.sqrt(variance) * random.nextGaussian();
            double square = r[t] * r[t];
            variance = omega + alpha * square + beta * variance + (r[t] < 0 ? fall * square : 0);
        }
        return r;
    }
}
