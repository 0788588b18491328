package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.inside.Filters;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.Inside;
import io.riskloom.engine.inside.Inspectable;
import io.riskloom.engine.inside.LayerMaps;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.inside.TopInputs;
import io.riskloom.engine.model.Classifier;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Forecaster;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.TrainedModel;
import io.riskloom.engine.quality.DataFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole small runs of each kind, looked into as the engine does. */
class InsideRunsTest {
    private static final int DAYS = 170;
    private static final int EPOCHS = 3;

    @TempDir
    private Path folder;

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
    }

    /** A swing of 20 days under noise; the same for the same seed. */
    private Path prices() throws Exception {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("Date,Close\n");
        for (int t = 0; t < DAYS; t++) {
            double close = 100 * Math.exp(0.05 * Math.sin(2 * Math.PI * t / 20) + 0.004 * random.nextGaussian());
            csv.append(LocalDate.of(2020, 1, 1).plusDays(t))
                    .append(',')
                    .append(close)
                    .append('\n');
        }
        return Files.writeString(folder.resolve("prices.csv"), csv);
    }

    private Path applicants() throws Exception {
        Random random = new Random(2);
        StringBuilder csv =
                new StringBuilder("age,income,delay_1,delay_2,delay_3,bill_1,bill_2,bill_3,housing,class\n");
        for (int i = 0; i < 240; i++) {
            int age = 20 + random.nextInt(50);
            int[] delays = {random.nextInt(4), random.nextInt(4), random.nextInt(4)};
            boolean bad = random.nextGaussian() + (45 - age) / 12.0 + delays[0] / 2.0 > 1;
            csv.append(age).append(',').append(1000 + random.nextInt(5000));
            for (int delay : delays) {
                csv.append(',').append(delay);
            }
            for (int month = 0; month < 3; month++) {
                csv.append(',').append(random.nextInt(900));
            }
            csv.append(',').append(random.nextBoolean() ? "own" : "rent");
            csv.append(',').append(bad ? "bad" : "good").append('\n');
        }
        return Files.writeString(folder.resolve("applicants.csv"), csv);
    }

    private RunSpec spec(String kind) throws Exception {
        Map<String, Object> settings = new HashMap<>(Map.of("epochs", EPOCHS, "seed", 7L));
        Path prices = prices();
        switch (kind) {
            case "cnn" -> settings.putAll(Map.of("window", 16, "imageSize", 16, "filters", 4, "units", 8, "stride", 2));
            case "lstm" -> settings.putAll(Map.of("window", 12, "units", 6, "layers", 2, "directions", "three"));
            case "gru" ->
                settings.putAll(
                        Map.of("window", 10, "horizon", 3, "units", 5, "skip", "yes", "loss", "pinball", "stride", 1));
            case "tcn" -> settings.putAll(Map.of("window", 16, "horizon", 2, "units", 6, "blocks", 2, "skip", "no"));
            case "credit mlp" -> settings.putAll(Map.of("units", 8, "units2", 6, "members", 2));
            case "credit resnet" -> settings.putAll(Map.of("width", 4, "stages", 2, "members", 1));
            case "credit gru" -> settings.putAll(Map.of("units", 6, "units2", 5, "members", 1));
            default -> throw new IllegalArgumentException(kind);
        }
        settings.put("model", kind.substring(kind.lastIndexOf(' ') + 1));
        return switch (kind) {
            case "cnn", "lstm" -> Specs.with(Specs.defaults(ClassifySpec.class, prices.toString()), settings);
            case "gru", "tcn" -> Specs.with(Specs.defaults(ForecastSpec.class, prices.toString()), settings);
            default -> Specs.with(Specs.defaults(CreditSpec.class, applicants().toString()), settings);
        };
    }

    private static Outcome train(RunSpec spec, Path run, RunMonitor monitor) throws Exception {
        Files.createDirectories(run);
        Imported data = DataFile.read(Path.of(spec.data()), spec.reading());
        return switch (spec) {
            case ClassifySpec s -> new ClassifyRecipe(s.model()).train(s, data, run, monitor);
            case ForecastSpec s -> new ForecastRecipe(s.model()).train(s, data, run, monitor);
            case CreditSpec s -> new CreditRecipe(s.model()).train(s, data, run, monitor);
            default -> throw new IllegalArgumentException(spec.task());
        };
    }

    private static TrainedModel load(RunSpec spec, Path run) throws Exception {
        return switch (spec) {
            case ClassifySpec s -> new ClassifyRecipe(s.model()).load(s, run);
            case ForecastSpec s -> new ForecastRecipe(s.model()).load(s, run);
            case CreditSpec s -> new CreditRecipe(s.model()).load(s, run);
            default -> throw new IllegalArgumentException(spec.task());
        };
    }

    private static WeightStages.Making making(RunSpec spec, Path run) throws Exception {
        RunFolder files = new RunFolder(run);
        return switch (spec) {
            case ClassifySpec s ->
                ClassifyRecipe.making(s, ClassifyRecipe.shape(s, files.readModel(ClassifyModel.class)));
            case ForecastSpec s ->
                new ForecastStart(s, ForecastRecipe.shape(s, files.readModel(ForecastModel.class)), run);
            case CreditSpec s -> CreditRecipe.making(s, files.readModel(CreditModel.class));
            default -> throw new IllegalArgumentException(spec.task());
        };
    }

    private static Inside inside(TrainedModel model, RunSpec spec) throws Exception {
        Inspectable inspectable = assertInstanceOf(Inspectable.class, model);
        return switch (DataFile.read(Path.of(spec.data()), spec.reading())) {
            case Imported.Prices prices -> inspectable.inside(prices.series().getFirst());
            case Imported.Credit credit -> inspectable.inside(credit.book());
        };
    }

    /** Stops before the first step. */
    private static RunMonitor before(Path checkpoint) {
        return new RunMonitor() {
            @Override
            public void onEpoch(EpochReport report) {
                throw new AssertionError("no epoch was wanted");
            }

            @Override
            public boolean cancelled() {
                return Files.exists(checkpoint);
            }
        };
    }

    /** Stops after an epoch. */
    private static RunMonitor until(int epoch) {
        return new RunMonitor() {
            private int seen;

            @Override
            public void onEpoch(EpochReport report) {
                seen = report.epoch();
            }

            @Override
            public boolean cancelled() {
                return seen >= epoch;
            }
        };
    }

    /** The weights of a checkpoint equal those of networks, bit for bit. */
    private static void same(Path checkpoint, List<Network> networks) throws Exception {
        try (NDManager scratch = networks.getFirst().manager().newSubManager()) {
            Map<String, NDArray> found = WeightsFile.decode(checkpoint, scratch);
            int compared = 0;
            for (int m = 0; m < networks.size(); m++) {
                String prefix = networks.size() == 1 ? "w." : Ensemble.member(m) + ".w.";
                for (Map.Entry<String, NDArray> own : networks.get(m).state().entrySet()) {
                    assertArrayEquals(
                            found.get(prefix + own.getKey()).toFloatArray(),
                            own.getValue().toFloatArray(),
                            own.getKey());
                    compared++;
                }
            }
            assertTrue(compared > 3, compared + " weights");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "lstm", "gru", "tcn", "credit mlp", "credit resnet", "credit gru"})
    void theFirstAndTheLastWeightsAreThoseOfTheTraining(String kind) throws Exception {
        RunSpec spec = spec(kind);
        Path begun = folder.resolve("begun");
        assertInstanceOf(Outcome.Cancelled.class, train(spec, begun, before(begun.resolve("checkpoint.safetensors"))));
        Path run = folder.resolve("run");
        assertInstanceOf(Outcome.Cancelled.class, train(spec, run, until(EPOCHS)));
        Path ended = Files.copy(run.resolve("checkpoint.safetensors"), folder.resolve("ended.safetensors"));
        assertInstanceOf(Outcome.Finished.class, train(spec, run, RunMonitor.SILENT));

        WeightStages.Making making = making(spec, run);
        List<Network> first = making.first();
        same(begun.resolve("checkpoint.safetensors"), first);
        first.forEach(Network::close);
        Path last = new RunFolder(run).last();
        if (Files.exists(last)) {
            List<Network> networks = making.networks();
            WeightsFile.read(
                    last, CreditNetworks.weights(networks), networks.getFirst().manager());
            same(ended, networks);
            networks.forEach(Network::close);
        }
        look(spec, run, Files.exists(last));
    }

    private static void look(RunSpec spec, Path run, boolean last) throws Exception {
        try (TrainedModel model = load(spec, run)) {
            Inside inside = inside(model, spec);
            NetworkGraph graph = inside.graph();
            assertEquals(
                    last ? List.of(Stage.INITIAL, Stage.TRAINED, Stage.LAST) : List.of(Stage.INITIAL, Stage.TRAINED),
                    graph.stages());
            int place = 60;
            Inputs inputs = inside.inputs(place);
            assertEquals(place, inputs.place());
            answers(spec, model, inputs);
            for (NetworkGraph.Node node : graph.nodes()) {
                int[] all = IntStream.range(0, node.channels()).toArray();
                LayerMaps whole = inside.maps(place, node.layer(), Stage.TRAINED, all);
                assertEquals(node.rows(), whole.rows(), node.layer());
                assertEquals(node.columns(), whole.columns(), node.layer());
                assertEquals(node.channels(), whole.figures().size());
                int some = all.length - 1;
                LayerMaps one = inside.maps(place, node.layer(), Stage.TRAINED, new int[] {some});
                assertArrayEquals(whole.map(some)[0], one.map(0)[0]);
                LayerMaps none = inside.maps(place, node.layer(), Stage.TRAINED, new int[0]);
                assertEquals(whole.figures(), none.figures());
                figures(whole, some);
                assertEquals(
                        whole.rows(),
                        inside.maps(place, node.layer(), Stage.INITIAL, all).rows());
            }
            input(inside, place, graph.nodes().getFirst(), inputs);
            refusals(inside, graph);
            top(inside, graph);
        }
    }

    /** Equal to what the model itself says. */
    private static void answers(RunSpec spec, TrainedModel model, Inputs inputs) throws Exception {
        Imported data = DataFile.read(Path.of(spec.data()), spec.reading());
        int place = inputs.place();
        switch (model) {
            case Classifier classifier -> {
                PriceHistory history = ((Imported.Prices) data).series().getFirst();
                double[] up = classifier.probabilityUp(history, place, place + 1);
                assertArrayEquals(up, inputs.answer(), 1e-6);
                assertEquals(history.dates().get(place), inputs.dates().getLast());
                assertEquals(history.close()[place], inputs.closes()[inputs.closes().length - 1]);
            }
            case Forecaster forecaster -> {
                PriceHistory history = ((Imported.Prices) data).series().getFirst();
                double[] steps = forecaster.forecast(history, place, place + 1).forecast()[0];
                assertArrayEquals(steps, inputs.answer(), 1e-3);
            }
            case CreditScorer scorer -> {
                CreditBook book = ((Imported.Credit) data).book();
                assertEquals(scorer.probabilityBad(book)[place], inputs.answer()[0], 1e-6);
                assertEquals(scorer.encoder().names(), inputs.columns());
            }
            default -> throw new AssertionError(model);
        }
    }

    private static void figures(LayerMaps maps, int channel) {
        double sum = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (double[] row : maps.map(channel)) {
            for (double value : row) {
                sum += value;
                largest = Math.max(largest, value);
            }
        }
        LayerMaps.Figures figures = maps.figures().get(channel);
        assertEquals(sum / (maps.rows() * maps.columns()), figures.mean(), 1e-5 * (1 + Math.abs(sum)));
        assertEquals(largest, figures.largest());
    }

    /** The maps of the input are its cells. */
    private static void input(Inside inside, int place, NetworkGraph.Node node, Inputs inputs) throws Exception {
        int[] all = IntStream.range(0, node.channels()).toArray();
        LayerMaps maps = inside.maps(place, node.layer(), Stage.TRAINED, all);
        boolean picture = node.shape().size() == 3;
        for (int c = 0; c < all.length; c++) {
            double[][] map = maps.map(c);
            for (int i = 0; i < map.length; i++) {
                for (int j = 0; j < map[i].length; j++) {
                    double cell = picture
                            ? inputs.cells()[i][j]
                            : node.shape().size() == 2 ? inputs.cells()[j][c] : inputs.cells()[0][c];
                    assertEquals(cell, map[i][j], 1e-6);
                }
            }
        }
        if (inputs.picture().length > 0) {
            LayerMaps pixels = inside.maps(place, "pixels", Stage.TRAINED, new int[] {0});
            for (int i = 0; i < inputs.picture().length; i++) {
                assertArrayEquals(inputs.picture()[i], pixels.map(0)[i], 1e-6);
            }
            assertEquals(
                    inputs.picture().length * inputs.picture().length,
                    inputs.pixels().size());
        }
    }

    private static void refusals(Inside inside, NetworkGraph graph) {
        String layer = graph.nodes().get(1).layer();
        refuses("inside.error.layer", () -> inside.maps(60, "none", Stage.TRAINED, new int[0]));
        refuses("inside.error.channel", () -> inside.maps(60, layer, Stage.TRAINED, new int[] {100_000}));
        String last = graph.nodes().getLast().layer();
        refuses("inside.error.noFilters", () -> inside.filters(last, Stage.TRAINED, new int[0]));
        if (!graph.stages().contains(Stage.LAST)) {
            refuses("inside.error.stage", () -> inside.maps(60, layer, Stage.LAST, new int[0]));
        }
        boolean applicants = graph.input().size() == 1;
        refuses(applicants ? "inside.error.row" : "run.error.origin", () -> inside.inputs(100_000));
    }

    private static void refuses(String key, org.junit.jupiter.api.function.Executable question) {
        assertEquals(key, assertThrows(NoticeException.class, question).notice().key());
    }

    /** The places that come first have the largest values of all, and their cells hold them. */
    private static void top(Inside inside, NetworkGraph graph) throws Exception {
        NetworkGraph.Node node = graph.nodes().get(graph.nodes().size() / 2);
        int channel = node.channels() / 2;
        TopInputs top = inside.top(node.layer(), channel, 4, () -> false);
        assertEquals(top.of(), top.tried());
        double before = Double.POSITIVE_INFINITY;
        for (TopInputs.Top each : top.top()) {
            assertTrue(each.value() <= before);
            before = each.value();
            LayerMaps maps = inside.maps(each.place(), node.layer(), Stage.TRAINED, new int[] {channel});
            assertEquals(each.value(), maps.map(0)[each.row()][each.column()], 1e-5 * (1 + Math.abs(each.value())));
            assertEquals(maps.figures().get(channel).largest(), each.value(), 1e-5 * (1 + Math.abs(each.value())));
        }
        double largest = top.top().getFirst().value();
        boolean days = graph.input().size() > 1;
        for (int place = days ? 40 : 0; place < 100; place += 7) {
            LayerMaps maps = inside.maps(place, node.layer(), Stage.TRAINED, new int[0]);
            assertTrue(maps.figures().get(channel).largest() <= largest + 1e-5 * (1 + Math.abs(largest)));
        }
        String other = graph.nodes().get(1).layer();
        assertThrows(CancellationException.class, () -> inside.top(other, 0, 1, () -> true));
    }

    @Test
    void filtersAreTheWeightsOfTheConvolution() throws Exception {
        RunSpec spec = spec("cnn");
        Path run = folder.resolve("run");
        assertInstanceOf(Outcome.Finished.class, train(spec, run, RunMonitor.SILENT));
        try (TrainedModel model = load(spec, run);
                NDManager scratch = Torch.engine().newBaseManager()) {
            Inside inside = inside(model, spec);
            float[] weights = WeightsFile.decode(run.resolve("weights.safetensors"), scratch)
                    .get("conv2.conv.weight")
                    .toFloatArray();
            Filters filters = inside.filters("conv2.conv", Stage.TRAINED, new int[] {5, 1});
            assertEquals(8, filters.of());
            assertEquals(4, filters.inputs());
            double[][] kernel = filters.kernel(0, 3);
            for (int i = 0; i < 9; i++) {
                assertEquals(weights[(5 * 4 + 3) * 9 + i], kernel[i / 3][i % 3]);
            }
            TopInputs top = inside.top("conv1.relu", 2, 5, () -> false);
            for (TopInputs.Top one : top.top()) {
                for (TopInputs.Top other : top.top()) {
                    assertTrue(one == other || Math.abs(one.place() - other.place()) >= 16);
                }
            }
        }
    }

    @Test
    void firstWeightsThatHangOnOtherDataAreRefused() throws Exception {
        RunSpec spec = spec("gru");
        Path run = folder.resolve("run");
        assertInstanceOf(Outcome.Finished.class, train(spec, run, RunMonitor.SILENT));
        Path file = Path.of(spec.data());
        Files.writeString(file, Files.readString(file).replace("2020-02-03,", "2020-02-03,1"));
        WeightStages.Making making = making(spec, run);
        refuses("inside.error.firstWeights", making::first);
        Files.delete(file);
        refuses("data.error.notFound", making::first);
    }
}
