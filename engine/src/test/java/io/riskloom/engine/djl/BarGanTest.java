package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarGanTest {
    private static final int OPEN = 0;
    private static final int HIGH = 1;
    private static final int LOW = 2;
    private static final int CLOSE = 3;
    private static final int VOLUME = 4;

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    private static GenerateSpec spec(Map<String, Object> settings) {
        GenerateSpec bars = Specs.with(Specs.defaults(GenerateSpec.class, ""), Map.of("model", "ohlcv-gan"));
        GenerateSpec small = Specs.with(
                bars,
                Map.of(
                        "window",
                        10,
                        "units",
                        16,
                        "latent",
                        4,
                        "noises",
                        3,
                        "criticUnits",
                        32,
                        "batch",
                        32,
                        "average",
                        0.9));
        return Specs.with(small, settings);
    }

    /** Half of the days open at the close before, a tenth of them close at their high; prices in cents, volumes in tens. */
    private static PriceHistory history(int days, boolean volume) {
        SplittableRandom random = new SplittableRandom(8);
        double[][] bars = new double[5][days];
        double before = 50;
        for (int t = 0; t < days; t++) {
            double open = random.nextBoolean() ? before : before * Math.exp(0.004 * random.nextGaussian());
            double close = open * Math.exp(0.01 * random.nextGaussian());
            double up = random.nextInt(10) == 0 ? 0 : 0.004 * random.nextExponential();
            bars[OPEN][t] = cents(open);
            bars[CLOSE][t] = cents(close);
            bars[HIGH][t] = cents(Math.max(open, close) * Math.exp(up));
            bars[LOW][t] = cents(Math.min(open, close) * Math.exp(-0.004 * random.nextExponential()));
            bars[VOLUME][t] = 10 * Math.rint(Math.exp(8 + 0.3 * random.nextGaussian()));
            before = bars[CLOSE][t];
        }
        List<LocalDate> dates = IntStream.range(0, days)
                .mapToObj(i -> LocalDate.of(2001, 1, 1).plusDays(i))
                .toList();
        double[] traded = volume ? bars[VOLUME] : new double[0];
        return new PriceHistory(
                "TOY", dates, bars[OPEN], bars[HIGH], bars[LOW], bars[CLOSE], traded, new Source("toy.csv", "0", days));
    }

    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }

    private static BarGan gan(GenerateSpec spec, boolean volume) throws NoticeException {
        PriceHistory history = history(600, volume);
        return BarGan.create(spec, new PathData(List.of(history), Splits.days(spec, history.size())));
    }

    private static double[][][] levels(PathSet set) {
        return set.others().stream().map(PathSet.Column::levels).toArray(double[][][]::new);
    }

    @ParameterizedTest
    @CsvSource({"real, true", "real, false", "generated, true"})
    void everyBarIsOne(String contexts, boolean volume) throws NoticeException {
        try (BarGan gan = gan(spec(Map.of("contexts", contexts)), volume)) {
            PathSet set = gan.generate(new PathRequest(40, 25, 5, PathRequest.Start.ANY_DAY));
            assertEquals("TOY", set.series());
            List<String> names = set.others().stream().map(PathSet.Column::name).toList();
            assertEquals(List.of("open", "high", "low", "close", "volume").subList(0, volume ? 5 : 4), names);
            double[][][] levels = levels(set);
            for (int i = 0; i < 40; i++) {
                for (int t = 0; t <= 25; t++) {
                    double top = Math.max(levels[OPEN][i][t], levels[CLOSE][i][t]);
                    double bottom = Math.min(levels[OPEN][i][t], levels[CLOSE][i][t]);
                    assertTrue(levels[HIGH][i][t] >= top && levels[LOW][i][t] <= bottom && bottom > 0);
                    assertEquals(cents(levels[LOW][i][t]), levels[LOW][i][t]);
                    assertTrue(!volume || levels[VOLUME][i][t] >= 10 && levels[VOLUME][i][t] % 10 == 0);
                }
                for (int t = 0; t < 25; t++) {
                    assertEquals(Math.log(levels[CLOSE][i][t + 1] / levels[CLOSE][i][t]), set.returns()[i][t], 1e-12);
                }
            }
        }
    }

    @Test
    void pathsFromTodayBeginAtTheLastCloseOthersAtThoseOfTrainingDays() throws NoticeException {
        try (BarGan gan = gan(spec(Map.of()), true)) {
            double last = history(600, true).close()[599];
            double[][] today = levels(gan.generate(new PathRequest(30, 5, 5, PathRequest.Start.TODAY)))[CLOSE];
            assertTrue(Arrays.stream(today).allMatch(path -> path[0] == last));
            assertTrue(
                    Arrays.stream(today).mapToDouble(path -> path[5]).distinct().count() > 20);
            double[][] any = levels(gan.generate(new PathRequest(30, 5, 5, PathRequest.Start.ANY_DAY)))[CLOSE];
            assertTrue(
                    Arrays.stream(any).mapToDouble(path -> path[0]).distinct().count() > 20);
        }
    }

    @Test
    void aBlockAloneIsThatOfALargerSetAndSeedsMatter() throws NoticeException {
        try (BarGan gan = gan(spec(Map.of()), true)) {
            int block = PathRequest.BLOCK;
            PathSet all = gan.generate(new PathRequest(0, block + 20, 23, 9, PathRequest.Start.ANY_DAY));
            PathSet part = gan.generate(new PathRequest(block, 20, 23, 9, PathRequest.Start.ANY_DAY));
            for (int i = 0; i < 20; i++) {
                assertArrayEquals(all.returns()[block + i], part.returns()[i]);
                assertArrayEquals(levels(all)[VOLUME][block + i], levels(part)[VOLUME][i]);
            }
            PathSet other = gan.generate(new PathRequest(block, 20, 23, 10, PathRequest.Start.ANY_DAY));
            assertNotEquals(part.returns()[0][0], other.returns()[0][0]);
        }
    }

    /** A window's volatility is that of its context, in the first window as in those that follow. */
    @Test
    void longPathsKeepTheVolatilityOfTheirContexts() throws NoticeException {
        try (BarGan gan = gan(spec(Map.of("jitter", 0.0)), false)) {
            double[][] returns = gan.generate(new PathRequest(100, 200, 5, PathRequest.Start.ANY_DAY))
                    .returns();
            for (int from = 0; from < 200; from += 10) {
                int first = from;
                double size = Math.sqrt(Arrays.stream(returns)
                        .flatMapToDouble(path -> Arrays.stream(path, first, first + 10))
                        .map(r -> r * r)
                        .average()
                        .orElseThrow());
                assertEquals(0.0105, size, 0.0015, "from day " + from);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wgan-gp", "hinge", "original"})
    void barsComeNearToRealOnesByEveryLoss(String loss) throws NoticeException {
        GenerateSpec spec = spec(Map.of("adversarialLoss", loss, "learningRate", 2e-3, "criticRate", 2e-3));
        try (BarGan gan = gan(spec, true);
                PathGan.TaughtPaths lessons = gan.teach(generator -> new Duel.Checked(0, Map.of()))) {
            double before = lessonsScore(lessons, 0);
            double after = before;
            for (int epoch = 1; epoch < 30; epoch++) {
                after = lessonsScore(lessons, epoch);
            }
            assertTrue(after < before / 2, loss + ": from " + before + " to " + after);
        }
    }

    private static double lessonsScore(Trainee lessons, int epoch) {
        Torch.seed(epoch);
        lessons.begin(epoch, 0);
        long rows = 0;
        for (int step = 0; step < lessons.steps(); step++) {
            assertTrue(Double.isFinite(lessons.step(step, 1)));
            rows += lessons.rows(step);
        }
        Trainee.Figures figures = lessons.end(rows, () -> false).orElseThrow();
        return figures.values().get("barDistance");
    }

    @Test
    void closesAloneAreRefused() {
        double[] none = {};
        PriceHistory bars = history(600, true);
        PriceHistory closes =
                new PriceHistory("TOY", bars.dates(), none, none, none, bars.close(), none, bars.source());
        NoticeException refused = assertThrows(NoticeException.class, () -> {
            GenerateSpec spec = spec(Map.of());
            BarGan.create(spec, new PathData(List.of(closes), Splits.days(spec, 600)))
                    .close();
        });
        assertEquals("run.error.needsBars", refused.notice().key());
    }
}
