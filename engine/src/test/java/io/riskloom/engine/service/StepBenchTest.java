package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepBenchTest {

    private record Ended(int code, List<String> lines) {
        JsonObject json() {
            assertEquals(0, code);
            return JsonParser.parseString(lines.getLast()).getAsJsonObject();
        }
    }

    private static Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process child = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said = child.inputReader()) {
            List<String> lines = said.lines().toList();
            return new Ended(child.waitFor(), lines);
        }
    }

    @Test
    void theCreditNetworkIsTimedInAChildWithItsWeightsAndRows() throws Exception {
        JsonObject told = run(StepBench.times("mlp", 1, 0.2, 0, 3)).json();
        assertTrue(told.get("name").getAsString().startsWith("Riskloom (PyTorch 2."));
        // 30·64 + 64 + 64·32 + 32 + 32 + 1
        assertEquals(4097, told.get("size").getAsInt());
        assertEquals(64, told.get("check").getAsInt());
        assertEquals(3, told.getAsJsonArray("seconds").size());
        for (JsonElement seconds : told.getAsJsonArray("seconds")) {
            assertTrue(seconds.getAsDouble() > 0);
        }
        assertTrue(told.get("steps").getAsInt() >= 3);
        assertTrue(told.get("cpuMillis").getAsDouble() >= 0);
    }

    @Test
    void aNumberOfStepsIsMadeAsAskedAndMemoryStaysFlat() throws Exception {
        JsonObject told = run(StepBench.times("gan-mlp", 1, 0, 600, 3)).json();
        assertEquals(600, told.get("steps").getAsInt());
        assertTrue(told.get("growthMb").getAsInt() < 20, told.toString());
    }

    @Test
    void theProfileSharesAStepAmongItsParts() throws Exception {
        JsonObject told = run(StepBench.profile("lstm", 1, 20)).json();
        JsonObject parts = told.getAsJsonObject("parts");
        assertEquals(Set.of("data", "forward", "backward", "optimiser", "other"), parts.keySet());
        assertTrue(parts.get("forward").getAsDouble() > 0, told.toString());
        assertTrue(parts.get("backward").getAsDouble() > 0, told.toString());
        List<JsonObject> heaviest = told.getAsJsonArray("heaviest").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
        assertTrue(heaviest.stream().anyMatch(o -> o.get("name").getAsString().startsWith("aten::")), told.toString());
        double[] millis = heaviest.stream()
                .mapToDouble(o -> o.get("millis").getAsDouble())
                .toArray();
        assertTrue(millis[0] > 0, told.toString());
        for (int i = 1; i < millis.length; i++) {
            assertTrue(millis[i] <= millis[i - 1], told.toString());
        }
    }

    @Test
    void anUnknownNetEndsInAFailure() throws Exception {
        assertNotEquals(0, run(StepBench.times("alexnet", 1, 0.1, 0, 1)).code());
    }
}
