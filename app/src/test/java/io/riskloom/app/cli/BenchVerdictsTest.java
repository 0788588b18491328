package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

class BenchVerdictsTest {

    @Test
    void eachWalkIsTrainedOnAndItsClaimCounted() {
        CliRun run = CliRun.of("bench", "verdicts", "--walks", 3, "--horizon", 1, "--json");
        assertEquals(0, run.code(), run.err());
        JsonObject json = run.json();
        assertEquals(3, json.get("walks").getAsInt());
        assertEquals(500, json.get("days").getAsInt());
        assertEquals(0, json.get("alarms").getAsInt());
        assertEquals(0, json.get("rate").getAsDouble());
        for (int i = 0; i < 3; i++) {
            JsonObject claim = json.getAsJsonArray("claims").get(i).getAsJsonObject();
            assertEquals(i + 1, claim.get("walk").getAsInt());
            assertTrue(claim.get("good").getAsInt() <= 0, claim.toString());
            double relMae = claim.get("relMae").getAsDouble();
            assertTrue(relMae > 0.9 && relMae < 1.1, claim.toString());
        }
        assertTrue(run.err().contains("3 of 3"), run.err());
    }

    @Test
    void walksAndHorizonHaveBounds() {
        assertEquals(2, CliRun.of("bench", "verdicts", "--walks", 0).code());
        CliRun run = CliRun.of("bench", "verdicts", "--horizon", 21);
        assertEquals(2, run.code());
        assertTrue(run.err().contains("--horizon"), run.err());
    }
}
