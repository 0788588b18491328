package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.AnomalyDetector;
import io.riskloom.engine.model.Classifier;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Forecaster;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.TrainedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every recipe owes, on toy data and one thread. */
class RecipeContractTest {

    /**
     * Small settings with which a recipe trains in seconds.
     *
     * @param learns      share of the first epoch's loss (distance, where it generates) that the best epoch must go below
     * @param manySteps   what the memory test changes
     * @param memoryMb    how much the process may grow between its third epoch and its last
     */
    private record Case(RunSpec spec, Imported data, double learns, Map<String, Object> manySteps, int memoryMb) {
        @Override
        public String toString() {
            Map<String, String> manners = new TreeMap<>();
            Specs.parameters(spec.getClass()).stream()
                    .filter(p -> MANNERS.contains(p.name()))
                    .forEach(p -> manners.put(p.name(), Specs.settings(spec).apply(p.name())));
            return name() + "-" + String.join("-", manners.values());
        }

        String name() {
            return spec.task() + "-" + spec.model();
        }
    }

    private static final List<String> MANNERS =
            List.of("bands", "directions", "encoding", "loss", "skip", "strategy", "target", "tickers");

    private static final Map<String, Trained> FIRST = new HashMap<>();

    private record Trained(Evaluation evaluation, List<EpochReport> epochs, byte[] weights) {}

    @TempDir
    static Path folders;

    private static String threadsBefore;

    @BeforeAll
    static void oneThread() {
        threadsBefore = System.getProperty("riskloom.threads");
        System.setProperty("riskloom.threads", "1");
    }

    @AfterAll
    static void threadsAsBefore() {
        FIRST.clear();
        if (threadsBefore == null) {
            System.clearProperty("riskloom.threads");
        } else {
            System.setProperty("riskloom.threads", threadsBefore);
        }
    }

    /** With these everything is tried. */
    static Stream<Case> recipes() {
        return Stream.of(
                forecaster("lstm", Map.of(), 0.6),
                forecaster("gru", Map.of("bidirectional", "yes", "target", "return"), 0.6),
                forecaster("rnn", Map.of("units", 32), 0.6),
                forecaster("tcn", Map.of("blocks", 2), 0.6),
                forecaster("mlp", Map.of("loss", "pinball"), 0.6),
                pictured(
                        "cnn",
                        Map.of("epochs", 6, "filters", 8, "units", 32, "learningRate", 3e-3, "batch", 8),
                        0.8,
                        40),
                classifier("resnet18", 3e-4, 300),
                classifier("resnet34", 3e-4, 450),
                classifier("resnet50", 1e-4, 450),
                new Case(
                        Specs.with(
                                pictures("cnn"),
                                Map.of("filters", 8, "units", 32, "learningRate", 3e-3, "epochs", 6, "batch", 8)),
                        ToyData.swings(150),
                        0.8,
                        Map.of("epochs", 16, "batch", 4),
                        40),
                directions("lstm", Map.of("directions", "three")),
                directions("mlp", Map.of()),
                credit("mlp", Map.of("units", 16, "units2", 8, "members", 2)),
                credit("resnet", Map.of("width", 4, "stages", 2, "members", 1)),
                credit("gru", Map.of("units", 8, "units2", 8, "members", 2, "codes", "yes")),
                credit("ensemble", Map.of("epochs", 3)),
                anomalies(),
                generator("sv-gan", Map.of("units", 8, "criticUnits", 16)),
                generator("ohlcv-gan", Map.of("latent", 4, "units", 16, "criticUnits", 16)),
                generator("mlp-gan", Map.of("latent", 4, "units", 16)),
                generator(
                        "tcn-gan",
                        Map.of(
                                "channels",
                                8,
                                "blocks",
                                3,
                                "criticRate",
                                0.01,
                                "batch",
                                8,
                                "epochs",
                                8,
                                "statistics",
                                "no")),
                generator("lstm-gan", Map.of("units", 8, "noises", 2, "learningRate", 0.01, "epochs", 8)),
                generator("gru-gan", Map.of("units", 8, "noises", 2, "learningRate", 0.01, "epochs", 8)));
    }

    /** Networks whose own parts are tried in {@link #recipes} with the other task. */
    static Stream<Case> shared() {
        return Stream.of(
                pictured("resnet18", Map.of(), 0.95, 0),
                pictured("resnet34", Map.of(), 0.95, 0),
                pictured("resnet50", Map.of(), 0.95, 0),
                directions("gru", Map.of()),
                directions("rnn", Map.of("units", 32)),
                directions("tcn", Map.of("blocks", 2)),
                credit("lstm", Map.of("units", 8, "units2", 8, "members", 1)),
                credit("cnn", Map.of("filters", 8, "units", 16, "members", 1, "learningRate", 1e-2)),
                credit("resnet50", Map.of("pixels", 8, "epochs", 2, "learningRate", 1e-3)));
    }

