package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.riskloom.engine.data.NoticeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TrainBenchTest {

    private static final Set<String> KEYS = Set.of(
            "name",
            "unit",
            "ours",
            "peer",
            "peerName",
            "ratio",
            "runs",
            "peakMb",
            "steps",
            "cpu",
            "peerCpu",
            "growthMb",
            "peerPeakMb");

    @TempDir
    Path folder;

    @Test
    void aMeasurementWithoutAPeerSaysSoAndHasAllKeys() {
        CliRun run = CliRun.of("bench", "train", "mlp", "--steps", 100, "--rounds", 2, "--runs", 1, "--json");
        assertEquals(0, run.code(), run.err());
        JsonObject json = run.json();
        assertEquals(Set.of("machine", "threads", "cases"), json.keySet());
        assertEquals(1, json.get("threads").getAsInt());
        JsonObject only = json.getAsJsonArray("cases").get(0).getAsJsonObject();
        assertEquals(KEYS, only.keySet());
        assertEquals("mlp", only.get("name").getAsString());
        assertEquals("ms/step", only.get("unit").getAsString());
        assertEquals(100, only.get("steps").getAsInt());
        assertTrue(only.get("ours").getAsDouble() > 0);
        for (String key : List.of("peer", "peerName", "ratio", "peerCpu", "peerPeakMb")) {
            assertTrue(only.get(key).isJsonNull(), key);
        }
        assertTrue(run.err().contains("torch after --peer"), run.err());
    }

    /** A peer that only tells: the table must come to its ratio and name it. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPeerRunsInTurnsAndIsNamedInTheTable() throws IOException {
        CliRun run = CliRun.of(
                "bench", "train", "mlp", "--steps", 20, "--rounds", 2, "--runs", 2, "--peer", python(4097, 64));
        assertEquals(0, run.code(), run.err());
        assertEquals(
                List.of("Riskloom", "PyTorch", "PyTorch", "Riskloom"),
                run.err()
                        .lines()
                        .map(line -> line.replaceFirst("mlp, (\\w+).*", "$1"))
                        .toList());
        assertTrue(run.lines().get(1).contains("PyTorch 9.9"), run.out());
        assertTrue(run.lines().get(2).contains("1,000.00 ms"), run.out());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anotherNetIsNotCompared() throws IOException {
        CliRun run = CliRun.of(
                "bench", "train", "mlp", "--steps", 20, "--rounds", 2, "--runs", 1, "--peer", python(5000, 64));
        assertEquals(1, run.code());
        assertTrue(run.err().contains("5000") && run.err().contains("4097"), run.err());
    }

    private Path python(int weights, int rows) throws IOException {
        Path script = folder.resolve("python");
        Files.writeString(
                script,
                "#!/bin/sh\necho '{\"name\": \"PyTorch 9.9\", \"size\": " + weights + ", \"check\": " + rows
                        + ", \"seconds\": [1.0, 1.0], \"peakMb\": null, \"steps\": 20, \"cpuMillis\": 1, \"growthMb\": 0}'\n");
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    @Test
    void aProfileNamesThePartsOfAStep() {
        CliRun run = CliRun.of("bench", "train", "mlp", "--profile");
        assertEquals(0, run.code(), run.err());
        for (String part : List.of("Data", "Forward and loss", "Backward", "Optimiser", "Other", "aten::")) {
            assertTrue(run.out().contains(part), run.out());
        }
    }

    /** Ours 1, 2, 2, 3 ms, the peer's 5 ms. */
    @Test
    void theRatioComparesMediansOverAllRoundsAsSpeeds() {
        List<Trial> ours = List.of(trial(100, 0.001, 0.002), trial(200, 0.002, 0.003));
        List<Trial> peers = List.of(trial(Double.NaN, 0.005, 0.005));
        BenchCase result = TrainBench.result("lstm", new Turns.Result(ours, peers));
        assertEquals(2, result.ours(), 1e-12);
        assertEquals(5, result.peer(), 1e-12);
        assertEquals(2.5, result.ratio(), 1e-12);
        assertEquals(200, result.peakMb());
        assertEquals(2, result.runs());
        assertEquals(7, result.more().get("cpu"));
    }

    @Test
    void programsThatTrainDifferentNetsAreNotCompared() {
        Trial our = new Trial("ours", 10, 64, new double[] {1}, 1);
        assertDoesNotThrow(() -> TrainBench.refuseDifferent(our, new Trial("peer", 10, 64, new double[] {2}, 1)));
        for (Trial other : List.of(
                new Trial("peer", 11, 64, new double[] {2}, 1), new Trial("peer", 10, 32, new double[] {2}, 1))) {
            NoticeException refusal = assertThrows(NoticeException.class, () -> TrainBench.refuseDifferent(our, other));
            assertEquals("cli.bench.otherNet", refusal.notice().key());
        }
    }

    @Test
    void theOrderAlternatesAndAFailingPeerIsLeftOut() throws Exception {
        List<String> told = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        Turns turns = new Turns(
                () -> new Trial("ours", 1, 1, new double[] {1}, 1),
                Optional.of(() -> new Trial("peer", 1, 1, new double[] {1}, 1)),
                TrainBench::refuseDifferent,
                trial -> told.add(trial.name()),
                notice -> missed.add(notice.key()));
        Turns.Result both = turns.run(3);
        assertEquals(List.of("ours", "peer", "peer", "ours", "ours", "peer"), told);
        assertEquals(3, both.peers().size());
        assertEquals(List.of(), missed);
    }

    private static Trial trial(double peakMb, double... seconds) {
        return new Trial("x 1", 10, 1, seconds, peakMb, Map.of("cpuMillis", 7.0));
    }
}
