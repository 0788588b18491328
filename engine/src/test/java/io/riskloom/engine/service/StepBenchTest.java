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
        assertTrue(parts.get("backward").getAsDouble() > parts.get("optimiser").getAsDouble(), told.toString());
        assertTrue(parts.get("forward").getAsDouble() > parts.get("data").getAsDouble(), told.toString());
        List<String> heaviest = told.getAsJsonArray("heaviest").asList().stream()
                .map(o -> o.getAsJsonObject().get("name").getAsString())
                .toList();
        assertEquals("aten::mkldnn_rnn_layer_backward", heaviest.getFirst());
    }

    @Test
    void anUnknownNetEndsInAFailure() throws Exception {
        assertNotEquals(0, run(StepBench.times("alexnet", 1, 0.1, 0, 1)).code());
    }
}
