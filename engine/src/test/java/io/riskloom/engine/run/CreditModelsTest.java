package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trained credit models: what they answer, what their answers hang on, and what they do not. */
class CreditModelsTest {
    private static final Map<String, Object> SMALL = Map.of("epochs", 3, "batch", 32, "units", 8, "units2", 6);
    private static final int ROWS = 200;

    private static String threadsBefore;

    @TempDir
    private Path folder;

    @BeforeAll
    static void oneThread() {
        threadsBefore = System.setProperty("riskloom.threads", "1");
    }

    @AfterAll
    static void threadsAsBefore() {
        if (threadsBefore == null) {
            System.clearProperty("riskloom.threads");
        } else {
            System.setProperty("riskloom.threads", threadsBefore);
        }
    }

    private static CreditSpec spec(String model, Map<String, Object> settings) {
        CreditSpec spec = Specs.with(Specs.defaults(CreditSpec.class, "toy.csv"), "model", model);
        return Specs.with(Specs.with(Specs.with(spec, SMALL), "members", 2), settings);
    }

    private Evaluation train(CreditSpec spec, Imported data) throws Exception {
        return assertInstanceOf(Outcome.Finished.class, Recipes.of(spec).train(spec, data, folder, RunMonitor.SILENT))
                .evaluation();
    }

    private CreditScorer open(CreditSpec spec) throws Exception {
        return assertInstanceOf(CreditScorer.class, Recipes.of(spec).load(spec, folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "gru"})
    void integratedGradientsAddUpToTheDifferenceFromTheAverageApplicant(String model) throws Exception {
        CreditSpec spec = spec(model, Map.of("codes", "yes", "learningRate", 0.02, "epochs", 12));
        Imported.Credit data = ToyData.repayers(ROWS);
        train(spec, data);
        try (CreditScorer scorer = open(spec)) {
            float[][] inputs = scorer.encoder().encode(data.book());
            double base = scorer.logOdds(new float[][] {scorer.average()})[0];
            double[] logOdds = scorer.logOdds(inputs);
            int arrays = Torch.liveArrays();
            double[][] shares = scorer.integratedGradients(inputs, scorer.average(), 64);
            assertEquals(arrays, Torch.liveArrays(), "native arrays stay");
            double widest = 0;
            for (int i = 0; i < inputs.length; i++) {
                assertEquals(logOdds[i] - base, Arrays.stream(shares[i]).sum(), 1e-3);
                widest = Math.max(widest, Math.abs(logOdds[i] - base));
            }
            assertTrue(widest > 0.5, "the model tells applicants apart by " + widest);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"platt", "isotonic", "none"})
    void theProbabilityOfTheLogOddsIsTheProbabilityOfTheApplicant(String calibration) throws Exception {
        CreditSpec spec = spec("mlp", Map.of("calibration", calibration));
        Imported.Credit data = ToyData.applicants(ROWS, false);
        Evaluation evaluation = train(spec, data);
        try (CreditScorer scorer = open(spec)) {
            double[] asked = scorer.probabilityBad(data.book());
            double[] again = scorer.probability(scorer.logOdds(scorer.encoder().encode(data.book())));
            assertArrayEquals(asked, again, 1e-12);
            Details.OfCredit kept = assertInstanceOf(Details.OfCredit.class, evaluation.details());
            double[] judged =
                    Arrays.stream(kept.rows()).mapToDouble(row -> asked[row]).toArray();
            assertArrayEquals(kept.probabilityBad(), judged, 1e-6);
            assertEquals("toy", scorer.trainedOn());
        }
    }

    @Test
    void theAverageApplicantIsTheMeanOfTheRowsThatAreNotTested() throws Exception {
        CreditSpec spec = spec("mlp", Map.of());
        Imported.Credit data = ToyData.applicants(ROWS, false);
        train(spec, data);
        boolean[] tested = new boolean[ROWS];
        Arrays.stream(Splits.rows(spec, data.book()).test()).forEach(row -> tested[row] = true);
        try (CreditScorer scorer = open(spec)) {
            float[][] inputs = scorer.encoder().encode(data.book());
            for (int i = 0; i < scorer.average().length; i++) {
                double sum = 0;
                int count = 0;
                for (int row = 0; row < ROWS; row++) {
                    sum += tested[row] ? 0 : inputs[row][i];
                    count += tested[row] ? 0 : 1;
                }
                assertEquals(sum / count, scorer.average()[i], 1e-5);
            }
        }
    }

    /** What is fitted, learnt, calibrated and chosen knows nothing of the test applicants. */
    @ParameterizedTest
    @ValueSource(strings = {"mlp", "resnet", "gru"})
    void otherTestApplicantsChangeNoModel(String model) throws Exception {
        CreditSpec spec = spec(model, Map.of("members", model.equals("resnet") ? 1 : 2, "width", 4));
        Imported.Credit data = ToyData.repayers(ROWS);
        Evaluation before = train(spec, data);
        String description = Files.readString(folder.resolve("model.json"));
        byte[] weights = Files.readAllBytes(folder.resolve("weights.safetensors"));
        Evaluation after =
                train(spec, shifted(data, Splits.rows(spec, data.book()).test()));
        assertEquals(description, Files.readString(folder.resolve("model.json")));
        assertArrayEquals(weights, Files.readAllBytes(folder.resolve("weights.safetensors")));
        assertFalse(before.metrics().get(Metric.BRIER).equals(after.metrics().get(Metric.BRIER)));
    }

    /** Numbers of some rows times three. */
    private static Imported.Credit shifted(Imported.Credit data, int[] rows) {
        CreditBook book = data.book();
        List<CreditColumn> columns = book.features().stream()
                .map(column -> {
                    if (!(column instanceof CreditColumn.Numeric numbers)) {
                        return column;
                    }
                    double[] values = numbers.values();
                    Arrays.stream(rows).forEach(row -> values[row] *= 3);
                    return new CreditColumn.Numeric(column.name(), values);
                })
                .toList();
        CreditBook other = new CreditBook(
                book.name(), columns, book.target(), "good", "bad", book.bad(), List.of(), book.source());
        return new Imported.Credit(other, data.lines(), data.report());
    }

    @Test
    void groupsStayTogetherAndTheirColumnIsNoInput() throws Exception {
        CreditSpec spec = spec("mlp", Map.of("scheme", "grouped", "groups", "age", "folds", 3, "fold", 1));
        train(spec, ToyData.applicants(ROWS, false));
        try (CreditScorer scorer = open(spec)) {
            assertFalse(scorer.encoder().columns().contains("age"));
        }
    }

    @Test
    void aTableWithoutMonthsIsRefusedByNetworksThatReadThem() {
        CreditSpec spec = spec("lstm", Map.of());
        NoticeException refused =
                assertThrows(NoticeException.class, () -> train(spec, ToyData.applicants(ROWS, false)));
        assertEquals("run.error.noHistory[toy_credit.csv]", refused.notice().toString());
    }

    @Test
    void aRunOfAnEarlierVersionIsRefusedInWords() throws Exception {
        CreditSpec spec = spec("mlp", Map.of());
        train(spec, ToyData.applicants(ROWS, false));
        Path model = folder.resolve("model.json");
        JsonObject old = JsonParser.parseString(Files.readString(model)).getAsJsonObject();
        List.of("calibrator", "average", "bestEpochs", "trainedOn").forEach(old::remove);
        Files.writeString(model, old.toString());
        NoticeException refused = assertThrows(NoticeException.class, () -> open(spec));
        assertEquals("run.error.creditModelOld", refused.notice().key());
    }
}
