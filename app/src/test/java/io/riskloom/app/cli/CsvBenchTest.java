package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvBenchTest {

    private static final Set<String> KEYS = Set.of(
            "name",
            "unit",
            "ours",
            "peer",
            "peerName",
            "ratio",
            "runs",
            "peakMb",
            "cold",
            "coldPeer",
            "coldRatio",
            "fileMb",
            "peakOverFile",
            "peerPeakMb",
            "heapMb");

    @TempDir
    Path folder;

    @Test
    void aMeasurementWithoutAPeerSaysSoAndHasAllKeys() {
        CliRun run = CliRun.of("bench", "csv", "--rows", 2000, "--runs", 1, "--json");
        assertEquals(0, run.code(), run.err());
        JsonObject json = run.json();
        assertEquals(Set.of("machine", "threads", "cases"), json.keySet());
        JsonObject only = json.getAsJsonArray("cases").get(0).getAsJsonObject();
        assertEquals(KEYS, only.keySet());
        assertEquals("rows-2000", only.get("name").getAsString());
        assertEquals("seconds", only.get("unit").getAsString());
        assertEquals(1, only.get("runs").getAsInt());
        assertTrue(only.get("ours").getAsDouble() > 0 && only.get("cold").getAsDouble() > 0);
        for (String key : List.of("peer", "peerName", "ratio", "coldPeer", "coldRatio", "peerPeakMb")) {
            assertTrue(only.get(key).isJsonNull(), key);
        }
        assertTrue(run.err().contains("--peer"), run.err());
    }

    @Test
    void aPeerThatIsNotThereIsNamedAndLeftOut() {
        CliRun run = CliRun.of("bench", "csv", "--rows", 500, "--runs", 1, "--peer", "no-such-python");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("no-such-python"), run.err());
        assertTrue(run.out().contains("Later reads"), run.out());
    }

    /** Ours cold 4 and 2, warm 1, 1, 2, 3; the peer's cold 6, warm 3 and 5. */
    @Test
    void ratiosCompareMediansAsSpeeds() {
        List<Trial> ours = List.of(trial(100, 4, 1, 1), trial(200, 2, 2, 3));
        List<Trial> peers = List.of(trial(300, 6, 3, 5));
        BenchCase result = CsvBench.result(1_000_000, ours, peers, 50, 190);
        assertEquals(1.5, result.ours());
        assertEquals(4, result.peer());
        assertEquals(4 / 1.5, result.ratio(), 1e-12);
        assertEquals(2, result.more().get("coldRatio"));
        assertEquals(200, result.peakMb());
        assertEquals(4, result.more().get("peakOverFile"));
        assertEquals(190, result.more().get("heapMb"));
        assertEquals(2, result.runs());
    }

    @Test
    void programsThatReadDifferentThingsAreNotCompared() {
        Trial our = new Trial("ours", 10, 100, new double[] {1}, Double.NaN);
        assertDoesNotThrow(
                () -> CsvBench.refuseDifferent(our, new Trial("peer", 10, 100 + 1e-9, new double[] {1}, Double.NaN)));
        assertThrows(
                NoticeException.class,
                () -> CsvBench.refuseDifferent(our, new Trial("peer", 9, 100, new double[] {1}, Double.NaN)));
        assertThrows(
                NoticeException.class,
                () -> CsvBench.refuseDifferent(our, new Trial("peer", 10, 101, new double[] {1}, Double.NaN)));
    }

    @Test
    void aProcessThatFailsIsToldWithItsReason() {
        List<String> command = TrialProcess.java(
                List.of(), CsvTrial.class, folder.resolve("none.csv").toString(), "1");
        NoticeException refusal = assertThrows(NoticeException.class, () -> new TrialProcess(folder).run(command));
        assertEquals("cli.bench.failed", refusal.notice().key());
        assertEquals("1", refusal.notice().args().get(1));
        assertTrue(refusal.notice().args().get(2).contains("none.csv"), refusal.getMessage());
    }

    @Test
    void theFileIsTheSameEachTimeAndReadsAsDailyBars() throws Exception {
        Path file = folder.resolve("a.csv");
        OhlcvFile.write(file, 400);
        OhlcvFile.write(folder.resolve("b.csv"), 400);
        assertEquals(-1, Files.mismatch(file, folder.resolve("b.csv")));
        Imported.Prices prices = (Imported.Prices) CsvReader.read(file);
        PriceHistory history = prices.series().getFirst();
        assertEquals(400, history.size());
        assertEquals("1000-01-01", history.dates().getFirst().toString());
        assertEquals("1001-02-04", history.dates().getLast().toString());
        for (int i = 0; i < 400; i++) {
            assertTrue(history.high()[i] >= Math.max(history.open()[i], history.close()[i]));
            assertTrue(history.low()[i] <= Math.min(history.open()[i], history.close()[i]));
        }
        assertEquals(List.of(), prices.report().warnings());
    }

    private static Trial trial(double peakMb, double... seconds) {
        return new Trial("x 1", 10, 1, seconds, peakMb);
    }
}