    /** What is forecast and how, through other networks. */
    static Stream<Case> manners() {
        return Stream.of(
                forecaster("lstm", Map.of("target", "volatility", "volatilityDays", 5), 1),
                forecaster("gru", Map.of("strategy", "recursive", "stride", 2, "learningRate", 0.03), 0.8),
                forecaster("mlp", Map.of("skip", "yes", "loss", "pinball", "strategy", "recursive"), 1),
                forecaster("tcn", Map.of("bands", "dropout", "passes", 10, "dropout", 0.2), 0.7),
                forecaster(
                        "rnn", Map.of("bands", "dropout", "passes", 10, "dropout", 0.2, "strategy", "recursive"), 0.9),
                pictured("cnn", Map.of("encoding", "bars", "target", "volatility", "bands", "split"), 1, 0),
                new Case(
                        Specs.with(directions("tcn", Map.of()).spec(), Map.of("tickers", "all", "directions", "three")),
                        ToyData.two(260),
                        0.95,
                        Map.of(),
                        0));
    }

    static Stream<Case> recipesAndShared() {
        return Stream.concat(recipes(), shared());
    }

    static Stream<Case> everything() {
        return Stream.concat(recipesAndShared(), manners());
    }

    private static Case directions(String model, Map<String, Object> settings) {
        RunSpec small = spec(
                "classify",
                Map.of(
                        "model",
                        model,
                        "window",
                        12,
                        "horizon",
                        3,
                        "units",
                        16,
                        "epochs",
                        6,
                        "batch",
                        16,
                        "learningRate",
                        0.02,
                        "patience",
                        100));
        return new Case(Specs.with(small, settings), ToyData.swings(260), 0.8, Map.of("epochs", 16, "batch", 4), 40);
    }

    private static Case pictured(String model, Map<String, Object> settings, double learns, int memoryMb) {
        Map<String, Object> small = new HashMap<>(Map.of(
                "model", model, "window", 16, "horizon", 3, "imageSize", 16, "epochs", 3, "batch", 16, "stride", 2));
        small.put("patience", 100);
        small.putAll(settings);
        Imported data = settings.containsKey("encoding") ? ToyData.two(200) : ToyData.swings(170);
        return new Case(spec("forecast", small), data, learns, Map.of("epochs", 16, "batch", 4), memoryMb);
    }

    private static Case credit(String model, Map<String, Object> settings) {
        RunSpec small = spec("credit", Map.of("model", model, "epochs", 6, "batch", 32, "patience", 100));
        RunSpec spec = Specs.with(small, settings);
        return new Case(spec, ToyData.repayers(300), 0.98, Map.of("epochs", 12, "batch", 8), 40);
    }

    private static Case anomalies() {
        RunSpec small = spec(
                "anomaly",
                Map.of("latent", 4, "units", 16, "epochs", 6, "batch", 16, "patience", 100, "learningRate", 1e-2));
        return new Case(small, ToyData.repayers(300), 0.95, Map.of("epochs", 12, "batch", 8), 40);
    }

    private static Case generator(String model, Map<String, Object> settings) {
        RunSpec small = spec(
                "generate",
                Map.of(
                        "model",
                        model,
                        "window",
                        10,
                        "epochs",
                        5,
                        "batch",
                        16,
                        "learningRate",
                        2e-3,
                        "criticRate",
                        2e-3,
                        "average",
                        0.5,
                        "refit",
                        "no"));
        Imported data = model.equals("ohlcv-gan") ? ToyData.two(260) : ToyData.swings(260);
        return new Case(Specs.with(small, settings), data, 0.95, Map.of("epochs", 16, "batch", 4), 40);
    }

    private static Case forecaster(String model, Map<String, Object> settings, double learns) {
        RunSpec small = spec(
                "forecast",
                Map.of(
                        "model",
                        model,
                        "window",
                        12,
                        "horizon",
                        3,
                        "units",
                        8,
                        "epochs",
                        4,
                        "batch",
                        16,
                        "learningRate",
                        0.01,
                        "patience",
                        100));
        return new Case(Specs.with(small, settings), ToyData.swings(260), learns, Map.of("epochs", 16, "batch", 4), 40);
    }

