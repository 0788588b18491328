package io.riskloom.engine.challenger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.stats.StylisedFacts;
import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;

class GarchTest {

    private static final Garch TRUTH = new Garch(3e-4, 2e-6, 0.08, 0.9, 5, Double.NaN);

    @Test
    void likelihoodOfConstantVarianceIsThatOfScaledStudentT() {
        double[] r = {0.01, -0.02, 0.005, 0.03, -0.01};
        double mean = Arrays.stream(r).average().orElseThrow();
        double variance =
                Arrays.stream(r).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        Garch constant = new Garch(0.001, variance, 0, 0, 6, Double.NaN);
        double scale = Math.sqrt(variance * 4 / 6);
        TDistribution t = new TDistribution(6);
        double expected = 0;
        for (double v : r) {
            expected += t.logDensity((v - 0.001) / scale) - Math.log(scale);
        }
        assertEquals(expected, constant.logLikelihoodOf(r), 1e-9);
    }

    /** σ²: .0002 (the sample's), then ω + αe² + βσ² by hand. */
    @Test
    void varianceFollowsItsRecursion() {
        double[] r = {0.01, -0.01, 0.02, 0};
        double start = (25 + 225 + 225 + 25) * 1e-6 / 4;
        double second = 1e-5 + 0.1 * 1e-4 + 0.8 * start;
        double third = 1e-5 + 0.1 * 1e-4 + 0.8 * second;
        double fourth = 1e-5 + 0.1 * 4e-4 + 0.8 * third;
        double[] variances = {start, second, third, fourth};
        double expected = 0;
        for (int i = 0; i < 4; i++) {
            double scale = Math.sqrt(variances[i] * 3 / 5);
            expected += new TDistribution(5).logDensity(r[i] / scale) - Math.log(scale);
        }
        assertEquals(expected, new Garch(0, 1e-5, 0.1, 0.8, 5, Double.NaN).logLikelihoodOf(r), 1e-9);
    }

    @Test
    void fitFindsTheParametersThatMadeTheReturns() throws NoticeException {
        double[] returns = TRUTH.paths(1, 8000, 3)[0];
        Garch fitted = Garch.fit(returns);
        assertTrue(fitted.logLikelihood() >= TRUTH.logLikelihoodOf(returns), "no truth is likelier than the estimate");
        assertEquals(0.08, fitted.alpha(), 0.025);
        assertEquals(0.9, fitted.beta(), 0.03);
        assertEquals(5, fitted.nu(), 0.8);
        assertEquals(1e-4, fitted.omega() / (1 - fitted.alpha() - fitted.beta()), 3e-5);
        assertEquals(3e-4, fitted.mu(), 3e-4);
    }

    @Test
    void noNeighbourOfTheEstimateIsLikelier() throws NoticeException {
        double[] returns = TRUTH.paths(1, 2000, 9)[0];
        Garch g = Garch.fit(returns);
        for (double shift : new double[] {0.99, 1.01}) {
            Garch[] neighbours = {
                new Garch(g.mu() * shift, g.omega(), g.alpha(), g.beta(), g.nu(), 0),
                new Garch(g.mu(), g.omega() * shift, g.alpha(), g.beta(), g.nu(), 0),
                new Garch(g.mu(), g.omega(), g.alpha() * shift, g.beta(), g.nu(), 0),
                new Garch(g.mu(), g.omega(), g.alpha(), g.beta() * shift, g.nu(), 0),
                new Garch(g.mu(), g.omega(), g.alpha(), g.beta(), g.nu() * shift, 0)
            };
            for (Garch neighbour : neighbours) {
                assertTrue(neighbour.logLikelihoodOf(returns) <= g.logLikelihood() + 1e-3, neighbour::toString);
            }
        }
    }

