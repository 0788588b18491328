package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked examples, through the engine's process. */
class PlaygroundCommandsTest {

    @TempDir
    static Path folder;

    private static Path input;
    private static Path kernel;

    @BeforeAll
    static void writeGrids() throws IOException {
        input = Files.writeString(folder.resolve("input.csv"), "1,2\n3,4\n");
        kernel = Files.writeString(folder.resolve("kernel.csv"), "1,0\n0,1\n");
    }

    @Test
    void convolutionAgreesWithTheHandAndTheEngine() {
        // 1·1 + 2·0 + 3·0 + 4·1 = 5
        CliRun run = CliRun.of("conv", "--input", input, "--kernel", kernel, "--json");
        assertEquals(0, run.code(), run.err());
        JsonObject json = run.json();
        assertEquals(JsonParser.parseString("[[5.0]]"), json.get("output"));
        assertTrue(json.get("maxDifference").getAsDouble() < 1e-5, json.toString());
        assertEquals("", run.err());
    }

    @Test
    void poolingAgreesWithTheHandAndTheEngine() {
        CliRun max = CliRun.of("pool", "--input", input, "--window", "2x2", "--json");
        assertEquals(JsonParser.parseString("[[4.0]]"), max.json().get("output"));
        assertTrue(max.json().get("maxDifference").getAsDouble() < 1e-5, max.out());
        // The mean of 1, 2, 3 and 4; on standard output the grid alone, so that it can go into a file.
        CliRun mean = CliRun.of("pool", "--input", input, "--window", "2x2", "--kind", "average");
        assertEquals("2.5\n", mean.out());
        assertTrue(mean.err().contains("Largest difference"), mean.err());
    }

    @Test
    void theSelfCheckPasses() {
        CliRun run = CliRun.of("check", "--json");
        assertEquals(0, run.code(), run.out() + run.err());
        assertTrue(run.json().getAsJsonArray("items").size() >= 5, run.out());
        assertEquals("", run.err());
    }
}
