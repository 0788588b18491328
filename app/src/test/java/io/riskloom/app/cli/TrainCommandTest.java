package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
            "warnings",
            "audits");

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
        return train(data, List.of("--json"));
    }

    private CliRun train(Path data, List<String> more) throws IOException {
        Path spec = folder.resolve("spec.json");
        CliRun printed = CliRun.of("spec", "forecast", "--data", data);
        assertEquals(0, printed.code(), printed.err());
        Files.writeString(spec, printed.out());
        List<Object> args = new ArrayList<>(List.of("train", spec, "--project", project, "--device", "cpu"));
        args.addAll(more);
        for (String setting : List.of("epochs=1", "units=4", "layers=1", "window=10", "horizon=2")) {
            args.addAll(List.of("--set", setting));
        }
        return CliRun.of(args.toArray());
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
    void aTrainedRunTellsThatNothingLookedAhead() {
        JsonArray audits = trained.json().getAsJsonArray("audits");
        assertEquals(
                List.of("training", "forecasts", "shown"),
                audits.asList().stream()
                        .map(audit -> audit.getAsJsonObject().get("kind").getAsString())
                        .toList());
        for (JsonElement audit : audits) {
            JsonObject one = audit.getAsJsonObject();
            assertTrue(one.get("passed").getAsBoolean(), one.toString());
            assertEquals(0, one.get("changed").getAsInt());
            assertTrue(one.get("checked").getAsInt() >= 8, one.toString());
            assertTrue(one.get("from").getAsString().matches("20\\d\\d-\\d\\d-\\d\\d"), one.toString());
        }
    }

    /** Beside what the forecasts of the test span say of it, one day ahead. */
    @Test
    void theTradingFiguresStandWithTheirRuleAndBuyAndHold() {
        JsonObject trading = trained.json().getAsJsonObject("trading");
        assertEquals(1, trading.get("held").getAsInt());
        assertEquals(5, trading.get("costs").getAsDouble());
        assertTrue(trading.get("rule").getAsString().contains("held until the next close"), trading.toString());
        String id = trained.json().get("run").getAsString();
        CliRun forecasts = CliRun.of("forecast", id, "--project", project, "--data", vix);
        double worth = 1;
        double cost = 5e-4; // of opening the position
        int up = 0;
        int days = 0;
        for (String row : forecasts.lines()) {
            String[] cells = row.split(",");
            if (cells[1].equals("1") && cells[7].equals("test")) {
                double last = Double.parseDouble(cells[6]);
                worth *= Double.parseDouble(cells[2]) / last - cost;
                cost = 0;
                up += Double.parseDouble(cells[3]) > last ? 1 : 0;
                days++;
            }
        }
        double total = trading.getAsJsonObject("buyAndHold").get("total").getAsDouble();
        assertEquals(worth - 1, total, 1e-6);
        assertEquals((double) up / days, trading.get("longShare").getAsDouble(), 1e-9);
        assertEquals(249, days);
    }

    @Test
    void wordsTellTheRuleItsCostsAndBuyAndHold() throws IOException {
        List<String> lines = train(vix, List.of()).lines();
        int rule = lines.indexOf(
                trained.json().getAsJsonObject("trading").get("rule").getAsString());
        assertTrue(rule > 0, lines.toString());
        assertTrue(lines.get(rule + 1).startsWith("The costs are 5 basis points"), lines.get(rule + 1));
        assertTrue(
                lines.get(rule + 2).matches("Buy and hold over the same test span: Sharpe ratio \\S+, .*"),
                lines.get(rule + 2));
        assertEquals("Last value", lines.get(rule + 3), "challengers follow");
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
        assertEquals(0, json.getAsJsonArray("audits").size());
        assertTrue(json.get("reason").getAsString().contains("german_credit.csv"), json.toString());
    }

    @Test
    void theRunIsListed() {
        String id = trained.json().get("run").getAsString();
        CliRun words = CliRun.of("runs", "--project", project);
        assertEquals(0, words.code(), words.err());
        assertTrue(
                words.lines().getFirst().matches("Run +Model +Target +Data +Series +.* Main figure +Verdict +.*"),
                words.out());
        assertTrue(
                words.lines().stream()
                        .anyMatch(l ->
                                l.matches(id + " +lstm +path, 2 ahead +VIX\\.csv +Finished .* relMae \\d\\.\\d.*")),
                words.out());
        CliRun json = CliRun.of("runs", "--project", project, "--json");
        JsonObject listed = json.json().getAsJsonArray("runs").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(run -> run.get("run").getAsString().equals(id))
                .findFirst()
                .orElseThrow();
        assertEquals(trained.json().get("spec"), listed.get("spec"));
        assertEquals(2, listed.getAsJsonObject("spec").get("horizon").getAsInt());
    }

    @Test
    void everyDayWithAFullWindowIsForecast() throws IOException {
        Path out = folder.resolve("forecast.csv");
        String id = trained.json().get("run").getAsString();
        CliRun run = CliRun.of("forecast", id, "--project", project, "--data", vix, "--out", out);
        assertEquals(0, run.code(), run.err());
        List<String> lines = Files.readAllLines(out);
        assertEquals("date,step,actual,forecast,lower,upper,last_value,span", lines.getFirst());
        // 1259 days have a figure; the first 10 have no window of ten returns behind them; two steps from each other.
        assertEquals(1 + (1259 - 10) * 2, lines.size());
        assertTrue(lines.getLast().matches("\\d{4}-\\d\\d-\\d\\d,2,,[^,]+,[^,]+,[^,]+,[^,]+,new"), lines.getLast());
        assertEquals("", run.out());
        assertSpans(lines.subList(1, lines.size()), run.err());
    }

    /** A fifth of the days less the horizon is tested; of the last two days nothing was judged. */
    private static void assertSpans(List<String> rows, String err) {
        Map<String, Long> counts = rows.stream()
                .map(row -> row.substring(row.lastIndexOf(',') + 1))
                .collect(Collectors.groupingBy(span -> span, TreeMap::new, Collectors.counting()));
        assertEquals(Set.of("train", "validation", "bands", "test", "new"), counts.keySet());
        assertEquals(2 * 2, counts.get("new"));
        assertEquals(2 * 250, counts.get("test"), 4);
        long seen = counts.get("train") + counts.get("validation") + counts.get("bands");
        assertEquals(3, err.lines().count(), err);
        assertTrue(err.contains("Rows without a price in column vix: 46"), err);
        assertTrue(err.contains("Series VIX of VIX.csv"), err);
        assertTrue(err.contains(seen + " of 2498 rows are of days that training has seen"), err);
    }

    @Test
    void aRunOfAnotherTaskIsRefused() {
        String id = trained.json().get("run").getAsString();
        CliRun run = CliRun.of("score", id, "--project", project, "--data", vix);
        assertEquals(1, run.code());
        assertTrue(run.err().contains(id) && run.err().lines().count() == 1, run.err());
    }
}
