package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathBenchTest {

    @TempDir
    Path folder;

    private static JsonObject told(ProcessBuilder builder) throws Exception {
        Process child = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said = child.inputReader()) {
            List<String> lines = said.lines().toList();
            assertEquals(0, child.waitFor());
            return JsonParser.parseString(lines.getLast()).getAsJsonObject();
        }
    }

    @Test
    void drawingTellsTheWeightsThatAPathPassesThrough() throws Exception {
        JsonObject told = told(PathBench.draw("tcn-10k", 1, 1));
        assertTrue(told.get("name").getAsString().startsWith("Riskloom (PyTorch 2."));
        // 3·3·32 + 32 + 4·(3·32·32 + 32) + 32·2 + 2
        assertEquals(12_802, told.get("size").getAsInt());
        assertEquals(2_520_000, told.get("check").getAsInt());
        assertEquals(1, told.getAsJsonArray("seconds").size());
        assertTrue(told.getAsJsonArray("seconds").get(0).getAsDouble() > 0);
    }

    @Test
    void writingTellsTheFilesBytesAndRows() throws Exception {
        Path file = folder.resolve("paths.csv");
        JsonObject told = told(PathBench.csv(file, 2));
        assertEquals(Files.size(file), told.get("size").getAsLong());
        assertEquals(2_520_000, told.get("check").getAsInt());
        assertEquals(2, told.getAsJsonArray("seconds").size());
    }
}
