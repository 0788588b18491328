package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.Specs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathJudgeTest {

    private static final int KNOWN = 1000;
    private static final int TEST = 600;
    private static final double[] RETURNS = Simulated.garch(1 + KNOWN + 5 + TEST, 31);

    @Test
    void pathsAsLongAsTheTestSpanAreJudgedAndAYearOfThemKept() throws NoticeException {
        Truth truth = new Truth(1, false);
        Evaluation judged = judge(1).evaluate(spec("sv-gan"), truth, 4);
        assertEquals(List.of(252, TEST), truth.lengths);
        Details.OfGenerate details = (Details.OfGenerate) judged.details();
        assertEquals(200, details.sample().paths());
        assertArrayEquals(Arrays.copyOfRange(RETURNS, 1006, 1606), details.real());
        assertArrayEquals(Arrays.copyOfRange(RETURNS, 1, 1001), details.sight().training());
        assertEquals(21, details.facts().size());
        assertEquals(TEST, details.sight().dates().size());
        assertEquals(KNOWN, details.sight().trainingDates().size());
        assertEquals(5, details.sight().curves().size());
        assertEquals(4, details.sight().spans().size());
        assertEquals(1000, details.sight().copying().generated().length);
        assertEquals(581, details.sight().copying().heldOut().length);
        assertTrue(judged.metrics().get(Metric.FACTS_INSIDE) > 14, judged.metrics() + "");
        assertTrue(judged.warnings()
                .contains(Notice.of("run.note.generatorEpoch", 4, spec("sv-gan").epochs())));
    }

    @Test
    void aGeneratorThatForgetsHasOneValueAtRiskForAllDays() throws NoticeException {
        Details.OfGenerate details = (Details.OfGenerate)
                judge(1).evaluate(spec("sv-gan"), new Truth(1, false), 1).details();
        List<PathSight.Backtest> tests = details.sight().backtests();
        assertEquals(
                List.of("historical", "garch", "generated"),
                tests.stream().limit(3).map(PathSight.Backtest::simulator).toList());
        assertArrayEquals(
                new double[] {.01, .01, .01, .025, .025, .025, .05, .05, .05},
                tests.stream().mapToDouble(PathSight.Backtest::level).toArray());
        double[] ours = tests.get(8).forecast();
        assertEquals(TEST, ours.length);
        assertTrue(Arrays.stream(ours).allMatch(v -> v == ours[0]));
        assertEquals(0.0155, ours[0], 0.003);
        assertTrue(Arrays.stream(tests.get(7).forecast()).distinct().count() > 500, "GARCH follows the days");
    }

    @Test
    void aConditionalGeneratorIsAskedForEachDayFromTheDayBefore() throws NoticeException {
        Truth truth = new Truth(1, true);
        Details.OfGenerate details =
                (Details.OfGenerate) judge(1).evaluate(spec("sv-gan"), truth, 1).details();
        assertEquals(IntStream.range(1005, 1605).boxed().toList(), truth.origins);
        PathSight.Backtest ours = details.sight().backtests().get(8);
        double[] expected = new double[TEST];
        Arrays.setAll(expected, t -> 0.0165 * (1 + Math.abs(RETURNS[1005 + t])));
        for (int t = 0; t < TEST; t++) {
            assertEquals(expected[t], ours.forecast()[t], 0.25 * expected[t]);
        }
        assertEquals(30, ours.exceedances(), 20);
        assertTrue(ours.kupiec() > 0 && ours.kupiec() <= 1);
    }

    @Test
    void severalSeriesAreJudgedTogether() throws NoticeException {
        Details.OfGenerate details = (Details.OfGenerate)
                judge(2).evaluate(spec("sv-gan"), new Truth(2, false), 1).details();
        assertEquals(
                List.of("real", "generated", "blockBootstrap"),
                details.sight().correlation().stream()
                        .map(PathSight.Correlation::source)
                        .toList());
        assertEquals(-1, details.sight().correlation().getFirst().values()[0][1], 1e-12);
        assertEquals(-1, details.sight().correlation().get(2).values()[0][1], 1e-12);
    }

    @Test
    void joinedPathsAreTold() throws NoticeException {
        GenerateSpec spec = spec("mlp-gan");
        Evaluation judged = judge(1).evaluate(spec, new Truth(1, false), 1);
        assertTrue(judged.warnings().contains(Notice.of("run.note.joinedBlocks", spec.window())));
    }

    /** A price that is fixed but for one tick has no GARCH; its verdict is of the bootstrap alone. */
    @Test
    void aSeriesThatHardlyMovesIsJudgedWithoutGarch() throws NoticeException {
        double[] pegged = new double[RETURNS.length];
        pegged[40] = 1e-9;
        System.arraycopy(RETURNS, 1006, pegged, 1006, TEST);
        Evaluation judged = judge(pegged).evaluate(spec("sv-gan"), new Truth(1, false), 1);
        assertEquals(
                List.of("blockBootstrap"),
                judged.challengers().stream().map(c -> c.name()).toList());
        Details.OfGenerate details = (Details.OfGenerate) judged.details();
        assertEquals(
                List.of("historical", "generated"),
                details.sight().backtests().stream()
                        .map(PathSight.Backtest::simulator)
                        .distinct()
                        .toList());
    }

    @Test
    void judgingEndsWhereItIsStopped() {
        AtomicInteger asked = new AtomicInteger();
        assertThrows(CancellationException.class, () -> judge(1).evaluate(
                        spec("sv-gan"), new Truth(1, false), 1, () -> asked.incrementAndGet() == 3));
        assertEquals(3, asked.get());
    }

    private static GenerateSpec spec(String model) {
        return Specs.with(Specs.defaults(GenerateSpec.class, "prices.csv"), "model", model);
    }

    private static PathJudge judge(int series) {
        double[][] returns = new double[series][];
        Arrays.setAll(
                returns, s -> Arrays.stream(RETURNS).map(r -> s == 0 ? r : -r).toArray());
        return judge(returns);
    }

    private static PathJudge judge(double[]... returns) {
        int series = returns.length;
        List<LocalDate> days = LocalDate.of(2020, 1, 1)
                .datesUntil(LocalDate.of(2020, 1, 1).plusDays(RETURNS.length))
                .toList();
        return new PathJudge(new PathJudge.Days(
                IntStream.range(0, series).mapToObj(s -> "s" + s).toList(),
                returns,
                1,
                1001,
                1006,
                1606,
                days.subList(1, 1001),
                days.subList(1006, 1606)));
    }

    /** The process that made the returns; the second series is its opposite. */
    private static final class Truth implements PathGenerator {
        private static final Garch PROCESS = Simulated.GARCH;
        private final int series;
        private final boolean conditional;
        private final List<Integer> lengths = new ArrayList<>();
        private final List<Integer> origins = new ArrayList<>();

        Truth(int series, boolean conditional) {
            this.series = series;
            this.conditional = conditional;
        }

        @Override
        public PathSet generate(PathRequest request) {
            lengths.add(request.length());
            double[][] returns = PROCESS.paths(request.paths(), request.length(), request.seed());
            double[][] opposite = Arrays.stream(returns)
                    .map(path -> Arrays.stream(path).map(r -> -r).toArray())
                    .toArray(double[][]::new);
            PathSet alone = new PathSet(opposite, 50);
            return new PathSet(
                    "s0", returns, 100, series == 1 ? List.of() : List.of(new PathSet.Column("s1", alone.prices())));
        }

        @Override
        public boolean conditional() {
            return conditional;
        }

        @Override
        public double[][] nextDay(double[][] returns, int[] days, int draws, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] out = new double[days.length][draws];
            for (int i = 0; i < days.length; i++) {
                origins.add(days[i]);
                for (int d = 0; d < draws; d++) {
                    out[i][d] = 0.01 * (1 + Math.abs(returns[0][days[i]])) * random.nextGaussian();
                }
            }
            return out;
        }

        @Override
        public void close() {}
    }
}
