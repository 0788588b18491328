package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.Attribution;
import io.riskloom.engine.inside.Faithfulness;
import io.riskloom.engine.inside.Filters;
import io.riskloom.engine.inside.Gates;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.LayerMaps;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.Occlusion;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.inside.TopInputs;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking inside across the border of two processes. */
class InsideChildTest {
    private static final Path SAMPLES = Path.of("../sample-data/src/main/resources/io/riskloom/samples");
    private static final int PLACE = 400;

    private static ChildEngine engine;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        engine = ChildEngine.start(ChildOptions.defaults(), new Heard());
    }

    @AfterAll
    static void end() {
        engine.close();
    }

    /** So many rows of a sample file. */
    private String head(String sample, int rows) throws Exception {
        Path file = SAMPLES.resolve(sample);
        Path shorter = folder.resolve(file.getFileName());
        Files.write(shorter, Files.readAllLines(file).subList(0, rows + 1));
        return shorter.toString();
    }

    private Requests.ModelRef trained(RunSpec spec) throws Exception {
        Outcome outcome = Asked.get(engine.train(new TrainRequest(spec, folder.toString(), "cpu")));
        assertInstanceOf(Outcome.Finished.class, outcome, outcome.toString());
        return new Requests.ModelRef(spec, folder.toString());
    }

    @Test
    void aClassifierOfPicturesIsLookedInto() throws Exception {
        String data = head("prices/SP500.csv", 600);
        ClassifySpec spec = Specs.with(
                Specs.defaults(ClassifySpec.class, data),
                Map.of("model", "cnn", "window", 20, "imageSize", 16, "filters", 4, "units", 6, "epochs", 1));
        Requests.ModelRef model = trained(spec);
        NetworkGraph graph = Asked.get(engine.graph(new Requests.InsideRequest(model, data)));
        assertEquals(List.of(1, 16, 16), graph.input());
        assertEquals("conv1.conv", graph.nodes().get(1).layer());
        assertEquals(3, graph.nodes().get(1).field().size());
        Inputs inputs = Asked.get(engine.inputs(new Requests.PlaceRequest(model, data, PLACE)));
        assertEquals(20, inputs.dates().size());
        LayerMaps maps = Asked.get(engine.maps(
                new Requests.MapsRequest(model, data, PLACE, "conv2.relu", Stage.TRAINED, new int[] {6, 0})));
        assertArrayEquals(new int[] {6, 0}, maps.channels());
        assertEquals(8, maps.figures().size());
        assertEquals(2 * 8 * 8, maps.values().length);
        Filters filters = Asked.get(
                engine.filters(new Requests.FiltersRequest(model, data, "conv1.conv", Stage.INITIAL, new int[] {3})));
        assertEquals(9, filters.values().length);
        TopInputs top = Asked.get(engine.topInputs(new Requests.TopRequest(model, data, "conv1.relu", 1, 3)));
        assertEquals(3, top.top().size());
        Attribution cam = Asked.get(engine.attribution(
                new Requests.AttributionRequest(model, data, PLACE, "gradcam", "conv2.relu", Stage.TRAINED, false)));
        assertEquals(16, cam.cells().length);
        Occlusion occlusion = Asked.get(engine.occlusion(new Requests.OcclusionRequest(model, data, PLACE, 8, 8)));
        assertEquals(inputs.answer()[0], occlusion.answer(), 1e-6);
        double covered = Asked.get(engine.covered(new Requests.CoveredRequest(model, data, PLACE, 8, 0, 8)));
        assertEquals(occlusion.answers()[1][0], covered, 1e-5);
        Faithfulness trial = Asked.get(engine.faithfulness(
                new Requests.AttributionRequest(model, data, PLACE, "gradcam", "conv2.relu", Stage.TRAINED, false)));
        assertEquals(inputs.answer()[0], trial.deletion()[0], 1e-6);
        assertEquals(trial.deletion()[20], trial.insertion()[0], 1e-6);
        Faithfulness before = Asked.get(engine.faithfulness(
                new Requests.AttributionRequest(model, data, PLACE, "gradcam", "conv2.relu", Stage.INITIAL, false)));
        assertTrue(Math.abs(before.deletion()[0] - trial.deletion()[0]) > 1e-9, "the untrained network's own");
        questionsThatCannotBeAnsweredAreRefused(model, data);
        assertEquals(
                "inside.error.noGates",
                Asked.refusal(engine.gates(new Requests.MapsRequest(model, data, PLACE, "", Stage.TRAINED, new int[0])))
                        .key());
    }

    private static void questionsThatCannotBeAnsweredAreRefused(Requests.ModelRef model, String data) {
        assertEquals("inside.error.channel", refusedMaps(model, data, Stage.TRAINED, 8));
        assertEquals("inside.error.channel", refusedMaps(model, data, Stage.TRAINED, -1));
        assertEquals("inside.error.channels", refusedMaps(model, data, Stage.TRAINED, new int[9]));
        assertEquals("inside.error.stage", refusedMaps(model, data, Stage.LAST, 0));
        assertEquals("inside.error.stage", refusedMaps(model, data, null, 0));
        Notice size = Asked.refusal(engine.occlusion(new Requests.OcclusionRequest(model, data, PLACE, 0, 8)));
        assertEquals("service.refused", size.key());
        Notice place = Asked.refusal(engine.inputs(new Requests.PlaceRequest(model, data, -1)));
        assertEquals("run.error.origin", place.key());
    }

    private static String refusedMaps(Requests.ModelRef model, String data, Stage stage, int... channels) {
        return Asked.refusal(engine.maps(new Requests.MapsRequest(model, data, PLACE, "conv2.relu", stage, channels)))
                .key();
    }

    @Test
    void aForecasterOverDaysTellsItsGates() throws Exception {
        String data = head("prices/SP500.csv", 600);
        ForecastSpec spec = Specs.with(
                Specs.defaults(ForecastSpec.class, data),
                Map.of("model", "lstm", "window", 12, "horizon", 2, "units", 5, "layers", 1, "epochs", 1));
        Requests.ModelRef model = trained(spec);
        LayerMaps states = Asked.get(engine.maps(new Requests.MapsRequest(
                model, data, PLACE, "lstm", Stage.TRAINED, IntStream.range(0, 5).toArray())));
        Gates gates =
                Asked.get(engine.gates(new Requests.MapsRequest(model, data, PLACE, "", Stage.TRAINED, new int[0])));
        assertEquals("lstm", gates.kind());
        double[][] state = gates.series().stream()
                .filter(series -> series.name().equals("state"))
                .findFirst()
                .orElseThrow()
                .values();
        for (int day = 0; day < 12; day++) {
            for (int unit = 0; unit < 5; unit++) {
                assertEquals(states.map(unit)[0][day], state[day][unit], 1e-5);
            }
        }
    }

    @Test
    void aScorerOfApplicantsIsLookedInto() throws Exception {
        String data = head("credit/german_credit.csv", 300);
        CreditSpec spec = Specs.with(
                Specs.defaults(CreditSpec.class, data),
                Map.of("model", "mlp", "units", 8, "units2", 4, "members", 2, "epochs", 1));
        Requests.ModelRef model = trained(spec);
        NetworkGraph graph = Asked.get(engine.graph(new Requests.InsideRequest(model, data)));
        assertEquals("mean", graph.nodes().getLast().layer());
        Inputs inputs = Asked.get(engine.inputs(new Requests.PlaceRequest(model, data, 7)));
        double[] scores = Asked.get(engine.score(new Requests.ScoreRequest(model, data)));
        assertEquals(scores[7], inputs.answer()[0], 1e-6);
        assertEquals(inputs.cells()[0].length, inputs.columns().size());
        assertTrue(inputs.dates().isEmpty());
        var refused = Asked.refusal(engine.inputs(new Requests.PlaceRequest(model, data, 300)));
        assertEquals("inside.error.row", refused.key());
    }

    @Test
    void aModelThatCannotBeLookedIntoIsRefusedByName() {
        try (LocalEngine local = new LocalEngine(new Heard(), new FakeWork())) {
            for (String task : new String[] {"generate", "classify"}) {
                Requests.ModelRef model = Asked.model(task);
                Notice notice = Asked.refusal(local.graph(new Requests.InsideRequest(model, "prices.csv")));
                assertEquals(Notice.of("inside.error.model", model.spec().model()), notice);
            }
        }
    }
}
