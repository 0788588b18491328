package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Attribution;
import io.riskloom.engine.inside.Faithfulness;
import io.riskloom.engine.inside.Gates;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.Inside;
import io.riskloom.engine.inside.Inspectable;
import io.riskloom.engine.inside.Occlusion;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.model.Classifier;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Forecaster;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.TrainedModel;
import io.riskloom.engine.quality.DataFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small trained runs, asked what bore their answers. */
class AttributedRunsTest {
    private static final int PLACE = 60;

    @TempDir
    private Path folder;

    private Imported data;

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
    }

    private Path prices() throws Exception {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("Date,Close\n");
        for (int t = 0; t < 170; t++) {
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
        StringBuilder csv = new StringBuilder("age,pay_1,pay_2,pay_3,housing,class\n");
        for (int i = 0; i < 240; i++) {
            int age = 20 + random.nextInt(50);
            int newest = random.nextInt(4);
            boolean bad = random.nextGaussian() + (45 - age) / 12.0 + newest / 2.0 > 1;
            csv.append(age).append(',').append(newest);
            csv.append(',').append(random.nextInt(4)).append(',').append(random.nextInt(4));
            csv.append(',').append(random.nextBoolean() ? "own" : "rent");
            csv.append(',').append(bad ? "bad" : "good").append('\n');
        }
        return Files.writeString(folder.resolve("applicants.csv"), csv);
    }

    private Classifier classifier(Map<String, Object> settings) throws Exception {
        ClassifySpec spec = Specs.with(Specs.defaults(ClassifySpec.class, prices().toString()), settings);
        data = DataFile.read(Path.of(spec.data()), spec.reading());
        ClassifyRecipe recipe = new ClassifyRecipe(spec.model());
        assertInstanceOf(Outcome.Finished.class, recipe.train(spec, data, folder, RunMonitor.SILENT));
        return recipe.load(spec, folder);
    }

    private Forecaster forecaster(Map<String, Object> settings) throws Exception {
        ForecastSpec spec = Specs.with(Specs.defaults(ForecastSpec.class, prices().toString()), settings);
        data = DataFile.read(Path.of(spec.data()), spec.reading());
        ForecastRecipe recipe = new ForecastRecipe(spec.model());
        assertInstanceOf(Outcome.Finished.class, recipe.train(spec, data, folder, RunMonitor.SILENT));
        return recipe.load(spec, folder);
    }

    private CreditScorer scorer(Map<String, Object> settings) throws Exception {
        CreditSpec spec =
                Specs.with(Specs.defaults(CreditSpec.class, applicants().toString()), settings);
        data = DataFile.read(Path.of(spec.data()), spec.reading());
        CreditRecipe recipe = new CreditRecipe(spec.model());
        assertInstanceOf(Outcome.Finished.class, recipe.train(spec, data, folder, RunMonitor.SILENT));
        return recipe.load(spec, folder);
    }

    private Inside inside(TrainedModel model) throws Exception {
        Inspectable inspectable = assertInstanceOf(Inspectable.class, model);
        return switch (data) {
            case Imported.Prices prices -> inspectable.inside(prices.series().getFirst());
            case Imported.Credit credit -> inspectable.inside(credit.book());
        };
    }

    private static double sum(double[][] cells) {
        return Arrays.stream(cells).flatMapToDouble(Arrays::stream).sum();
    }

    private static void assertComplete(Attribution found) {
        double change = found.logit() - found.baseline();
        assertEquals(change, sum(found.cells()), found.gap() + 1e-9);
        assertTrue(found.gap() <= Math.max(IntegratedGradients.LEAST, 0.01 * Math.abs(change)), "gap " + found.gap());
    }

    /** Covered nowhere and covered everywhere are the ends of both curves. */
    private static void assertEnds(Faithfulness found, double answer) {
        assertEquals(answer, found.deletion()[0], 1e-6);
        assertEquals(answer, found.insertion()[20], 1e-6);
        assertEquals(found.deletion()[20], found.insertion()[0], 1e-6);
        assertEquals(found.deletion()[20], found.randomDeletion()[20], 1e-6);
        assertTrue(Math.abs(found.likeness()) <= 1);
    }

    @Test
    void aClassifierOfPictures() throws Exception {
        Map<String, Object> settings = Map.of(
                "model", "cnn", "epochs", 3, "window", 16, "imageSize", 16, "filters", 4, "units", 8, "stride", 2);
        try (Classifier model = classifier(settings)) {
            Inside inside = inside(model);
            Inputs inputs = inside.inputs(PLACE);
            double up = inputs.answer()[0];
            Attribution shares = inside.attribution(PLACE, "gradients", "", Stage.TRAINED, false, () -> false);
            assertComplete(shares);
            assertEquals(16, shares.cells().length);
            Attribution map = inside.attribution(PLACE, "gradcam", "", Stage.TRAINED, false, () -> false);
            assertEquals("conv3.relu", map.layer(), "maps of 4 × 4");
            assertEquals(shares.logit(), map.logit(), 1e-6);
            assertTrue(sum(map.cells()) >= 0);
            Attribution first = inside.attribution(PLACE, "gradients", "", Stage.INITIAL, false, () -> false);
            assertEquals(Stage.INITIAL, first.stage());
            assertTrue(Math.abs(first.logit() - shares.logit()) > 1e-6);
            Attribution drawn = inside.attribution(PLACE, "gradients", "", Stage.TRAINED, true, () -> false);
            assertTrue(drawn.randomised());
            assertTrue(sum(drawn.cells()) != sum(shares.cells()));
            Occlusion patches = inside.occlusion(PLACE, 4, 4, () -> false);
            assertEquals(up, patches.answer(), 1e-6);
            assertEquals(4, patches.answers().length);
            assertEquals(inside.covered(PLACE, 8, 12, 4), patches.answers()[2][3], 1e-6);
            assertEquals(up, inside.covered(PLACE, 16, 16, 4), 1e-6);
            assertEnds(inside.faithfulness(PLACE, "gradcam++", "conv2.relu", Stage.TRAINED, () -> false), up);
            Faithfulness before = inside.faithfulness(PLACE, "gradcam++", "conv2.relu", Stage.INITIAL, () -> false);
            assertTrue(Math.abs(before.deletion()[0] - up) > 1e-6, "the untrained network's own answer");
            assertEquals(
                    "inside.error.noGates",
                    assertThrows(NoticeException.class, () -> inside.gates(PLACE, "", Stage.TRAINED, () -> false))
                            .notice()
                            .key());
        }
    }

    /** Explained is the last step in the unit that is learnt: what the answer is in prices. */
    @Test
    void aForecasterOverDays() throws Exception {
        Map<String, Object> settings = Map.of(
                "model", "gru", "epochs", 3, "window", 10, "horizon", 3, "units", 5, "skip", "yes", "loss", "pinball");
        try (Forecaster model = forecaster(settings)) {
            Inside inside = inside(model);
            Inputs inputs = inside.inputs(PLACE);
            Attribution shares = inside.attribution(PLACE, "gradients", "", Stage.TRAINED, false, () -> false);
            assertComplete(shares);
            double price = inputs.closes()[9] * Math.exp(shares.logit());
            assertEquals(inputs.answer()[2], price, 1e-3);
            assertEquals(inputs.columns(), shares.names());
            assertEquals(10, shares.cells().length);
            Occlusion patches = inside.occlusion(PLACE, 1, 1, () -> false);
            assertEquals(shares.logit(), patches.answer(), 1e-6);
            assertEquals(inputs.columns().size(), patches.answers()[0].length);
            assertEnds(inside.faithfulness(PLACE, "gradients", "", Stage.TRAINED, () -> false), shares.logit());
            Gates gates = inside.gates(PLACE, "", Stage.TRAINED, () -> false);
            assertEquals("gru", gates.kind());
            assertEquals(inputs.dates(), gates.dates());
            assertEquals(
                    shares.logit() - shares.baseline(),
                    Arrays.stream(gates.lags()).sum(),
                    shares.gap() + 1e-9);
            Attribution drawn = inside.attribution(PLACE, "gradients", "", Stage.TRAINED, true, () -> false);
            assertTrue(Math.abs(sum(drawn.cells())) > 1e-6, "also the head is drawn");
        }
    }

    /** An ensemble is explained as one: by the mean of its members' logits, and by the one that sees a picture. */
    @Test
    void severalNetworksOverApplicants() throws Exception {
        Map<String, Object> settings = Map.of("model", "ensemble", "epochs", 3, "members", 2);
        try (CreditScorer model = scorer(settings)) {
            Inside inside = inside(model);
            Inputs inputs = inside.inputs(PLACE);
            Attribution shares = inside.attribution(PLACE, "gradients", "", Stage.TRAINED, false, () -> false);
            assertComplete(shares);
            assertEquals(List.of("age", "pay_1", "pay_2", "pay_3", "housing"), shares.names());
            assertEquals(sum(shares.cells()), Arrays.stream(shares.byColumn()).sum(), 1e-9);
            assertEquals(inputs.columns().size(), shares.cells()[0].length);
            assertEquals(inputs.picture().length, shares.picture().length);
            for (int p = 0; p < inputs.pixels().size(); p++) {
                int input = inputs.columns().indexOf(inputs.pixels().get(p));
                int side = inputs.picture().length;
                assertEquals(input < 0 ? 0 : shares.cells()[0][input], shares.picture()[p / side][p % side], 1e-12);
            }
            Attribution map = inside.attribution(PLACE, "gradcam", "", Stage.TRAINED, false, () -> false);
            assertEquals(inputs.picture().length, map.picture().length);
            assertEquals(5, map.byColumn().length);
            Occlusion columns = inside.occlusion(PLACE, 1, 1, () -> false);
            assertEquals(inputs.answer()[0], columns.answer(), 1e-6);
            assertEquals(5, columns.answers()[0].length);
            assertEnds(inside.faithfulness(PLACE, "gradcam", "", Stage.TRAINED, () -> false), inputs.answer()[0]);
            Gates gates = inside.gates(PLACE, "", Stage.TRAINED, () -> false);
            assertEquals("gru", gates.kind());
            assertEquals(3, gates.lags().length);
            assertEquals(List.of("pay_"), gates.features());
            assertArrayEquals(
                    new double[] {shares.byColumn()[3], shares.byColumn()[2], shares.byColumn()[1]},
                    gates.lags(),
                    1e-12,
                    "the oldest month first");
        }
    }

    /** Of networks side by side the same layer of each is weighed. */
    @Test
    void mapsOfSeveralNetworksAreSummed() throws Exception {
        try (CreditScorer model = scorer(Map.of("model", "cnn", "epochs", 2, "members", 2))) {
            Inside inside = inside(model);
            Attribution all = inside.attribution(PLACE, "gradcam", "", Stage.TRAINED, false, () -> false);
            assertFalse(all.layer().startsWith("member"), all.layer());
            double[][] sum = new double[all.picture().length][all.picture().length];
            for (String member : List.of("member1.", "member2.")) {
                String layer = member + all.layer();
                Attribution one = inside.attribution(PLACE, "gradcam", layer, Stage.TRAINED, false, () -> false);
                assertEquals(layer, one.layer());
                for (int i = 0; i < sum.length; i++) {
                    for (int j = 0; j < sum.length; j++) {
                        sum[i][j] += one.picture()[i][j];
                    }
                }
            }
            for (int i = 0; i < sum.length; i++) {
                assertArrayEquals(sum[i], all.picture()[i], 1e-9);
            }
            double answer = inside.inputs(PLACE).answer()[0];
            assertEnds(inside.faithfulness(PLACE, "gradcam", "", Stage.TRAINED, () -> false), answer);
        }
    }

    /** The same contributions as the scorer's own reasons, where one network answers and its line of calibration is one. */
    @Test
    void aSingleNetworksGradientsAreThoseOfItsReasons() throws Exception {
        try (CreditScorer model = scorer(Map.of("model", "mlp", "epochs", 3, "members", 1, "units", 8, "units2", 6))) {
            Inside inside = inside(model);
            Attribution shares = inside.attribution(PLACE, "gradients", "", Stage.TRAINED, false, () -> false);
            float[][] row = {new float[shares.cells()[0].length]};
            double[][] cells = inside.inputs(PLACE).cells();
            for (int i = 0; i < row[0].length; i++) {
                row[0][i] = (float) cells[0][i];
            }
            double[] own = model.integratedGradients(row, model.average(), 64)[0];
            double largest = Arrays.stream(own).map(Math::abs).max().orElseThrow();
            double scale = sum(new double[][] {own}) / sum(shares.cells());
            for (int i = 0; i < own.length; i++) {
                assertEquals(own[i], scale * shares.cells()[0][i], 0.02 * largest);
            }
            assertEquals(
                    "inside.error.noMaps",
                    assertThrows(
                                    NoticeException.class,
                                    () -> inside.attribution(PLACE, "gradcam", "", Stage.TRAINED, false, () -> false))
                            .notice()
                            .key());
        }
    }
}
