package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

    private static final Set<String> KEYS = Set.of(
            "file",
            "kind",
            "encoding",
            "delimiter",
            "rows",
            "columns",
            "firstDate",
            "lastDate",
            "closeColumn",
            "firstClose",
            "lastClose",
            "sumClose",
            "series",
            "target",
            "eventRate",
            "warnings",
            "error");

    @TempDir
    Path folder;

    @Test
    void aPriceFileIsTold() throws IOException {
        CliRun run = CliRun.of("inspect", CliRun.sample(folder, "SP500.csv"), "--json");
        JsonObject json = run.json();
        assertEquals(0, run.code(), run.err());
        assertEquals(KEYS, json.keySet());
        assertEquals("price", json.get("kind").getAsString());
        // Counted and read off the file itself: 5105 lines after the heading, the first of 2000-01-03.
        assertEquals(5105, json.get("rows").getAsInt());
        assertEquals("2000-01-03", json.get("firstDate").getAsString());
        assertEquals("adjclose", json.get("closeColumn").getAsString());
        assertEquals(1455.219971, json.get("firstClose").getAsDouble());
        assertTrue(json.get("target").isJsonNull() && json.get("error").isJsonNull());
    }

    @Test
    void aCreditTableIsTold() throws IOException {
        CliRun run = CliRun.of("inspect", CliRun.sample(folder, "german_credit.csv"), "--json");
        JsonObject json = run.json();
        assertEquals(0, run.code(), run.err());
        assertEquals(KEYS, json.keySet());
        assertEquals("credit", json.get("kind").getAsString());
        assertEquals(1000, json.get("rows").getAsInt());
        // The data set's documentation: 300 of 1000 were bad.
        assertEquals(0.3, json.get("eventRate").getAsDouble(), 1e-12);
        assertTrue(json.get("firstClose").isJsonNull() && json.get("firstDate").isJsonNull());
    }

    @Test
    void aRefusedFileHasAllKeysAndItsReason() throws IOException {
        Path file = Files.writeString(folder.resolve("page.csv"), "<html><body>Not found</body></html>");
        CliRun run = CliRun.of("inspect", file, "--json");
        JsonObject json = run.json();
        assertEquals(1, run.code());
        assertEquals(KEYS, json.keySet());
        assertTrue(json.get("kind").isJsonNull());
        assertTrue(json.get("error").getAsString().contains("page.csv"), json.toString());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void aBatchPrintsOneObjectALineAndGoesOnAfterARefusal() throws IOException {
        Path batch = Files.createDirectories(folder.resolve("batch"));
        Files.writeString(batch.resolve("a.csv"), "<html></html>");
        Files.copy(CliRun.sample(folder, "VIX.csv"), batch.resolve("b.csv"));
        CliRun run = CliRun.of("inspect", "--batch", batch);
        assertEquals(0, run.code(), run.err());
        assertEquals(2, run.lines().size());
        // 46 of the 1305 days have no figure.
        assertFalse(JsonParser.parseString(run.lines().get(0))
                .getAsJsonObject()
                .get("error")
                .isJsonNull());
        assertEquals(
                1259,
                JsonParser.parseString(run.lines().get(1))
                        .getAsJsonObject()
                        .get("rows")
                        .getAsInt());
        assertEquals("", run.err());
    }
}
