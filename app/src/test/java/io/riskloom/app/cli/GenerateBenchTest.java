package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class GenerateBenchTest {

    @TempDir
    Path folder;

    @Test
    void writingIsMeasuredInMegabytesASecond() {
        CliRun run = CliRun.of("bench", "generate", "csv-paths", "--rounds", 2, "--runs", 1, "--json");
        assertEquals(0, run.code(), run.err());
        JsonObject json = run.json();
        assertEquals(Set.of("machine", "threads", "cases"), json.keySet());
        JsonObject only = json.getAsJsonArray("cases").get(0).getAsJsonObject();
        assertEquals("csv-paths", only.get("name").getAsString());
        assertEquals("MB/s", only.get("unit").getAsString());
        assertTrue(only.get("ours").getAsDouble() > 1, json.toString());
        assertTrue(only.get("ratio").isJsonNull());
        assertTrue(run.err().contains("torch after --peer"), run.err());
    }

    @Test
    void anUnknownCaseIsRefusedWithTheKnownOnes() {
        CliRun run = CliRun.of("bench", "generate", "gru-10k");
        assertEquals(2, run.code());
        for (String name : List.of("tcn-10k", "lstm-10k", "csv-paths")) {
            assertTrue(run.err().contains(name), run.err());
        }
    }

    /** A peer that only tells another number of weights. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anotherNetIsNotCompared() throws IOException {
        Path script = folder.resolve("python");
        Files.writeString(
                script,
                "#!/bin/sh\necho '{\"name\": \"PyTorch 9.9\", \"size\": 5, \"check\": 2520000, \"seconds\": [1.0],"
                        + " \"peakMb\": null}'\n");
        assertTrue(script.toFile().setExecutable(true));
        CliRun run = CliRun.of("bench", "generate", "tcn-10k", "--rounds", 1, "--runs", 1, "--peer", script);
        assertEquals(1, run.code());
        assertTrue(run.err().contains("PyTorch 9.9 draws 2520000 numbers with 5 weights"), run.err());
    }

    @Test
    void theRatioComparesMediansOverAllRoundsAsSpeeds() {
        BenchCase result = GenerateBench.drawn(
                "tcn-10k", new Turns.Result(List.of(trial(1, 2), trial(2, 3)), List.of(trial(5, 5))));
        assertEquals("s", result.unit());
        assertEquals(2, result.ours(), 1e-12);
        assertEquals(5, result.peer(), 1e-12);
        assertEquals(2.5, result.ratio(), 1e-12);
        assertEquals(2, result.runs());
        // 400 MB in 2 s
        assertEquals(
                200, GenerateBench.written(List.of(trial(1, 2), trial(2, 3))).ours(), 1e-9);
    }

    @Test
    void differentWorkIsNamedWithItsNumbers() {
        Trial our = trial(1);
        Trial other = new Trial("Py", 7, 3, new double[] {1}, 1, Map.of());
        assertEquals(
                Notice.of("cli.bench.otherPaths", "Py", 7L, 3L, "Riskloom", 400_000_000L, 2L),
                assertThrows(NoticeException.class, () -> GenerateBench.refuseDifferent(our, other))
                        .notice());
    }

    private static Trial trial(double... seconds) {
        return new Trial("Riskloom", 400_000_000, 2, seconds, 100);
    }
}