    @Test
    void simulatedReturnsHaveTheVarianceTailsAndClusteringOfTheModel() {
        double[][] calm = new Garch(0, 4e-4, 0, 0, 10, 0).paths(50, 2000, 1);
        double[] all = StylisedFacts.pooled(calm);
        assertEquals(4e-4, Arrays.stream(all).map(v -> v * v).average().orElseThrow(), 1e-5);
        assertEquals(1, StylisedFacts.kurtosis(all), 0.3, "6 / (ν − 4)");
        assertEquals(0, StylisedFacts.acfAbs(calm, 1)[0], 0.02);
        assertTrue(StylisedFacts.acfAbs(TRUTH.paths(50, 2000, 1), 1)[0] > 0.1);
    }

    /** ω = 1, α = .5, β = .25, μ = 1: 2 from three known returns, then 1 + .5 (r − 1)² + .25 σ². */
    @Test
    void variancesFollowTheRecursion() {
        Garch garch = new Garch(1, 1, 0.5, 0.25, 6, 0);
        double[] returns = {0, 3, 0, 3};
        assertArrayEquals(new double[] {2, 2, 3.5, 2.375, 3.59375}, garch.variances(returns, 3), 1e-12);
        assertEquals(2.25, garch.variances(returns)[0], 1e-12);
        assertEquals(4, garch.stationary(), 1e-12);
    }

    @Test
    void pathsStartAtTheVarianceThatIsGiven() {
        double[] first = Arrays.stream(TRUTH.pathsFrom(0.09, 20_000, 1, 4))
                .mapToDouble(path -> path[0])
                .toArray();
        assertEquals(0.09, Arrays.stream(first).map(v -> v * v).average().orElseThrow(), 0.006);
    }

    @Test
    void aLongRunThatItsReturnsDoNotBearOutTakesTheirLevel() {
        double[] returns = {0.01, -0.01, 0.03, -0.03}; // mean 0, variance 5e-4
        Garch wild = new Garch(0, 0.002 * 0.001, 0.1, 0.899, 6, 0); // 0.002 in the long run, twice the deviation
        Garch settled = wild.settled(returns);
        assertEquals(5e-4, settled.stationary(), 1e-12);
        assertEquals(0.1, settled.alpha());
        assertEquals(0.899, settled.beta());
        assertEquals(settled.logLikelihoodOf(returns), settled.logLikelihood());
        Garch likely = new Garch(0, 0.001 * 0.001, 0.1, 0.899, 6, 0); // 1.41 times the deviation
        assertSame(likely, likely.settled(returns));
    }

    @Test
    void pathsFromAnyDayBeginAtTheVariancesGiven() {
        Garch flat = new Garch(0, 1e-12, 0, 0.5, 200, 0); // tomorrow's variance is half of today's
        double[][] paths = flat.pathsFromAny(new double[] {1e-4, 4e-4}, 40_000, 1, 3);
        double squares = Arrays.stream(paths)
                .mapToDouble(path -> path[0] * path[0])
                .average()
                .orElseThrow();
        assertEquals(2.5e-4, squares, 0.02 * 2.5e-4);
    }

    @Test
    void theSeedFixesThePaths() {
        assertArrayEquals(TRUTH.paths(2, 30, 5), TRUTH.paths(2, 30, 5));
        assertFalse(Arrays.deepEquals(TRUTH.paths(2, 30, 5), TRUTH.paths(2, 30, 6)));
    }

    @Test
    void tooFewOrConstantReturnsAreRefused() {
        NoticeException few = assertThrows(NoticeException.class, () -> Garch.fit(new double[249]));
        assertEquals("challenger.error.tooShort[250, 251]", few.notice().toString());
        NoticeException still = assertThrows(NoticeException.class, () -> Garch.fit(new double[300]));
        assertEquals("challenger.error.constant", still.notice().key());
    }

    @Test
    void theSimplexFindsRosenbrocksValley() {
        double[] found = NelderMead.minimise(
                p -> 100 * Math.pow(p[1] - p[0] * p[0], 2) + Math.pow(1 - p[0], 2),
                new double[] {-1.2, 1},
                new double[] {0.5, 0.5},
                2000);
        assertArrayEquals(new double[] {1, 1}, found, 1e-3);
    }
}
