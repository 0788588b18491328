package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.stats.Distances;
import io.riskloom.engine.stats.LagCurve;
import io.riskloom.engine.stats.StylisedFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PathComparisonTest {

    private static final double[] SERIES = Simulated.turns(1, 3600, 21)[0];
    private static final double[] LEARNT = Arrays.copyOf(SERIES, 2000);
    private static final double[] REAL = Arrays.copyOfRange(SERIES, 2000, 3600);

    private static PathComparison same;
    private static PathComparison noise;

    @BeforeAll
    static void compare() throws NoticeException {
        same = compared(Simulated.turns(64, 1600, 6));
        noise = compared(Simulated.noise(64, 1600, 6));
    }

    @Test
    void figuresFollowTheirDefinitions() throws NoticeException {
        double[][] paths = Simulated.garch(40, 1600, 5);
        Map<String, Double> metrics = compared(paths).metrics();
        double[] pooled = StylisedFacts.pooled(paths);
        assertEquals(Distances.wasserstein1(pooled, REAL), metrics.get(Metric.WASSERSTEIN_1), 1e-15);
        assertEquals(
                Distances.wasserstein1(Distances.overlapping(paths, 100), Distances.overlapping(REAL, 100)),
                metrics.get(Metric.WASSERSTEIN_100),
                1e-15);
        assertEquals(
                LagCurve.distance(LagCurve.ACF_ABS.mean(paths, 50), LagCurve.ACF_ABS.of(REAL, 50)),
                metrics.get(Metric.ACF_ABS_ERROR),
                1e-12);
        assertEquals(
                LagCurve.distance(LagCurve.LEVERAGE.mean(paths, 20), LagCurve.LEVERAGE.of(REAL, 20)),
                metrics.get(Metric.LEVERAGE_ERROR),
                1e-12);
        double loss = Arrays.stream(paths)
                .mapToDouble(p -> StylisedFacts.valueAtRisk(p, 0.05))
                .average()
                .orElseThrow();
        double real = StylisedFacts.valueAtRisk(REAL, 0.05);
        assertEquals(Math.abs(loss / real - 1), metrics.get(Metric.VAR_ERROR_05), 1e-12);
        assertFalse(metrics.containsKey(Metric.CORRELATION_ERROR), "one series has none");
    }

    @Test
    void otherStretchesOfRealityAreNearTheFloorAndNoiseFarFromIt() {
        double floor = same.spans().getFirst().floor();
        double near = same.metrics().get(Metric.WASSERSTEIN_1);
        assertTrue(near < floor + 2e-4, near + " against " + floor);
        for (String metric : List.of(Metric.WASSERSTEIN_1, Metric.ACF_ABS_ERROR, Metric.FACT_SCORE)) {
            double far = noise.metrics().get(metric);
            assertTrue(far > 1.5 * same.metrics().get(metric), metric + " " + far + " of " + same.metrics());
        }
        assertTrue(same.metrics().get(Metric.FACTS_INSIDE) >= 17, same.facts() + "");
        assertTrue(noise.metrics().get(Metric.FACTS_INSIDE) <= 12, noise.facts() + "");
        assertTrue(noise.good() < 1, noise.verdict() + "");
        assertTrue(same.good() >= 0, same.verdict() + "");
    }

    @Test
    void twoHalvesOfRealityAreNearTheFloor() throws NoticeException {
        double[][] first = {Arrays.copyOf(SERIES, 1800)};
        double[][] second = {Arrays.copyOfRange(SERIES, 1800, 3600)};
        PathComparison halves =
                PathComparison.of(new PathComparison.Given(List.of("x"), first, first, new double[][][] {second}), 7);
        double floor = halves.spans().getFirst().floor();
        assertEquals(
                Distances.wasserstein1(Arrays.copyOf(first[0], 900), Arrays.copyOfRange(first[0], 900, 1800)),
                floor,
                1e-15);
        assertTrue(halves.metrics().get(Metric.WASSERSTEIN_1) < 2 * floor, halves.spans() + "");
        assertTrue(halves.metrics().get(Metric.FACT_SCORE) < 1.2, halves.metrics() + "");
        assertTrue(halves.metrics().get(Metric.NEAREST_REAL_RATIO) > 0.9, halves.metrics() + "");
        assertEquals(0, halves.copying().heldOut().length, "nothing is held out");
    }

    @Test
    void copiesOfTheTrainingDaysAreToldWhateverTheirFacts() throws NoticeException {
        double[][] copies = {LEARNT.clone()};
        PathComparison compared = compared(copies);
        assertEquals(0, compared.metrics().get(Metric.NEAREST_REAL_RATIO), 1e-12);
        assertEquals(1, compared.metrics().get(Metric.NEAR_COPIES));
        assertTrue(compared.warnings().contains(Notice.of("run.warning.memorised", "0.00", "100.0")));
        assertTrue(same.warnings().stream().noneMatch(w -> w.key().equals("run.warning.memorised")));
    }

    @Test
    void challengersHaveTheSameFiguresWithPairedDifferences() {
        PathComparison compared = noise;
        assertEquals(
                List.of("blockBootstrap", "garch"),
                compared.challengers().stream().map(ChallengerScore::name).toList());
        for (ChallengerScore challenger : compared.challengers()) {
            assertEquals(compared.metrics().keySet(), challenger.metrics().keySet());
            ChallengerScore.Gap gap = challenger.differences().get(Metric.FACT_SCORE);
            assertEquals(
                    compared.metrics().get(Metric.FACT_SCORE)
                            - challenger.metrics().get(Metric.FACT_SCORE),
                    gap.difference(),
                    1e-12);
            assertTrue(gap.low() < gap.difference() && gap.difference() < gap.high(), gap + "");
        }
        ChallengerScore.Gap bootstrap =
                compared.challengers().getFirst().differences().get(Metric.FACT_SCORE);
        assertTrue(bootstrap.low() > 0, "further from reality than its own blocks: " + bootstrap);
        assertTrue(bootstrap.pValue() <= 0.05, bootstrap + "");
        Interval score = compared.intervals().get(Metric.WASSERSTEIN_1);
        assertTrue(score.low() < compared.metrics().get(Metric.WASSERSTEIN_1));
        assertTrue(score.high() > compared.metrics().get(Metric.WASSERSTEIN_1));
    }

    @Test
    void curvesHaveBandsAndALineOfEachSimulator() {
        List<PathSight.Curve> curves = same.curves();
        assertEquals(
                List.of("acf", "acfAbs", "acfSquares", "leverage", "drawdown"),
                curves.stream().map(PathSight.Curve::name).toList());
        PathSight.Curve clustering = curves.get(1);
        assertEquals(100, clustering.x().length);
        assertArrayEquals(LagCurve.ACF_ABS.of(REAL, 100), clustering.real(), 1e-12);
        assertEquals(
                List.of("generated", "blockBootstrap", "garch"),
                clustering.lines().stream().map(PathSight.Line::simulator).toList());
        for (int i = 0; i < 100; i++) {
            assertTrue(clustering.low()[i] < clustering.real()[i]
                    && clustering.real()[i] < clustering.high()[i]);
        }
        PathSight.Curve drawdown = curves.get(4);
        assertArrayEquals(new double[] {.05, .1, .25, .5, .75, .9, .95}, drawdown.x());
        assertTrue(drawdown.real()[0] > 0 && drawdown.real()[6] < 1);
    }

    @Test
    void severalSeriesAreComparedByTheirCorrelations() throws NoticeException {
        double[][][] learnt = Simulated.pair(0.7, 1, 1200, 3);
        double[][][] real = Simulated.pair(0.7, 1, 600, 13);
        PathComparison.Given given = new PathComparison.Given(
                List.of("a", "b"),
                new double[][] {learnt[0][0], learnt[1][0]},
                new double[][] {real[0][0], real[1][0]},
                Simulated.pair(0.1, 60, 600, 23));
        PathComparison compared = PathComparison.of(given, 7);
        assertEquals(0.6, compared.metrics().get(Metric.CORRELATION_ERROR), 0.06);
        ChallengerScore bootstrap = compared.challengers().getFirst();
        assertEquals(0, bootstrap.metrics().get(Metric.CORRELATION_ERROR), 0.05);
        assertFalse(compared.challengers().get(1).metrics().containsKey(Metric.CORRELATION_ERROR));
        assertEquals(
                List.of("real", "generated", "blockBootstrap"),
                compared.correlation().stream()
                        .map(PathSight.Correlation::source)
                        .toList());
        assertEquals(0.7, compared.correlation().getFirst().values()[1][0], 0.05);
        assertEquals(0.1, compared.correlation().get(1).values()[0][1], 0.03);
    }

    @Test
    void shortPathsOfAnotherToolAreComparedInPiecesAndTold() throws NoticeException {
        PathComparison compared = compared(Simulated.garch(300, 24, 6));
        assertEquals(24, compared.days());
        assertTrue(compared.warnings().contains(Notice.of("run.warning.shortPaths", 24, 1600)));
        assertTrue(Double.isNaN(compared.metrics().get(Metric.WASSERSTEIN_100)));
        assertTrue(Double.isFinite(compared.metrics().get(Metric.FACT_SCORE)));
        assertTrue(compared.metrics().get(Metric.ACF_ABS_ERROR) < 0.5, compared.metrics() + "");
    }

    @Test
    void tooFewDaysAreRefusedAndAFewToldOf() throws NoticeException {
        NoticeException refused = assertThrows(NoticeException.class, () -> compared(Simulated.garch(9, 9, 1)));
        assertEquals(Notice.of("run.error.pathsTooShort", 9, 10), refused.notice());
        double[] few = Arrays.copyOf(REAL, 60);
        PathComparison.Given given = new PathComparison.Given(
                List.of("x"), new double[][] {Arrays.copyOf(LEARNT, 200)}, new double[][] {few}, new double[][][] {
                    Simulated.garch(128, 60, 2)
                });
        PathComparison compared = PathComparison.of(given, 7);
        assertEquals(
                Notice.of("run.warning.fewReturns", 60, 100),
                compared.warnings().getFirst());
        assertEquals(1, compared.challengers().size(), "200 days are too few for GARCH");
        assertEquals("verdict.generate.few", compared.verdict().key());
    }

    private static PathComparison compared(double[][] paths) throws NoticeException {
        PathComparison.Given given = new PathComparison.Given(
                List.of("x"), new double[][] {LEARNT}, new double[][] {REAL}, new double[][][] {paths});
        return PathComparison.of(given, 7);
    }
}