    /**
     * Up to 23.5 million weights, of which a step takes half a second, so few of them: ten, of which each would leak 45 (ResNet-18)
     * to 90 MiB of gradients. Heap and allocator alone once made 311 MiB of ResNet-50.
     */
    private static Case classifier(String model, double rate, int memoryMb) {
        RunSpec spec = Specs.with(pictures(model), "learningRate", rate);
        return new Case(spec, ToyData.swings(150), 0.8, Map.of("epochs", 5, "batch", 8), memoryMb);
    }

    private static RunSpec pictures(String model) {
        return spec(
                "classify",
                Map.of(
                        "model",
                        model,
                        "window",
                        16,
                        "horizon",
                        2,
                        "imageSize",
                        16,
                        "encoding",
                        "gadf",
                        "epochs",
                        3,
                        "batch",
                        16,
                        "stride",
                        2,
                        "patience",
                        100));
    }

    private static RunSpec spec(String task, Map<String, Object> settings) {
        return Specs.with(Specs.defaults(task, "toy.csv"), settings);
    }

    /** Counts the questions of a run and cancels where it is told. */
    private static final class Watch implements RunMonitor {
        private final List<EpochReport> epochs = new ArrayList<>();
        private final IntPredicate cancelAt;
        private int asked;
        private int askedAfterCancel;
        private boolean cancelled;

        Watch(IntPredicate cancelAt) {
            this.cancelAt = cancelAt;
        }

        @Override
        public void onEpoch(EpochReport report) {
            epochs.add(report);
        }

        @Override
        public boolean cancelled() {
            if (cancelled) {
                askedAfterCancel++;
            }
            cancelled |= cancelAt.test(++asked);
            return cancelled;
        }
    }

    private static Outcome train(RunSpec spec, Imported data, Path folder, RunMonitor monitor) throws Exception {
        Files.createDirectories(folder);
        Recipe<RunSpec> recipe = Recipes.of(spec);
        return recipe.train(spec, data, folder, monitor);
    }

    /** One undisturbed run of each recipe, shared by the tests that compare with it. */
    private static Trained first(Case each) throws Exception {
        Trained known = FIRST.get(each.toString());
        if (known == null) {
            known = whole(each, folders.resolve("first-" + each));
            FIRST.put(each.toString(), known);
        }
        return known;
    }

    private static Trained whole(Case each, Path folder) throws Exception {
        Watch watch = new Watch(n -> false);
        Outcome outcome = train(each.spec(), each.data(), folder, watch);
        Outcome.Finished finished = assertInstanceOf(Outcome.Finished.class, outcome);
        return new Trained(
                finished.evaluation(), watch.epochs, Files.readAllBytes(folder.resolve("weights.safetensors")));
    }

    @Test
    void theListOfRecipesIsKnown() {
        assertEquals(
                List.of(
                        "lstm",
                        "gru",
                        "rnn",
                        "tcn",
                        "mlp",
                        "resnet50",
                        "resnet34",
                        "resnet18",
                        "cnn",
                        "resnet18",
                        "resnet34",
                        "resnet50",
                        "cnn",
                        "lstm",
                        "gru",
                        "rnn",
                        "tcn",
                        "mlp",
                        "mlp",
                        "resnet",
                        "resnet50",
                        "cnn",
                        "lstm",
                        "gru",
                        "ensemble",
                        "gan",
                        "sv-gan",
                        "ohlcv-gan",
                        "mlp-gan",
                        "tcn-gan",
                        "lstm-gan",
                        "gru-gan"),
                Recipes.all().stream().map(Recipe::name).toList());
    }

