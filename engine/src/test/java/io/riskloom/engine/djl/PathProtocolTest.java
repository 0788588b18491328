package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.WindowSet;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.model.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On two correlated random walks, whose truth is known: what is equal is told apart by no judge, what is noise by each. */
class PathProtocolTest {
    private static final int DAYS = 24;
    private static final int LONG = 1500;
    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static WindowSet real;

    @BeforeAll
    static void walk() {
        real = WindowSet.every(NAMES, levels(LONG, 5), DAYS, true);
    }

    private static double[][] levels(int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] levels = new double[NAMES.size()][days];
        for (int t = 0; t < days; t++) {
            double shared = random.nextGaussian();
            for (int c = 0; c < levels.length; c++) {
                double move = 0.01 * (0.7 * shared + 0.7 * random.nextGaussian());
                levels[c][t] = t == 0 ? 100 : levels[c][t - 1] * Math.exp(move);
            }
        }
        return levels;
    }

    private static WindowSet noise() {
        SplittableRandom random = new SplittableRandom(9);
        float[][] rows = new float[real.size()][DAYS * NAMES.size()];
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) (1 + 0.3 * random.nextGaussian());
            }
        }
        return new WindowSet(NAMES, DAYS, rows);
    }

    private static ProtocolScores scores(WindowSet generated, int iterations, int strong) throws NoticeException {
        return PathProtocol.scores(
                new PathProtocol.Plan(2, iterations, strong, true, 7), real, generated, Judging.SILENT);
    }

    @Test
    void anotherDrawOfTheSameProcessIsNearTheFloor() throws NoticeException {
        WindowSet other = WindowSet.every(NAMES, levels(LONG, 6), DAYS, true);
        ProtocolScores found = scores(other, 1500, 0);
        assertEquals(LONG - DAYS, found.windows());
        assertTrue(found.discriminative().floorMean() < 0.06, found.toString());
        assertTrue(found.discriminative().mean() < 0.12, found.toString());
        assertEquals(found.predictive().floorMean(), found.predictive().mean(), 0.02);
        assertEquals(1, found.nearest(), 0.3);
    }

    @Test
    void whiteNoiseIsToldApart() throws NoticeException {
        ProtocolScores found = scores(noise(), 500, 1);
        assertTrue(found.discriminative().mean() > 0.3, found.toString());
        assertEquals(0.5, found.strongGru().floorMean(), 0.15);
        assertEquals(0.5, found.trees().floorMean(), 0.12);
        assertTrue(found.predictive().mean() > 1.2 * found.predictive().floorMean(), found.toString());
        assertTrue(found.strongGru().mean() > 0.97, found.toString());
        assertTrue(found.trees().mean() > 0.97, found.toString());
    }

    /** What the scores do not see: copies fool every judge, and only the distance gives them away. */
    @Test
    void copiesAreNearTheFloorButAtNoDistance() throws NoticeException {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, real.size()).boxed().toList());
        Collections.shuffle(order, new Random(3));
        WindowSet copies = real.some(order.stream().mapToInt(i -> i).toArray());
        ProtocolScores found = scores(copies, 500, 0);
        assertTrue(found.discriminative().mean() < 0.06, found.toString());
        assertEquals(0, found.nearest(), 1e-9);
        assertEquals(0, found.strongGru().repeats());
        assertTrue(Double.isNaN(found.trees().mean()));
    }

    /** A judge without weights would call all windows generated, half of them rightly, which looks like the best score. */
    @Test
    void windowsThatAreNoNumbersHaveNoScore() {
        WindowSet broken = noise();
        broken.rows()[7][3] = Float.NaN;
        PathProtocol.Plan plan = new PathProtocol.Plan(1, 20, 0, true, 11);
        assertEquals(
                "service.pathsNotFinite",
                assertThrows(NoticeException.class, () -> PathProtocol.scores(plan, real, broken, Judging.SILENT))
                        .notice()
                        .key());
        WindowSet infinite = noise();
        infinite.rows()[0][0] = Float.POSITIVE_INFINITY;
        assertThrows(NoticeException.class, () -> PathProtocol.scores(plan, infinite, real, Judging.SILENT));
        TimeGanScores scores = new TimeGanScores(20, Judging.SILENT);
        for (float[] row : broken.rows()) {
            Arrays.fill(row, Float.NaN);
        }
        assertEquals(Double.NaN, scores.discriminative(real.scaled(real), broken, 3));
    }

    /** Spread of the repeats over their number, as numpy has it. */
    @Test
    void deviationsAreOfThePopulation() throws NoticeException {
        List<Double> told = Collections.synchronizedList(new ArrayList<>());
        Judging hears = new Judging() {
            @Override
            public void on(String score, double share) {
                if (score.equals("discriminative")) {
                    told.add(share);
                }
            }

            @Override
            public boolean stopped() {
                return false;
            }
        };
        PathProtocol.Plan plan = new PathProtocol.Plan(2, 60, 0, true, 11);
        ProtocolScores.Repeated found =
                PathProtocol.scores(plan, real, noise(), hears).discriminative();
        TimeGanScores alone = new TimeGanScores(60, Judging.SILENT);
        double[] each = LongStream.range(0, 2)
                .mapToDouble(i -> alone.discriminative(real.scaled(real), noise().scaled(real), Seeds.mix(11, 10 + i)))
                .toArray();
        assertEquals((each[0] + each[1]) / 2, found.mean(), 1e-12);
        assertEquals(Math.abs(each[0] - each[1]) / 2, found.deviation(), 1e-12);
        assertEquals(List.of(0.25, 0.5, 0.75, 1.0), told);
    }

    @Test
    void scoresRepeatBySeed() throws NoticeException {
        PathProtocol.Plan plan = new PathProtocol.Plan(3, 60, 0, true, 11);
        assertEquals(
                PathProtocol.scores(plan, real, noise(), Judging.SILENT),
                PathProtocol.scores(plan, real, noise(), Judging.SILENT));
    }

    @Test
    void stopEndsTheJudges() {
        Judging stopped = new Judging() {
            @Override
            public void on(String score, double share) {}

            @Override
            public boolean stopped() {
                return true;
            }
        };
        PathProtocol.Plan plan = new PathProtocol.Plan(3, 2000, 1, true, 11);
        assertThrows(CancellationException.class, () -> PathProtocol.scores(plan, real, real, stopped));
    }
}
