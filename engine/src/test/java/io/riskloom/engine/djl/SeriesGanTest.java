package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.RecentFeatures;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesGanTest {
    private static final int DAYS = 2_400;

    /** Volatility that swings by a factor of three and persists for weeks. */
    private static final Garch CLUSTERS = new Garch(0, 2e-6, 0.12, 0.86, 30, Double.NaN);

    @BeforeEach
    void seeded() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(11);
    }

    @ParameterizedTest
    @CsvSource({"sv-gan, 2e-3, 200", "mlp-gan, 3e-3, 2000", "tcn-gan, 2e-3, 120"})
    void aConditionalGeneratorStartsCalmAfterCalmDaysAndWildAfterWildOnes(String model, double rate, int steps)
            throws NoticeException {
        double[] returns = CLUSTERS.paths(1, DAYS, 3)[0];
        GenerateSpec spec = Specs.with(
                spec(model, Map.of("learningRate", rate, "criticRate", rate, "batch", 64)),
                Map.of("conditional", "yes", "transform", "standard", "adversarialLoss", "wgan-gp", "momentum", 0.0));
        try (PathGan gan = SeriesGan.create(spec, data(spec, returns))) {
            assertTrue(gan.conditional());
            learn(gan, steps);
            int[] origins = calmAndWild(returns);
            double[][] next = gan.nextDay(new double[][] {returns}, origins, 2_000, 5);
            assertEquals(2, next.length);
            double ratio = deviation(next[1]) / deviation(next[0]);
            assertTrue(ratio > 1.6, model + " is only " + ratio + " times as wild after wild days");
            double known = deviation(Arrays.copyOfRange(returns, origins[0] - 21, origins[0] + 1));
            assertTrue(deviation(next[0]) < 2 * known, model + " is not calm after calm days");
        }
    }

    @Test
    void aPathForgetsWhatItContinues() throws NoticeException {
        double[] returns = CLUSTERS.paths(1, DAYS, 3)[0];
        GenerateSpec spec = spec("sv-gan", Map.of("conditional", "yes"));
        try (PathGan gan = SeriesGan.create(spec, data(spec, returns))) {
            PathSet today = gan.generate(new PathRequest(1_000, 700, 1, PathRequest.Start.TODAY));
            PathSet anyDay = gan.generate(new PathRequest(1_000, 700, 1, PathRequest.Start.ANY_DAY));
            double late = deviation(columns(today.returns(), 600, 700));
            assertEquals(1, late / deviation(columns(anyDay.returns(), 600, 700)), 0.02);
            assertEquals(1, deviation(columns(today.returns(), 500, 600)) / late, 0.02);
        }
    }

    @Test
    void daysOfAnUnconditionalGeneratorAreAlikeFromTheFirstToTheLast() throws NoticeException {
        double[] returns = CLUSTERS.paths(1, DAYS, 3)[0];
        GenerateSpec spec = spec("sv-gan", Map.of());
        try (PathGan gan = SeriesGan.create(spec, data(spec, returns))) {
            assertFalse(gan.conditional());
            assertThrows(
                    UnsupportedOperationException.class,
                    () -> gan.nextDay(new double[][] {returns}, new int[] {100}, 2, 1));
            double[][] paths = gan.generate(new PathRequest(2_000, 300, 8, PathRequest.Start.TODAY))
                    .returns();
            double first = deviation(columns(paths, 0, 50));
            for (int from : new int[] {50, 63, 128, 250}) {
                assertEquals(1, deviation(columns(paths, from, from + 50)) / first, 0.03, "days from " + from);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"no", "yes"})
    void aBlockOfPathsDrawnAloneIsThatOfALargerSet(String conditional) throws NoticeException {
        double[] returns = CLUSTERS.paths(1, DAYS, 3)[0];
        GenerateSpec spec = spec("sv-gan", Map.of("conditional", conditional));
        try (PathGan gan = SeriesGan.create(spec, data(spec, returns))) {
            int block = PathRequest.BLOCK;
            double[][] all = gan.generate(new PathRequest(0, 2 * block, 100, 4, PathRequest.Start.ANY_DAY))
                    .returns();
            double[][] second = gan.generate(new PathRequest(block, block, 100, 4, PathRequest.Start.ANY_DAY))
                    .returns();
            assertArrayEquals(Arrays.copyOfRange(all, block, 2 * block), second);
            assertFalse(Arrays.equals(all[0], all[1]));
        }
    }

    /** Two series with ρ = .7: the generator's are as correlated, and so are their sizes' signs of common storms. */
    @Test
    void seriesMadeTogetherKeepTheirCorrelation() throws NoticeException {
        double[] main = CLUSTERS.paths(1, DAYS, 3)[0];
        double[] own = CLUSTERS.paths(1, DAYS, 4)[0];
        double[] other = new double[DAYS];
        Arrays.setAll(other, t -> 0.7 * main[t] + Math.sqrt(1 - 0.49) * own[t]);
        double real = correlation(main, other);
        GenerateSpec spec = spec("sv-gan", Map.of("together", "all", "learningRate", 1e-3, "criticRate", 1e-3));
        try (PathGan gan = SeriesGan.create(spec, data(spec, main, other))) {
            learn(gan, 120);
            PathSet set = gan.generate(new PathRequest(200, 250, 2, PathRequest.Start.TODAY));
            assertEquals(1, set.others().size());
            assertEquals("S1", set.others().getFirst().name());
            double[] drawn = columns(set.others().getFirst().returns(), 0, 250);
            assertEquals(real, correlation(columns(set.returns(), 0, 250), drawn), 0.1);
            assertEquals(1, deviation(drawn) / deviation(other), 0.35);
        }
    }

    @Test
    void moreThanEightSeriesAndTooShortHistoriesAreRefused() {
        double[][] nine = CLUSTERS.paths(9, 600, 3);
        GenerateSpec all = spec("sv-gan", Map.of("together", "all"));
        NoticeException many = assertThrows(NoticeException.class, () -> SeriesGan.create(all, data(all, nine)));
        assertEquals("run.error.manySeries", many.notice().key());
        assertEquals(List.of("9", "8"), many.notice().args());
        GenerateSpec conditional = spec("sv-gan", Map.of("conditional", "yes"));
        NoticeException few = assertThrows(
                NoticeException.class,
                () -> SeriesGan.create(conditional, data(conditional, Arrays.copyOf(nine[0], 150))));
        assertEquals("run.error.shortHistory", few.notice().key());
    }

    private static GenerateSpec spec(String model, Map<String, ?> changes) {
        GenerateSpec spec = Specs.with(Specs.defaults(GenerateSpec.class, ""), "model", model);
        return Specs.with(Specs.with(spec, Map.of("window", 40, "average", 0.9)), changes);
    }

    private static PathData data(GenerateSpec spec, double[]... returns) throws NoticeException {
        List<PriceHistory> histories = new ArrayList<>();
        double[] none = {};
        for (int s = 0; s < returns.length; s++) {
            double[] close = new double[returns[s].length + 1];
            List<LocalDate> dates = new ArrayList<>();
            double level = 0;
            for (int t = 0; t < close.length; t++) {
                level += t == 0 ? 0 : returns[s][t - 1];
                close[t] = 100 * Math.exp(level);
                dates.add(LocalDate.of(2010, 1, 1).plusDays(t));
            }
            Source source = new Source("toy.csv", "toy", close.length);
            histories.add(new PriceHistory("S" + s, dates, none, none, none, close, none, source));
        }
        return new PathData(histories, Splits.days(spec, returns[0].length + 1));
    }

    private static void learn(PathGan gan, int steps) {
        Duel.Check unjudged = sampler -> new Duel.Checked(0, Map.of());
        try (PathGan.TaughtPaths lessons = gan.teach(unjudged)) {
            int done = 0;
            while (done < steps) {
                lessons.begin(done, 0);
                for (int i = 0; i < lessons.steps() && done < steps; i++) {
                    Torch.seed(Torch.mix(7, done++));
                    assertTrue(Double.isFinite(lessons.step(i, 1)));
                }
                lessons.breakOff();
            }
        }
    }

    /** Training days after the calmest and after the wildest month. */
    private static int[] calmAndWild(double[] returns) {
        double[][] x = {Arrays.stream(returns).map(r -> 100 * r).toArray()};
        int[] days = IntStream.range(RecentFeatures.DAYS, 1_300)
                .boxed()
                .sorted((a, b) -> Double.compare(RecentFeatures.of(x, a)[1], RecentFeatures.of(x, b)[1]))
                .mapToInt(i -> i)
                .toArray();
        return new int[] {days[10] - 1, days[days.length - 10] - 1};
    }

    private static double[] columns(double[][] paths, int from, int to) {
        return Arrays.stream(paths)
                .flatMapToDouble(path -> Arrays.stream(path, from, to))
                .toArray();
    }

    private static double deviation(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double sum = IntStream.range(0, a.length)
                .mapToDouble(t -> (a[t] - meanA) * (b[t] - meanB))
                .average()
                .orElseThrow();
        return sum / deviation(a) / deviation(b);
    }
}