    @Test
    void everyModelOfEverySpecHasItsRecipeAndItsCaseHere() throws Exception {
        List<String> declared = new ArrayList<>();
        for (String task : Specs.tasks()) {
            RunSpec defaults = Specs.defaults(task, "toy.csv");
            for (String model : Specs.parameters(defaults.getClass()).getFirst().choices()) {
                assertEquals(
                        model, Recipes.of(Specs.with(defaults, "model", model)).name());
                declared.add(task + "-" + model);
            }
        }
        assertEquals(declared.size(), Recipes.all().size());
        assertEquals(
                declared.stream().sorted().toList(),
                recipesAndShared().map(Case::name).sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("everything")
    void learnsAndJudgesItselfAndCanBeOpened(Case each) throws Exception {
        Trained trained = first(each);
        boolean gan = each.spec().task().equals("generate");
        List<Double> curve = trained.epochs().stream()
                .map(e -> gan ? e.values().get("wasserstein1") : Double.valueOf(e.trainLoss()))
                .toList();
        double best = curve.stream().skip(1).mapToDouble(v -> v).min().orElseThrow();
        assertTrue(best < each.learns() * curve.getFirst(), best / curve.getFirst() + " of the first epoch: " + curve);
        assertEquals(each.spec().epochs(), curve.size());
        assertFalse(trained.evaluation().metrics().isEmpty());
        assertFalse(trained.evaluation().challengers().isEmpty());
        String verdict = trained.evaluation().verdict().key();
        assertTrue(verdict.matches(verdicts(each.spec()) + "\\..*"), verdict);
        Path folder = folders.resolve("first-" + each);
        assertFalse(Files.exists(folder.resolve("checkpoint.safetensors")), "a finished run needs no checkpoint");
        try (TrainedModel model = Recipes.of(each.spec()).load(each.spec(), folder)) {
            assertAnswersAsWhenItWasJudged(model, each, trained.evaluation().details());
        }
    }

    private static String verdicts(RunSpec spec) {
        return switch (spec) {
            case ForecastSpec f -> f.target().equals("volatility") ? "verdict.volatility" : "verdict.(close|forecast)";
            case ClassifySpec c -> c.classes() == 3 ? "verdict.classes" : "verdict.classify";
            default -> "verdict." + spec.task();
        };
    }

    /** Asks the opened model for what the evaluation has kept. Chunks of other sizes round differently. */
    private static void assertAnswersAsWhenItWasJudged(TrainedModel model, Case each, Details details)
            throws NoticeException {
        switch (model) {
            case Forecaster forecaster -> {
                Forecast kept =
                        assertInstanceOf(Details.OfForecast.class, details).test();
                PriceHistory history = history(each);
                int row = kept.size() / 2;
                int origin = history.dates().indexOf(kept.origins().get(row));
                Forecast asked = forecaster.forecast(history, origin, origin + 1);
                assertArrayEquals(kept.forecast()[row], asked.forecast()[0], 1e-3);
                assertArrayEquals(kept.lower90()[row], asked.lower90()[0], 1e-3);
                assertArrayEquals(kept.upper50()[row], asked.upper50()[0], 1e-3);
            }
            case Classifier classifier -> {
                Details.OfClassify kept = assertInstanceOf(Details.OfClassify.class, details);
                PriceHistory history = history(each);
                int row = kept.origins().size() / 2;
                int origin = history.dates().indexOf(kept.origins().get(row));
                double asked = classifier.probabilityUp(history, origin, origin + 1)[0];
                assertEquals(kept.probabilityUp()[row], asked, 1e-5);
            }
            case CreditScorer scorer -> {
                Details.OfCredit kept = assertInstanceOf(Details.OfCredit.class, details);
                double[] asked = scorer.probabilityBad(
                        assertInstanceOf(Imported.Credit.class, each.data()).book());
                double[] same = Arrays.stream(kept.rows())
                        .mapToDouble(row -> asked[row])
                        .toArray();
                assertArrayEquals(kept.probabilityBad(), same, 1e-6);
            }
            case AnomalyDetector detector -> {
                Details.OfAnomaly kept = assertInstanceOf(Details.OfAnomaly.class, details);
                double[] asked = detector.scores(
                        assertInstanceOf(Imported.Credit.class, each.data()).book());
                double[] same = Arrays.stream(kept.rows())
                        .mapToDouble(row -> asked[row])
                        .toArray();
                assertArrayEquals(kept.score(), same, 1e-6);
            }
            case PathGenerator generator -> {
                double[][] kept = assertInstanceOf(Details.OfGenerate.class, details)
                        .sample()
                        .returns();
                long seed = Torch.mix(each.spec().seed(), 6);
                double[][] asked = generator
                        .generate(new PathRequest(kept.length, kept[0].length, seed, PathRequest.Start.ANY_DAY))
                        .returns();
                assertArrayEquals(kept[0], asked[0]);
                assertArrayEquals(kept[kept.length - 1], asked[kept.length - 1]);
            }
        }
    }

    private static PriceHistory history(Case each) {
        return assertInstanceOf(Imported.Prices.class, each.data()).series().getFirst();
    }

    static Stream<Case> repeated() {
        return Stream.concat(recipes(), manners());
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void repeatsBitForBitFromItsSeed(Case each) throws Exception {
        Trained again = whole(each, folders.resolve("again-" + each));
        assertArrayEquals(first(each).weights(), again.weights());
        assertEquals(first(each).evaluation().metrics(), again.evaluation().metrics());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void resumesFromItsCheckpointBitForBit(Case each) throws Exception {
        Path folder = folders.resolve("resumed-" + each);
        int stepsOfOneEpoch = stepsOfOneEpoch(each);
        Watch interrupted = new Watch(n -> n == stepsOfOneEpoch + 2);
        assertInstanceOf(Outcome.Cancelled.class, train(each.spec(), each.data(), folder, interrupted));
        assertEquals(1, interrupted.epochs.size());
        assertTrue(Files.exists(folder.resolve("checkpoint.safetensors")));
        Trained resumed = whole(each, folder);
        assertEquals(losses(first(each).epochs()), losses(resumed.epochs()));
        assertArrayEquals(first(each).weights(), resumed.weights());
    }

    private static int stepsOfOneEpoch(Case each) throws Exception {
        int[] asked = new int[1];
        int[] atFirstEpoch = new int[1];
        RunMonitor counting = new RunMonitor() {
            @Override
            public void onEpoch(EpochReport report) {
                atFirstEpoch[0] = asked[0];
            }

            @Override
            public boolean cancelled() {
                asked[0]++;
                return atFirstEpoch[0] > 0;
            }
        };
        train(each.spec(), each.data(), folders.resolve("counted-" + each), counting);
        return atFirstEpoch[0];
    }

    private static List<List<Double>> losses(List<EpochReport> epochs) {
        return epochs.stream().map(e -> List.of(e.trainLoss(), e.validLoss())).toList();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void stopsBeforeTheNextStepOnceCancelled(Case each) throws Exception {
        Watch watch = new Watch(n -> n == 3);
        Outcome outcome = train(each.spec(), each.data(), folders.resolve("stopped-" + each), watch);
        assertInstanceOf(Outcome.Cancelled.class, outcome);
        assertEquals(3, watch.asked, "two steps were made, the third was not");
        assertEquals(0, watch.askedAfterCancel);
        assertTrue(watch.epochs.isEmpty());
    }

    /** Measured between epochs, where the same arrays must be alive each time; the first ones warm caches and heap. */
    @ParameterizedTest
    @MethodSource("recipes")
    void memoryStaysFlatFromEpochToEpoch(Case each) throws Exception {
        RunSpec spec = Specs.with(each.spec(), each.manySteps());
        int warm = 3;
        Map<Integer, Integer> arrays = new HashMap<>();
        Map<Integer, Long> resident = new HashMap<>();
        RunMonitor probe = new RunMonitor() {
            @Override
            public void onEpoch(EpochReport report) {
                if (report.epoch() <= warm || report.epoch() == spec.epochs()) {
                    System.gc(); // on the way too: what earlier tests let go of is freed a little later
                    arrays.put(report.epoch(), Torch.liveArrays());
                    resident.put(report.epoch(), residentMb());
                }
            }

            @Override
            public boolean cancelled() {
                return resident.containsKey(spec.epochs());
            }
        };
        assertInstanceOf(Outcome.Cancelled.class, train(spec, each.data(), folders.resolve("memory-" + each), probe));
        // fewer are possible: the collector frees what earlier tests let go of
        assertTrue(arrays.get(spec.epochs()) <= arrays.get(warm), "native arrays grew: " + arrays);
        // a checkpoint's bytes on the Java heap and the allocator's pages may come in any of the first epochs
        long base =
                IntStream.rangeClosed(1, warm).mapToLong(resident::get).max().orElseThrow();
        long growth = resident.get(spec.epochs()) - base;
        assertTrue(growth < each.memoryMb(), "resident memory grew by " + growth + " MiB");
    }

    /**
     * Resident memory without the Java heap, of which the collector touches more or less as it likes, in MiB where the system
     * tells it, else 0. The heap lies below 64 GiB, where compressed references reach it; nothing else does.
     */
    private static long residentMb() {
        Path maps = Path.of("/proc/self/smaps");
        if (!Files.exists(maps)) {
            return 0;
        }
        long kilobytes = 0;
        boolean counts = false;
        try (Stream<String> lines = Files.lines(maps)) {
            for (String line : (Iterable<String>) lines::iterator) {
                int dash = line.indexOf('-');
                if (dash > 0 && dash <= 16 && line.substring(0, dash).matches("[0-9a-f]+")) {
                    counts = Long.parseUnsignedLong(line.substring(0, dash), 16) >= 1L << 36;
                } else if (counts && line.startsWith("Rss:")) {
                    kilobytes += Long.parseLong(line.replaceAll("\\D+", ""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kilobytes / 1024;
    }
}
