package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From a specification to forecasts, as a script goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainCommandTest {

    private static final Set<String> KEYS = Set.of(
            "run",
            "outcome",
            "task",
            "model",
            "seconds",
            "epochs",
            "device",
            "seed",
            "dataSha256",
            "metrics",
            "intervals",
            "challengers",
            "verdict",
            "warnings");

    private static final Set<String> METRICS = Set.of(
            "mae",
            "rmse",
            "mase",
            "relMae",
            "smape",
            "crps",
            "coverage90",
            "directionalAccuracy",
            "dmPValue",
            "sharpeNet");

    @TempDir
    static Path folder;

    private Path vix;
    private Path project;
    private CliRun trained;

    @BeforeAll
    void train() throws IOException {
        vix = CliRun.sample(folder, "VIX.csv");
        project = folder.resolve("project");
        trained = train(vix);
    }

    private CliRun train(Path data) throws IOException {
        Path spec = folder.resolve("spec.json");
        CliRun printed = CliRun.of("spec", "forecast", "--data", data);
        assertEquals(0, printed.code(), printed.err());
        Files.writeString(spec, printed.out());
        return CliRun.of(
                "train",
                spec,
                "--project",
                project,
                "--device",
                "cpu",
                "--json",
                "--set",
                "epochs=1",
                "--set",
                "units=4",
                "--set",
                "layers=1",
                "--set",
                "window=10",
                "--set",
                "horizon=2");
    }

    @Test
    void thePrintedSpecIsTheDefaultOne() {
        CliRun printed = CliRun.of("spec", "forecast", "--data", vix, "--model", "lstm");
        assertEquals(Specs.defaults(ForecastSpec.class, vix.toString()), Specs.parse(printed.out()));
    }

    @Test
    void aTrainedRunHasEveryKeyAndNoNaN() {
        assertEquals(0, trained.code(), trained.err());
        JsonObject json = trained.json();
        assertTrue(json.keySet().containsAll(KEYS), json.toString());
        assertTrue(json.getAsJsonObject("metrics").keySet().containsAll(METRICS), json.toString());
        assertEquals("finished", json.get("outcome").getAsString());
        assertEquals("forecast", json.get("task").getAsString());
        assertEquals("lstm", json.get("model").getAsString());
        assertEquals("cpu", json.get("device").getAsString());
        assertEquals(1, json.get("epochs").getAsInt());
        assertEquals(7, json.get("seed").getAsInt());
        assertTrue(json.get("seconds").getAsDouble() > 0);
        assertTrue(json.get("dataSha256").getAsString().matches("[0-9a-f]{64}"));
        assertFalse(json.getAsJsonArray("challengers").isEmpty());
        assertFalse(trained.out().contains("NaN") || trained.out().contains("Infinity"), trained.out());
        assertEquals(1, trained.lines().size());
    }

    @Test
    void standardErrorHoldsTheEpochsAlone() {
        assertEquals(1, trained.err().lines().count(), trained.err());
        assertTrue(trained.err().contains("epoch 1 of 1"), trained.err());
    }

    @Test
    void aFailedRunHasEveryKeyAndItsReason() throws IOException {
        CliRun run = train(CliRun.sample(folder, "german_credit.csv"));
        assertEquals(1, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("german_credit.csv"), run.err());
        JsonObject json = run.json();
        assertTrue(json.keySet().containsAll(KEYS), json.toString());
        assertEquals("failed", json.get("outcome").getAsString());
        assertTrue(json.get("verdict").isJsonNull());
        assertEquals(0, json.getAsJsonObject("metrics").size());
        assertTrue(json.get("reason").getAsString().contains("german_credit.csv"), json.toString());
    }

    @Test
    void theRunIsListed() {
        String id = trained.json().get("run").getAsString();
        CliRun words = CliRun.of("runs", "--project", project);
        assertEquals(0, words.code(), words.err());
        assertTrue(words.lines().stream().anyMatch(l -> l.startsWith(id) && l.contains("relMae")), words.out());
        CliRun json = CliRun.of("runs", "--project", project, "--json");
        assertTrue(
                json.json().getAsJsonArray("runs").asList().stream()
                        .map(run -> run.getAsJsonObject().get("run").getAsString())
                        .anyMatch(id::equals),
                json.out());
    }

    @Test
    void everyDayWithAFullWindowIsForecast() throws IOException {
        Path out = folder.resolve("forecast.csv");
        String id = trained.json().get("run").getAsString();
        CliRun run = CliRun.of("forecast", id, "--project", project, "--data", vix, "--out", out);
        assertEquals(0, run.code(), run.err());
        List<String> lines = Files.readAllLines(out);
        assertEquals("date,step,actual,forecast,lower,upper,last_value", lines.getFirst());
        // 1259 days have a figure; the first 10 have no window of ten returns behind them; two steps from each other.
        assertEquals(1 + (1259 - 10) * 2, lines.size());
        assertTrue(lines.getLast().matches("\\d{4}-\\d\\d-\\d\\d,2,,[^,]+,[^,]+,[^,]+,[^,]+"), lines.getLast());
        assertEquals("", run.out() + run.err());
    }

    @Test
    void aRunOfAnotherTaskIsRefused() {
        String id = trained.json().get("run").getAsString();
        CliRun run = CliRun.of("score", id, "--project", project, "--data", vix);
        assertEquals(1, run.code());
        assertTrue(run.err().contains(id) && run.err().lines().count() == 1, run.err());
    }
}
