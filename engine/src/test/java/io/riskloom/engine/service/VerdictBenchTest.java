package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictBenchTest {

    @TempDir
    private Path folder;

    private JsonArray claims(int first, int last) throws Exception {
        Process child = VerdictBench.claims(first, last, 5, folder)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = child.inputReader()) {
            List<String> lines = said.lines().toList();
            assertEquals(0, child.waitFor());
            return JsonParser.parseString(lines.getLast()).getAsJsonObject().getAsJsonArray("claims");
        }
    }

    @Test
    void eachWalkIsClaimedInOrderAndRepeatsWhateverWalkCameBefore() throws Exception {
        JsonArray both = claims(3, 4);
        assertEquals(2, both.size());
        for (int i = 0; i < 2; i++) {
            JsonObject claim = both.get(i).getAsJsonObject();
            assertEquals(3 + i, claim.get("walk").getAsInt());
            double relMae = claim.get("relMae").getAsDouble();
            double pValue = claim.get("pValue").getAsDouble();
            assertTrue(relMae > 0.8 && relMae < 1.5, claim.toString());
            assertTrue(pValue > 0 && pValue <= 1, claim.toString());
            assertTrue(claim.get("good").getAsInt() <= 0, "nobody forecasts a random walk: " + claim);
        }
        assertEquals(both.get(1), claims(4, 4).get(0));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }
}
