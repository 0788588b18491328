package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PathTable;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.TrainedModel;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathAnswersTest {
    private static final int LONG = 400;
    private static final int ITERATIONS = 40;

    @TempDir
    private Path folder;

    /** Levels of a random walk and bars around it. */
    private static double[][] market(int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] bars = new double[5][days];
        double close = 100;
        for (int t = 0; t < days; t++) {
            bars[0][t] = close;
            close *= Math.exp(0.01 * random.nextGaussian());
            bars[1][t] = 1.003 * Math.max(close, bars[0][t]);
            bars[2][t] = 0.997 * Math.min(close, bars[0][t]);
            bars[3][t] = close;
            bars[4][t] = 1000 + random.nextInt(500);
        }
        return bars;
    }

    /** Paths of that process; of bars with all their columns. */
    private record Walks(boolean bars) implements PathGenerator {
        @Override
        public PathSet generate(PathRequest request) {
            assertEquals(PathRequest.Start.ANY_DAY, request.start());
            int steps = request.length() + 1;
            List<double[][]> paths = IntStream.range(0, request.paths())
                    .mapToObj(p -> market(steps, request.seed() + p))
                    .toList();
            List<PathSet.Column> columns = new ArrayList<>();
            List<String> names = List.of("open", "high", "low", "close", "volume");
            for (int c = 0; c < names.size() && bars; c++) {
                int column = c;
                columns.add(new PathSet.Column(
                        names.get(c), paths.stream().map(path -> path[column]).toArray(double[][]::new)));
            }
            double[][] returns = paths.stream()
                    .map(path -> IntStream.range(1, steps)
                            .mapToDouble(t -> Math.log(path[3][t] / path[3][t - 1]))
                            .toArray())
                    .toArray(double[][]::new);
            return new PathSet("S", returns, 100, columns);
        }

        @Override
        public void close() {}
    }

    private static final class PriceWork extends FakeWork {
        private final Consumer<double[][]> holes;

        PriceWork() {
            this(bars -> {});
        }

        /** @param holes makes cells empty */
        PriceWork(Consumer<double[][]> holes) {
            this.holes = holes;
        }

        @Override
        public Imported read(Path data, Reading reading) {
            double[][] b = market(LONG, 1);
            holes.accept(b);
            List<LocalDate> dates = IntStream.range(0, LONG)
                    .mapToObj(i -> LocalDate.of(2020, 1, 1).plusDays(i))
                    .toList();
            Source source = new Source(data.toString(), "0".repeat(64), LONG);
            ImportReport report = new ImportReport(
                    "UTF-8", ",", LONG, List.of(), List.of(), List.of(), ReadSettings.DETECTED, List.of());
            return new Imported.Prices(
                    List.of(new PriceHistory("S", dates, b[0], b[1], b[2], b[3], b[4], source)),
                    List.of(IntStream.range(2, LONG + 2).toArray()),
                    report);
        }

        @Override
        public TrainedModel load(Requests.ModelRef model) {
            return new Walks(((GenerateSpec) model.spec()).bars());
        }
    }

    private Requests.ProtocolRequest request(String model, String data) throws Exception {
        Path own = Files.writeString(folder.resolve("own.csv"), "x");
        Path run = Files.createDirectories(folder.resolve("run"));
        Files.writeString(run.resolve("weights.safetensors"), "x");
        Files.writeString(run.resolve("model.json"), "x");
        GenerateSpec spec = Specs.with(Specs.defaults(GenerateSpec.class, own.toString()), "model", model);
        return new Requests.ProtocolRequest(new Requests.ModelRef(spec, run.toString()), data, 2, ITERATIONS, 0, 5);
    }

    @Test
    void barsAreJudgedAsTheLiteratureHasThem() throws Exception {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        try (LocalEngine engine = new LocalEngine(
                new Heard() {
                    @Override
                    public void judged(Judged judged) {
                        heard.add(judged.score() + " " + judged.share());
                    }
                },
                new PriceWork())) {
            ProtocolScores found = engine.protocol(request("ohlcv-gan", "")).join();
            assertEquals(List.of("open", "high", "low", "close", "adjclose", "volume"), found.columns());
            assertEquals(24, found.days());
            assertTrue(found.windows() > 200 && found.windows() < 300, found.windows() + " windows of the learnt 70 %");
            assertFalse(found.rebased());
            assertEquals(2, found.discriminative().repeats());
            assertTrue(heard.contains("discriminative 1.0") && heard.contains("predictive 1.0"), heard.toString());
        }
    }

    /** The generator learns repaired bars; an empty cell must not turn every score of a judge into the best one. */
    @Test
    void emptyCellsAreFilledInAsTheyWereForLearning() throws Exception {
        try (LocalEngine whole = new LocalEngine(EngineEvents.SILENT, new PriceWork());
                LocalEngine holes = new LocalEngine(EngineEvents.SILENT, new PriceWork(bars -> {
                    bars[0][50] = Double.NaN;
                    bars[4][60] = Double.NaN;
                }))) {
            ProtocolScores one = whole.protocol(request("ohlcv-gan", "")).join();
            ProtocolScores other = holes.protocol(request("ohlcv-gan", "")).join();
            assertEquals(one.columns(), other.columns());
            assertEquals(one.discriminative().mean(), other.discriminative().mean(), 0.1);
            assertEquals(one.predictive().mean(), other.predictive().mean(), 0.01);
            assertEquals(one.predictive().floorMean(), other.predictive().floorMean(), 0.01);
            assertTrue(other.predictive().mean() > 0.01, "a number");
        }
    }

    /** The file of an index counts no units; then prices do not stand in their place. */
    @Test
    void barsWithoutTradedUnitsAreJudgedWithoutThem() throws Exception {
        try (LocalEngine engine =
                new LocalEngine(EngineEvents.SILENT, new PriceWork(bars -> Arrays.fill(bars[4], 0)))) {
            ProtocolScores found = engine.protocol(request("ohlcv-gan", "")).join();
            assertEquals(List.of("open", "high", "low", "close"), found.columns());
            assertTrue(Double.isFinite(found.predictive().mean()));
        }
    }

    @Test
    void onlyColumnsOfBothSidesAreJudged() throws Exception {
        double[][] bars = market(30, 2);
        PathTable real = new PathTable("S", List.of("open", "high", "low", "close", "volume"), new double[][][] {bars})
                .literature();
        List<PathSet.Column> four = new ArrayList<>();
        for (String name : List.of("open", "high", "low", "close")) {
            four.add(new PathSet.Column(name, new double[][] {{1, 2, four.size()}}));
        }
        PathSet made = new PathSet("S", new double[1][2], 1, four);
        PathTable both = MadeLevels.both(real, made);
        assertEquals(List.of("open", "high", "low", "close"), both.columns());
        assertArrayEquals(new double[][] {{2, 0}, {2, 1}, {2, 2}, {2, 3}}, MadeLevels.of(made, both, false)[0]);
        PathTable others = new PathTable("T.csv", List.of("ANY", "GOLD"), new double[][][] {{{1, 2}, {3, 4}}});
        NoticeException refused = assertThrows(NoticeException.class, () -> MadeLevels.both(others, made));
        assertEquals(Notice.of("service.noSeries", "T.csv", "GOLD"), refused.notice());
        PathSet alone = new PathSet("S", new double[][] {{0, Math.log(2)}}, 5, List.of());
        PathTable one = new PathTable("T.csv", List.of("ANY"), new double[][][] {{{1, 2}}});
        assertArrayEquals(
                new double[] {5, 5, 10}, MadeLevels.of(alone, MadeLevels.both(one, alone), true)[0][0], 1e-12);
    }

    @Test
    void otherGeneratorsAreJudgedFromTheDayBeforeOn() throws Exception {
        try (LocalEngine engine = new LocalEngine(EngineEvents.SILENT, new PriceWork())) {
            Requests.ProtocolRequest request = request("sv-gan", "");
            String file = request.model().spec().data();
            ProtocolScores found = engine.protocol(request("sv-gan", file)).join();
            assertEquals(List.of("S"), found.columns());
            assertEquals(LONG - 24, found.windows());
            assertTrue(found.rebased());
            assertTrue(found.predictive().mean() < 0.5);
        }
    }

    @Test
    void filesAreJudgedColumnBesideColumn() throws Exception {
        Path real = file("real.csv", "close", market(LONG, 3)[3]);
        Path made = file("made.csv", "price", market(60, 4)[3], market(60, 5)[3]);
        try (LocalEngine engine = new LocalEngine(EngineEvents.SILENT, new FakeWork())) {
            ProtocolScores found = engine.judgeFiles(files(real, made, true)).join();
            assertEquals(List.of("close"), found.columns());
            assertEquals(LONG - 24, found.windows());
            Path few = file("few.csv", "price", market(20, 4)[3]);
            CompletionException refused =
                    assertThrows(CompletionException.class, () -> engine.judgeFiles(files(real, few, false))
                            .join());
            assertEquals(
                    List.of("few.csv", "20", "24"),
                    ((EngineFailure) refused.getCause()).notice().args());
        }
    }

    /** Returns in per cent add up to levels that no number holds; nothing may wait for them. */
    @Test
    void whatNoLevelCanHoldIsRefused() throws Exception {
        Path per = Files.writeString(folder.resolve("per.csv"), "path,step,r\n" + "1,x,2.5\n".repeat(LONG));
        Path made = file("made.csv", "price", market(60, 4)[3]);
        Path still = Files.writeString(
                folder.resolve("still.csv"),
                "path,step,volume\n"
                        + IntStream.range(0, LONG)
                                .mapToObj(t -> "1," + t + "," + (t == 70 ? 0 : 100 + t % 7) + "\n")
                                .collect(Collectors.joining()));
        try (LocalEngine engine = new LocalEngine(EngineEvents.SILENT, new FakeWork())) {
            assertEquals(
                    "data.error.pathReturns",
                    refusal(engine, new Requests.PathColumns(per.toString(), List.of("r"), true), made, "price", false)
                            .key());
            assertEquals(
                    Notice.of("service.zeroBase", "still.csv", "volume"),
                    refusal(
                            engine,
                            new Requests.PathColumns(still.toString(), List.of("volume"), false),
                            still,
                            "volume",
                            true));
        }
    }

    private static Notice refusal(
            LocalEngine engine, Requests.PathColumns real, Path made, String column, boolean rebased) {
        Requests.PathColumns generated = new Requests.PathColumns(made.toString(), List.of(column), false);
        CompletionException refused = assertThrows(CompletionException.class, () -> engine.judgeFiles(
                        new Requests.JudgeFilesRequest(real, generated, rebased, 1, ITERATIONS, 0, 5))
                .join());
        return ((EngineFailure) refused.getCause()).notice();
    }

    /** The answer is given up in mid-work; the engine is free again at once. */
    @Test
    void cancellingTheAnswerEndsTheWork() throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        EngineEvents events = new Heard() {
            @Override
            public void judged(Judged judged) {
                begun.complete(null);
            }
        };
        try (LocalEngine engine = new LocalEngine(events, new PriceWork())) {
            Requests.ProtocolRequest one = request("ohlcv-gan", "");
            CompletableFuture<ProtocolScores> answer =
                    engine.protocol(new Requests.ProtocolRequest(one.model(), "", 100_000, ITERATIONS, 0, 5));
            CompletableFuture.anyOf(begun, answer).join();
            answer.cancel(true);
            assertEquals(2, engine.protocol(one).join().predictive().repeats());
        }
    }

    private static Requests.JudgeFilesRequest files(Path real, Path made, boolean rebased) {
        return new Requests.JudgeFilesRequest(
                new Requests.PathColumns(real.toString(), List.of("close"), false),
                new Requests.PathColumns(made.toString(), List.of("price"), false),
                rebased,
                1,
                ITERATIONS,
                0,
                5);
    }

    private Path file(String name, String column, double[]... paths) throws Exception {
        StringBuilder text = new StringBuilder("path,step," + column + "\n");
        for (int p = 0; p < paths.length; p++) {
            for (int t = 0; t < paths[p].length; t++) {
                text.append(p + "," + t + "," + paths[p][t] + "\n");
            }
        }
        return Files.writeString(folder.resolve(name), text.toString());
    }
}
