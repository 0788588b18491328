package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.challenger.BlockBootstrap;
import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.stats.TailRisk;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class ScenariosTest {

    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double[] LEVELS = {0.01, 0.025, 0.05};

    private static double[][] normal(int paths, int days, double mean, double deviation) {
        SplittableRandom random = new SplittableRandom(17);
        double[][] returns = new double[paths][days];
        for (double[] path : returns) {
            Arrays.setAll(path, t -> mean + deviation * random.nextGaussian());
        }
        return returns;
    }

    /** X ~ N(m, v): VaR A(1 − exp(m + √v z)), ES A(1 − exp(m + v/2) Φ(z − √v)/p); the short side by its upper tail. */
    @Test
    void normalPathsGiveTheClosedFormsOfBothSides() {
        int days = 10;
        double m = 0.0004 * days;
        double s = 0.012 * Math.sqrt(days);
        PathSet paths = new PathSet(normal(40_000, days, 0.0004, 0.012), 100);
        ScenarioSet scenarios = Scenarios.generated(paths, List.of(""));
        ScenarioRisk longRisk = ScenarioRisk.of(scenarios, new Holding(new double[] {1e6}), days, LEVELS, 1);
        ScenarioRisk shortRisk = ScenarioRisk.of(scenarios, new Holding(new double[] {-1e6}), days, LEVELS, 1);
        for (int l = 0; l < LEVELS.length; l++) {
            double p = LEVELS[l];
            double z = NORMAL.inverseCumulativeProbability(p);
            double growth = Math.exp(m + s * s / 2);
            double error = 1e6 * s * Math.sqrt(p * (1 - p) / 40_000) / NORMAL.density(z);
            TailRisk risk = longRisk.tails().get(l);
            assertEquals(1e6 * -Math.expm1(m + s * z), risk.valueAtRisk(), 4 * error);
            assertEquals(
                    1e6 * (1 - growth * NORMAL.cumulativeProbability(z - s) / p), risk.expectedShortfall(), 6 * error);
            assertTrue(risk.varBand().low() < risk.valueAtRisk()
                    && risk.valueAtRisk() < risk.varBand().high());
            assertEquals(
                    2 * 1.96 * error, risk.varBand().high() - risk.varBand().low(), 1.2 * error);
            TailRisk other = shortRisk.tails().get(l);
            assertEquals(1e6 * Math.expm1(m - s * z), other.valueAtRisk(), 4 * error);
            assertEquals(
                    1e6 * (growth * NORMAL.cumulativeProbability(z + s) / p - 1), other.expectedShortfall(), 6 * error);
        }
    }

    @Test
    void ofOneSeriesTheBootstrapIsTheChallengers() {
        double[] real = normal(1, 400, 0, 0.01)[0];
        ScenarioHistory history = new ScenarioHistory(List.of("A"), List.of(), new double[][] {real});
        ScenarioSet scenarios = Scenarios.bootstrap(history, 3, 30, 8);
        double[][] expected = BlockBootstrap.paths(real, 3, 30, 8);
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(expected[i], scenarios.path(0, i, 30));
        }
        assertEquals(Arrays.stream(expected[1]).limit(5).sum(), scenarios.sum(0, 1, 5), 1e-15);
    }

    @Test
    void historyIsEveryWindowAndTheWorstOnesShareNoDay() {
        double[] real = {0, -0.1, -0.2, 0, 0, 0.1, -0.15, 0};
        ScenarioHistory history = new ScenarioHistory(List.of("A"), List.of(), new double[][] {real});
        ScenarioSet scenarios = Scenarios.historical(history);
        assertEquals(7, scenarios.count(2));
        assertEquals(0, scenarios.count(9));
        ScenarioRisk risk = ScenarioRisk.of(scenarios, new Holding(new double[] {100}), 2, new double[] {0.05}, 1);
        assertEquals(100 * Math.expm1(-0.3), risk.profits()[1], 1e-12);
        assertEquals(List.of(1, 6, 3), risk.worst(scenarios, 3).stream().toList());
        double[] course = new Holding(new double[] {100}).course(scenarios, 1, 2);
        assertArrayEquals(new double[] {100 * Math.expm1(-0.1), 100 * Math.expm1(-0.3)}, course, 1e-12);
    }

    @Test
    void garchStartsAtTodaysVarianceAndAtThatOfTheLongRun() throws NoticeException {
        double[] real = new Garch(0, 1e-6, 0.1, 0.88, 6, 0).paths(1, 2000, 3)[0];
        for (int t = 1980; t < 2000; t++) {
            real[t] = t % 2 == 0 ? 0.05 : -0.05; // a storm at the end
        }
        ScenarioHistory history = new ScenarioHistory(List.of("A"), List.of(), new double[][] {real});
        List<ScenarioSet> both = Scenarios.garch(history, 4000, 5, 2);
        assertEquals(
                List.of("garchToday", "garch"),
                both.stream().map(ScenarioSet::source).toList());
        Garch fitted = Garch.fit(real);
        double today = Math.sqrt(fitted.variances(real)[2000]);
        assertEquals(today, firstDay(both.get(0)), 0.1 * today);
        assertTrue(firstDay(both.get(1)) < 0.5 * today);
    }

    private static double firstDay(ScenarioSet scenarios) {
        double squares = 0;
        for (int i = 0; i < scenarios.count(1); i++) {
            squares += Math.pow(scenarios.sum(0, i, 1), 2) / scenarios.count(1);
        }
        return Math.sqrt(squares);
    }

    @Test
    void severalSeriesStayCorrelatedInEachSource() throws NoticeException {
        double[][] real = pair(2500);
        ScenarioHistory history = new ScenarioHistory(List.of("A", "B"), List.of(), real);
        double truth = correlation(Scenarios.historical(history));
        assertEquals(0.8, truth, 0.05);
        assertEquals(truth, correlation(Scenarios.bootstrap(history, 2000, 3, 1)), 0.06);
        for (ScenarioSet garch : Scenarios.garch(history, 2000, 3, 1)) {
            assertEquals(truth, correlation(garch), 0.08);
            assertEquals(firstDay(Scenarios.historical(history)), firstDay(garch), 0.003);
        }
    }

    @Test
    void whereTheLongRunIsNotCredibleAnyDayOfThePastBegins() {
        Garch garch = new Garch(0, 1e-8, 0.1, 0.899, 8, 0);
        double[] real = garch.pathsFrom(1e-4, 1, 2000, 5)[0];
        ScenarioHistory history = new ScenarioHistory(List.of("A", "B"), List.of(), new double[][] {real, real});
        double[][] paths = Scenarios.filtered(List.of(garch, garch), history, 40_000, 1, Scenarios.PAST, 3)[0];
        double squares = Arrays.stream(paths)
                .mapToDouble(path -> path[0] * path[0])
                .average()
                .orElseThrow();
        double past = Arrays.stream(garch.variances(real), 0, 2000).average().orElseThrow();
        assertEquals(past, squares, 0.05 * past);
    }

    /**
     * Residuals whose mean square is 1.11, as a likelihood of Student's t may leave it: drawn as they are, α · 1.11 + β = .996 for
     * .985 would lead to a variance several times that of the long run.
     */
    @Test
    void filteredPathsHaveTheVarianceOfTheLongRun() {
        Garch garch = new Garch(0.0002, 1.5e-6, 0.1, 0.885, 8, 0);
        SplittableRandom random = new SplittableRandom(12);
        double[] real = new double[3000];
        double variance = garch.stationary();
        for (int t = 0; t < real.length; t++) {
            double e = Math.sqrt(variance) * (0.1 + Math.sqrt(1.1) * random.nextGaussian());
            real[t] = garch.mu() + e;
            variance = garch.omega() + garch.alpha() * e * e + garch.beta() * variance;
        }
        ScenarioHistory history = new ScenarioHistory(List.of("A", "B"), List.of(), new double[][] {real, real});
        double[][] paths = Scenarios.filtered(List.of(garch, garch), history, 4000, 20, 500, 3)[1];
        double squares = Arrays.stream(paths)
                .flatMapToDouble(Arrays::stream)
                .map(r -> (r - garch.mu()) * (r - garch.mu()))
                .average()
                .orElseThrow();
        assertEquals(garch.stationary(), squares, 0.06 * garch.stationary());
    }

    private static double[][] pair(int days) {
        SplittableRandom random = new SplittableRandom(31);
        double[][] real = {new Garch(0, 2e-6, 0.1, 0.88, 8, 0).paths(1, days, 6)[0], new double[days]};
        for (int t = 0; t < days; t++) {
            real[1][t] = 0.8 * real[0][t] + 0.006 * random.nextGaussian();
        }
        return real;
    }

    private static double correlation(ScenarioSet scenarios) {
        int n = scenarios.count(1);
        double[] a = new double[n];
        double[] b = new double[n];
        Arrays.setAll(a, i -> scenarios.sum(0, i, 1));
        Arrays.setAll(b, i -> scenarios.sum(1, i, 1));
        return new PearsonsCorrelation().correlation(a, b);
    }

    /** Long A against short B: profits of both legs add up. */
    @Test
    void aHoldingOfSeveralSeriesAddsItsLegs() {
        PathSet.Column other = new PathSet.Column("B", new double[][] {{50, 55, 44}});
        PathSet paths = new PathSet("A", new double[][] {{Math.log(1.1), Math.log(0.9)}}, 100, List.of(other));
        ScenarioSet scenarios = Scenarios.generated(paths, List.of("A", "B"));
        Holding holding = new Holding(new double[] {200, -100});
        assertArrayEquals(new double[] {20 - 10, -2 + 12}, holding.course(scenarios, 0, 2), 1e-9);
        assertEquals(10, holding.profits(scenarios, 2)[0], 1e-9);
        assertEquals(300, holding.gross());
        assertThrows(IllegalArgumentException.class, () -> Scenarios.generated(paths, List.of("A", "C")));
        assertThrows(IllegalArgumentException.class, () -> new Holding(new double[] {0, 0}));
    }
}
