package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    private static final int PATHS = 30;
    private static final int DAYS = 120;

    @TempDir
    private Path folder;

    private Path real;
    private Path generated;

    @BeforeEach
    void write() throws IOException {
        real = write("real.csv", "path,step,close", 1, 0.01);
        generated = write("generated.csv", "scenario,t,price", 2, 0.02);
    }

    /** Normal returns; those of the other file are twice as large. */
    private Path write(String name, String header, long seed, double deviation) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(header + "\n");
        for (int p = 1; p <= PATHS; p++) {
            double price = 100;
            for (int t = 1; t <= DAYS; t++) {
                price *= Math.exp(deviation * random.nextGaussian());
                text.append(p + "," + t + "," + price + "\n");
            }
        }
        return Files.writeString(folder.resolve(name), text.toString());
    }

    @Test
    void jsonTellsFactsDistancesAndBothSimulators() {
        CliRun run = CliRun.of("evaluate", "paths", "--real", real, "--generated", generated, "--json");
        assertEquals(0, run.code(), run.err());
        JsonObject json = run.json();
        assertEquals("close", json.getAsJsonArray("columns").get(0).getAsString());
        assertEquals(PATHS, json.getAsJsonObject("generated").get("paths").getAsInt());
        // E|a·Z| with a = .01: Wasserstein-1 of two centred normals is the gap of their deviations times √(2/π)
        assertEquals(
                0.00798, json.getAsJsonObject("metrics").get("wasserstein1").getAsDouble(), 0.0006);
        assertEquals(1.0, json.getAsJsonObject("metrics").get("varError05").getAsDouble(), 0.2);
        assertEquals(2, json.getAsJsonArray("challengers").size());
        JsonObject volatility = fact(json, "dailyVolatility");
        assertEquals(0.01, volatility.get("real").getAsDouble(), 0.0003);
        assertEquals(0.02, volatility.get("generated").getAsDouble(), 0.0006);
        assertEquals("red", volatility.get("light").getAsString());
        assertTrue(
                json.getAsJsonArray("warnings").get(0).getAsString().startsWith("The 30 real paths are laid"),
                "real paths are joined");
        assertTrue(json.get("timegan").isJsonNull());
    }

    private static JsonObject fact(JsonObject json, String name) {
        for (JsonElement each : json.getAsJsonArray("facts")) {
            if (each.getAsJsonObject().get("name").getAsString().equals(name)) {
                return each.getAsJsonObject();
            }
        }
        throw new AssertionError("no fact " + name + " in " + json);
    }

    @Test
    void textIsATableForReaders() {
        CliRun run = CliRun.of("evaluate", "paths", "--real", real, "--generated", generated);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("generated.csv (paths: 30, days: 120)"), run.out());
        assertTrue(run.out().contains("far outside"), run.out());
        assertTrue(
                run.out().lines().anyMatch(line -> line.matches(" *Daily volatility +0\\.9\\d% .*% +1\\.9\\d% .*")),
                run.out());
        assertTrue(run.out().contains("GARCH"), run.out());
        assertFalse(run.out().contains("NaN"), run.out());
    }

    @Test
    void timeganScoresAreCountedInAnEngine() {
        CliRun run = CliRun.of(
                "evaluate",
                "paths",
                "--real",
                real,
                "--generated",
                generated,
                "--json",
                "--timegan",
                "--rebased",
                "--repeats",
                1,
                "--iterations",
                100,
                "--strong",
                0);
        assertEquals(0, run.code(), run.err());
        JsonObject scores = run.json().getAsJsonObject("timegan");
        assertEquals(PATHS * (DAYS - 24), scores.get("windows").getAsInt());
        assertTrue(scores.get("rebased").getAsBoolean());
        assertEquals(1, scores.getAsJsonObject("predictive").get("repeats").getAsInt());
        assertEquals(0, scores.getAsJsonObject("trees").get("repeats").getAsInt());
        assertTrue(scores.getAsJsonObject("trees").get("mean").isJsonNull());
    }

    @Test
    void refusalsNameFileAndColumn() throws IOException {
        assertRefused(1, "no column “volume”", "--columns", "volume");
        assertRefused(2, "--rebased", "--rebased");
        assertRefused(2, "--returns", "--returns", "neither");
        Files.writeString(generated, "path,step,price\n1,1,100\n1,2,n/a\n");
        assertRefused(1, "generated.csv, line 3, column price");
        CliRun none = CliRun.of("evaluate");
        assertEquals(2, none.code());
        assertTrue(none.err().contains("paths"), none.err());
    }

    private void assertRefused(int code, String words, String... more) {
        Object[] args = new Object[6 + more.length];
        System.arraycopy(new Object[] {"evaluate", "paths", "--real", real, "--generated", generated}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        CliRun run = CliRun.of(args);
        assertEquals(code, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(words), run.err());
        assertEquals("", run.out());
    }
}
