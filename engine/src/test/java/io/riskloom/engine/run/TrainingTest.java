package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Forecaster;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatIsNotThereIsToldByName() {
        Path missing = folder.resolve("missing.csv");
        Outcome outcome = Training.train(
                Specs.defaults("forecast", missing.toString()), folder.resolve("run"), RunMonitor.SILENT);
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
        assertEquals("data.error.notFound", failed.reason().key());
        assertEquals("missing.csv", failed.reason().args().getFirst());
    }

    @Test
    void cudaWithoutCudaIsRefusedInWords() {
        if (Torch.gpuCount() > 0) {
            return;
        }
        Outcome outcome =
                Training.train(Specs.defaults("forecast", "x.csv"), folder.resolve("run"), "cuda", RunMonitor.SILENT);
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
        assertEquals("run.error.noCuda", failed.reason().key());
    }

    @Test
    void aPriceFileTrainsFromDiskAndItsForecastsNeedNoLaterDay() throws Exception {
        Path csv = folder.resolve("toy.csv");
        PriceHistory toy = ToyData.swings(220).series().getFirst();
        StringBuilder text = new StringBuilder("date,close\n");
        for (int t = 0; t < toy.size(); t++) {
            text.append(toy.dates().get(t)).append(',').append(toy.close()[t]).append('\n');
        }
        Files.writeString(csv, text);
        ForecastSpec spec = Specs.defaults(ForecastSpec.class, csv.toString());
        spec = Specs.with(Specs.with(Specs.with(spec, "window", 10), "horizon", 2), "units", 8);
        spec = Specs.with(Specs.with(spec, "epochs", 2), "batch", 16);
        Outcome outcome = Training.train(spec, folder.resolve("run"), RunMonitor.SILENT);
        Evaluation evaluation =
                assertInstanceOf(Outcome.Finished.class, outcome).evaluation();
        assertTrue(evaluation.metrics().get("mae") > 0);
        try (Forecaster model = (Forecaster) Recipes.of(spec).load(spec, folder.resolve("run"))) {
            Forecast known = model.forecast(toy, 100, 120);
            double[] changed = toy.close();
            Arrays.fill(changed, 120, changed.length, 1);
            Forecast other =
                    model.forecast(ToyData.prices(toy.dates(), changed).series().getFirst(), 100, 120);
            for (int i = 0; i < known.size(); i++) {
                assertEquals(Arrays.toString(known.forecast()[i]), Arrays.toString(other.forecast()[i]));
                assertEquals(Arrays.toString(known.lower90()[i]), Arrays.toString(other.lower90()[i]));
            }
            assertEquals(2, known.horizon());
            assertTrue(known.lower90()[0][1] < known.lower50()[0][1]);
            assertTrue(known.upper50()[0][1] < known.upper90()[0][1]);
            NoticeException e = assertThrows(NoticeException.class, () -> model.forecast(toy, 3, 20));
            assertEquals("run.error.origin[10, 219, 3]", e.notice().toString());
        }
    }

    @Test
    void aTableOfApplicantsIsRefusedByPriceModelsAndAPriceFileByCreditModels() throws Exception {
        ForecastSpec forecast = Specs.defaults(ForecastSpec.class, "x.csv");
        NoticeException one = assertThrows(NoticeException.class, () -> Recipes.of(forecast)
                .train(forecast, ToyData.applicants(50, false), folder, RunMonitor.SILENT));
        assertEquals("run.error.needsPrices[toy_credit.csv]", one.notice().toString());
        CreditSpec credit = Specs.defaults(CreditSpec.class, "x.csv");
        NoticeException two = assertThrows(NoticeException.class, () -> Recipes.of(credit)
                .train(credit, ToyData.swings(50), folder, RunMonitor.SILENT));
        assertEquals("run.error.needsCredit[toy.csv]", two.notice().toString());
    }

    @Test
    void aColumnThatKnowsTheAnswerIsQuestionedByName() throws Exception {
        CreditSpec spec = Specs.with(Specs.defaults(CreditSpec.class, "x.csv"), "epochs", 20);
        Outcome outcome = Recipes.of(spec).train(spec, ToyData.applicants(400, true), folder, RunMonitor.SILENT);
        Evaluation evaluation =
                assertInstanceOf(Outcome.Finished.class, outcome).evaluation();
        assertTrue(
                evaluation.warnings().stream()
                        .anyMatch(n -> n.key().equals("run.warning.columnSuspect")
                                && n.args().getFirst().equals("known")),
                evaluation.warnings().toString());
        assertTrue(evaluation.warnings().stream().anyMatch(n -> n.key().equals("run.warning.aucSuspect")));
    }

    @Test
    void generatedPathsFollowTheirSeedAndMayBeLongerThanTheWindow() throws Exception {
        GenerateSpec spec = Specs.defaults(GenerateSpec.class, "x.csv");
        spec = Specs.with(spec, Map.of("model", "mlp-gan", "epochs", 1, "units", 8, "window", 10));
        Recipes.of(spec).train(spec, ToyData.swings(200), folder, RunMonitor.SILENT);
        try (PathGenerator model = (PathGenerator) Recipes.of(spec).load(spec, folder)) {
            double[][] one = model.generate(asked(4)).returns();
            assertEquals(25, one[2].length);
            assertEquals(
                    Arrays.deepToString(one),
                    Arrays.deepToString(model.generate(asked(4)).returns()));
            assertNotEquals(
                    Arrays.deepToString(one),
                    Arrays.deepToString(model.generate(asked(5)).returns()));
        }
    }

    private static PathRequest asked(long seed) {
        return new PathRequest(3, 25, seed, PathRequest.Start.TODAY);
    }

    @Test
    void trainingAgainKeepsTheOldModelUntilItsFirstEpochIsSaved() throws Exception {
        CreditSpec spec = Specs.with(Specs.defaults(CreditSpec.class, "x.csv"), "epochs", 2);
        Imported.Credit data = ToyData.applicants(200, false);
        assertInstanceOf(Outcome.Finished.class, Recipes.of(spec).train(spec, data, folder, RunMonitor.SILENT));
        assertTrue(Files.exists(folder.resolve(Outcome.FILE)));
        assertInstanceOf(Outcome.Cancelled.class, Recipes.of(spec).train(spec, data, folder, cancelled(() -> true)));
        Recipes.of(spec).load(spec, folder).close();
        assertFalse(Files.exists(folder.resolve(Outcome.FILE)), "the outcome was that of the earlier training");

        Path model = folder.resolve("model.json");
        RunMonitor afterOneEpoch = cancelled(() -> !Files.exists(model));
        assertInstanceOf(Outcome.Cancelled.class, Recipes.of(spec).train(spec, data, folder, afterOneEpoch));
        NoticeException e =
                assertThrows(NoticeException.class, () -> Recipes.of(spec).load(spec, folder));
        assertEquals("run.error.notTrained", e.notice().key());
    }

    @Test
    void weightsThatAnUnfinishedTrainingLeftAreRemovedAtTheStartOfAnother() throws Exception {
        CreditSpec spec = Specs.defaults(CreditSpec.class, "x.csv");
        Path weights = Files.writeString(folder.resolve("weights.safetensors"), "of a training without a model");
        Recipes.of(spec).train(spec, ToyData.applicants(200, false), folder, cancelled(() -> true));
        assertFalse(Files.exists(weights));
    }

    @Test
    void theOutcomeThatAFinishedTrainingLeavesIsTheOneItTells() throws Exception {
        CreditSpec spec = Specs.with(Specs.defaults(CreditSpec.class, "x.csv"), "epochs", 1);
        Outcome told = Recipes.of(spec).train(spec, ToyData.applicants(200, false), folder, RunMonitor.SILENT);
        String left = Files.readString(folder.resolve(Outcome.FILE));
        assertEquals(Json.gson().toJson(told, Outcome.class), left);
        assertInstanceOf(Outcome.Finished.class, Json.gson().fromJson(left, Outcome.class));
    }

    @Test
    void cancelWhileTheModelIsJudgedLeavesTheCheckpointAndNoOutcome() throws Exception {
        CreditSpec spec = Specs.with(Specs.defaults(CreditSpec.class, "x.csv"), "epochs", 1);
        Imported.Credit data = ToyData.applicants(200, false);
        int[] asked = new int[1];
        RunMonitor counting = cancelled(() -> ++asked[0] < 0);
        Path whole = Files.createDirectories(folder.resolve("whole"));
        assertInstanceOf(Outcome.Finished.class, Recipes.of(spec).train(spec, data, whole, counting));
        int[] left = {asked[0]};
        RunMonitor atTheLast = cancelled(() -> --left[0] <= 0);
        Path stopped = Files.createDirectories(folder.resolve("stopped"));
        assertInstanceOf(Outcome.Cancelled.class, Recipes.of(spec).train(spec, data, stopped, atTheLast));
        assertEquals(0, left[0], "the last question is asked before the test rows are answered");
        assertTrue(Files.exists(stopped.resolve("checkpoint.safetensors")));
        assertFalse(Files.exists(stopped.resolve(Outcome.FILE)));
        assertInstanceOf(Outcome.Finished.class, Recipes.of(spec).train(spec, data, stopped, RunMonitor.SILENT));
    }

    private static RunMonitor cancelled(BooleanSupplier answer) {
        return new RunMonitor() {
            @Override
            public void onEpoch(EpochReport report) {}

            @Override
            public boolean cancelled() {
                return answer.getAsBoolean();
            }
        };
    }

    @Test
    void aRunThatHasNotFinishedCannotBeOpened() {
        ForecastSpec spec = Specs.defaults(ForecastSpec.class, "x.csv");
        NoticeException e =
                assertThrows(NoticeException.class, () -> Recipes.of(spec).load(spec, folder));
        assertEquals("run.error.notTrained", e.notice().key());
    }

    @Test
    void provenanceNamesDeviceThreadsAndVersions() {
        Provenance here = Provenances.here("abc");
        assertEquals("abc", here.dataSha256());
        assertEquals(Torch.deviceName(), here.device());
        assertTrue(here.threads() >= 1);
        assertEquals("2.7.1", here.versions().get("pytorch"));
        assertEquals("0.35.1", here.versions().get("djl"));
        assertEquals(
                Set.of("java", "riskloom", "djl", "pytorch", "os", "processor"),
                here.versions().keySet());
        assertTrue(
                here.versions().values().stream().noneMatch(String::isBlank),
                here.versions().toString());
    }
}
