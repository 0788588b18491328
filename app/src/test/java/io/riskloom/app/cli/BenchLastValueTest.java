package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchLastValueTest {

    private static final int ROWS = 40;

    @TempDir
    Path folder;

    /** Rate A rises by 1 a day from 1 on, B is twice A; day 40 is of A alone. */
    private Path rates() throws IOException {
        StringBuilder text = new StringBuilder("date,symbol,close\n");
        for (int t = 0; t <= ROWS; t++) {
            LocalDate date = LocalDate.of(2020, 1, 1).plusDays(t);
            text.append(date).append(",A,").append(t + 1).append('\n');
            if (t < ROWS) {
                text.append(date).append(",B,").append(2 * (t + 1)).append('\n');
            }
        }
        return Files.writeString(folder.resolve("rates.csv"), text);
    }

    /**
     * The first 28 of 40 values 1, 2, … have the variance (28² − 1)/12 = 65.25; s days ahead the last value is s away: the mean
     * of 1 and 4 over it at a horizon of 2. B is the same in its units.
     */
    @Test
    void theErrorsOfRisingRatesAreThoseComputedByHand() throws IOException {
        CliRun run = CliRun.of("bench", "last-value", "--data", rates(), "--input", 5, "--horizon", "1,2", "--json");
        assertEquals(0, run.code(), run.err());
        JsonObject json = run.json();
        assertEquals(2, json.get("series").getAsInt());
        assertEquals(ROWS, json.get("rows").getAsInt());
        JsonObject one = json.getAsJsonArray("cases").get(0).getAsJsonObject();
        assertEquals(8, one.get("windows").getAsInt());
        assertEquals(1 / 65.25, one.get("mse").getAsDouble(), 1e-12);
        assertEquals(1 / Math.sqrt(65.25), one.get("mae").getAsDouble(), 1e-12);
        JsonObject two = json.getAsJsonArray("cases").get(1).getAsJsonObject();
        assertEquals(7, two.get("windows").getAsInt());
        assertEquals(2.5 / 65.25, two.get("mse").getAsDouble(), 1e-12);
    }

    @Test
    void theWordsHoldTheFigures() throws IOException {
        CliRun run = CliRun.of("bench", "last-value", "--data", rates(), "--input", 5, "--horizon", "2");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.lines().getFirst().contains("2 series of 40 rows"), run.out());
        assertTrue(run.lines().getLast().matches(" +2 +7 +0\\.0383 +0\\.1857"), run.out());
    }

    /** The last fifth of 40 rows has 8. */
    @Test
    void horizonsThatDoNotFitAreLeftOutAndNamed() throws IOException {
        CliRun run =
                CliRun.of("bench", "last-value", "--data", rates(), "--input", 5, "--horizon", "2,9,8,96", "--json");
        assertEquals(0, run.code(), run.err());
        assertEquals(
                List.of(2, 8),
                run.json().getAsJsonArray("cases").asList().stream()
                        .map(one -> one.getAsJsonObject().get("horizon").getAsInt())
                        .toList());
        assertEquals(
                "Left out: horizons of 9, 96. 40 rows with windows of 5 are too few for them.",
                run.err().strip());
    }

    @Test
    void aFileThatIsTooShortIsRefusedWithItsRows() throws IOException {
        CliRun run = CliRun.of("bench", "last-value", "--data", rates());
        assertEquals(1, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("40 rows") && run.err().contains("96"), run.err());
        CliRun applicants = CliRun.of("bench", "last-value", "--data", CliRun.sample(folder, "german_credit.csv"));
        assertEquals(1, applicants.code());
        assertTrue(applicants.err().contains("german_credit.csv"), applicants.err());
    }
}
