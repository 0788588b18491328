package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

    private static final Set<String> KEYS = Set.of(
            "file",
            "kind",
            "encoding",
            "delimiter",
            "rows",
            "columns",
            "firstDate",
            "lastDate",
            "closeColumn",
            "firstClose",
            "lastClose",
            "sumClose",
            "series",
            "target",
            "eventRate",
            "warnings",
            "settings",
            "dated",
            "error",
            "findings");

    @TempDir
    Path folder;

    @Test
    void aPriceFileIsTold() throws IOException {
        CliRun run = CliRun.of("inspect", CliRun.sample(folder, "SP500.csv"), "--json");
        JsonObject json = run.json();
        assertEquals(0, run.code(), run.err());
        assertEquals(KEYS, json.keySet());
        assertEquals("price", json.get("kind").getAsString());
        // Counted and read off the file itself: 5105 lines after the heading, the first of 2000-01-03.
        assertEquals(5105, json.get("rows").getAsInt());
        assertEquals("2000-01-03", json.get("firstDate").getAsString());
        assertEquals("adjclose", json.get("closeColumn").getAsString());
        assertEquals(1455.219971, json.get("firstClose").getAsDouble());
        assertTrue(json.get("target").isJsonNull() && json.get("error").isJsonNull());
    }

    @Test
    void aCreditTableIsTold() throws IOException {
        CliRun run = CliRun.of("inspect", CliRun.sample(folder, "german_credit.csv"), "--json");
        JsonObject json = run.json();
        assertEquals(0, run.code(), run.err());
        assertEquals(KEYS, json.keySet());
        assertEquals("credit", json.get("kind").getAsString());
        assertEquals(1000, json.get("rows").getAsInt());
        // The data set's documentation: 300 of 1000 were bad.
        assertEquals(0.3, json.get("eventRate").getAsDouble(), 1e-12);
        assertTrue(json.get("firstClose").isJsonNull() && json.get("firstDate").isJsonNull());
    }

    @Test
    void aRefusedFileHasAllKeysAndItsReason() throws IOException {
        Path file = Files.writeString(folder.resolve("page.csv"), "<html><body>Not found</body></html>");
        CliRun run = CliRun.of("inspect", file, "--json");
        JsonObject json = run.json();
        assertEquals(1, run.code());
        assertEquals(KEYS, json.keySet());
        assertTrue(json.get("kind").isJsonNull());
        assertTrue(json.get("error").getAsString().contains("page.csv"), json.toString());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void aBatchPrintsOneObjectALineAndGoesOnAfterARefusal() throws IOException {
        Path batch = Files.createDirectories(folder.resolve("batch"));
        Files.writeString(batch.resolve("a.csv"), "<html></html>");
        Files.copy(CliRun.sample(folder, "VIX.csv"), batch.resolve("b.csv"));
        CliRun run = CliRun.of("inspect", "--batch", batch);
        assertEquals(0, run.code(), run.err());
        assertEquals(2, run.lines().size());
        // 46 of the 1305 days have no figure.
        assertFalse(JsonParser.parseString(run.lines().get(0))
                .getAsJsonObject()
                .get("error")
                .isJsonNull());
        assertEquals(
                1259,
                JsonParser.parseString(run.lines().get(1))
                        .getAsJsonObject()
                        .get("rows")
                        .getAsInt());
        assertEquals("", run.err());
    }

    @Test
    void settingsOverrideWhatIsDetected() throws IOException {
        Path file = Files.writeString(
                folder.resolve("loans.csv"), "age;status\n30;late\n40;paid\n50;paid\n60;late\n70;paid\n");
        JsonObject json = CliRun.of(
                        "inspect",
                        file,
                        "--json",
                        "--settings",
                        "{\"separator\": \";\", \"target\": \"status\", \"bad\": [\"paid\"]}")
                .json();
        assertEquals("status", json.get("target").getAsString());
        assertEquals(0.6, json.get("eventRate").getAsDouble(), 1e-12);
        assertEquals(";", json.get("delimiter").getAsString());
    }

    @Test
    void correctionsAreMadeBeforeTheFileIsTold() throws IOException {
        Path file = Files.writeString(
                folder.resolve("twice.csv"), "date,close\n2020-01-02,1\n2020-01-03,2\n2020-01-03,3\n2020-01-06,4\n");
        assertEquals(8, sumClose(file, "KEEP_LAST"));
        assertEquals(7, sumClose(file, "KEEP_FIRST"));
        assertEquals(5, sumClose(file, "KEEP_NONE"));
    }

    private static double sumClose(Path file, String fix) {
        String reading = "{\"steps\": [{\"check\": \"CONFLICT\", \"fix\": \"" + fix + "\"}]}";
        CliRun run = CliRun.of("inspect", file, "--json", "--reading", reading);
        assertEquals(0, run.code(), run.err());
        return run.json().get("sumClose").getAsDouble();
    }

    @Test
    void findingsNameTheirLinesAndFixesAndStandAmongTheWarnings() throws IOException {
        Path file = falling();
        JsonObject json = CliRun.of("inspect", file, "--json").json();
        JsonObject split = null;
        for (JsonElement finding : json.getAsJsonArray("findings")) {
            if (finding.getAsJsonObject().get("check").getAsString().equals("SPLIT")) {
                split = finding.getAsJsonObject();
            }
        }
        assertEquals(
                Set.of("check", "severity", "series", "column", "count", "lines", "message", "fixes"), split.keySet());
        assertEquals(32, split.getAsJsonArray("lines").get(0).getAsInt(), split.toString());
        assertTrue(split.getAsJsonArray("fixes").contains(new JsonPrimitive("ADJUST")), split.toString());
        JsonObject warning = new JsonObject();
        warning.addProperty("line", 32);
        warning.add("column", JsonNull.INSTANCE);
        warning.add("message", split.get("message"));
        assertTrue(json.getAsJsonArray("warnings").contains(warning), json.toString());
    }

    @Test
    void aFindingThatIsAWarningToldIsNotToldTwice() throws IOException {
        Path file =
                Files.writeString(folder.resolve("late.csv"), "date,close\n2020-01-06,3\n2020-01-02,1\n2020-01-03,2\n");
        JsonObject json = CliRun.of("inspect", file, "--json").json();
        assertEquals(
                "UNSORTED",
                json.getAsJsonArray("findings")
                        .get(0)
                        .getAsJsonObject()
                        .get("check")
                        .getAsString());
        assertEquals(1, json.getAsJsonArray("warnings").size(), json.toString());
        List<String> lines = CliRun.of("inspect", file).lines();
        assertEquals(1, lines.stream().filter(l -> l.startsWith("  - ")).count(), lines.toString());
    }

    @Test
    void thePricesAreWordsForPeople() throws IOException {
        CliRun run = CliRun.of("inspect", falling());
        assertEquals(0, run.code(), run.err());
        assertEquals(
                List.of(
                        "  Kind       Prices",
                        "  Encoding   UTF-8",
                        "  Separator  semicolon",
                        "  Rows       60",
                        "  Days       2020-01-01 to 2020-02-29",
                        "  Close      Column close, first 1,000.00, last 502.00",
                        "",
                        "Columns: 2",
                        "  Name   Type    Role   Missing",
                        "  date   Date    Date",
                        "  close  Number  Close",
                        ""),
                run.lines().subList(1, 13));
        assertTrue(run.lines().stream().anyMatch(l -> l.startsWith("  - ") && l.endsWith(" (line 32)")), run.out());
        assertTrue(
                run.lines().stream().anyMatch(l -> l.contains("Possible corrections: Adjust for the split")),
                run.out());
    }

    @Test
    void aCreditTableTellsItsBadClassInBothLanguages() throws IOException {
        Path file = CliRun.sample(folder, "german_credit.csv");
        assertTrue(CliRun.of("inspect", file).lines().contains("  Bad rate   30.0% (300 of 1,000)"));
        FileFacts facts = FileFacts.of(file, Reading.PLAIN);
        List<String> chinese = InspectText.of(facts, facts.loaded().orElseThrow(), new Texts(Texts.CHINESE));
        assertTrue(chinese.contains("  违约率      30.0%（1,000 个中的 300 个）"), chinese.toString());
        assertTrue(chinese.contains("  坏客户类别  bad（其余为 good）"), chinese.toString());
    }

    @Test
    void seriesAreListedWithTheirDays() throws IOException {
        List<String> lines = CliRun.of("inspect", CliRun.sample(folder, "tech_monthly_long.csv"))
                .lines();
        int heading = lines.indexOf("Series: 5");
        assertEquals("  Name  Rows  Days", lines.get(heading + 1));
        assertEquals("  GOOG    68  2004-08-01 to 2010-03-01", lines.get(heading + 5));
    }

    @Test
    void aFileWithoutDatesHasNoFirstDate() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "close\n1.5\n2.5\n3.5\n2.5\n4.5\n");
        JsonObject json = CliRun.of("inspect", file, "--json").json();
        assertEquals("price", json.get("kind").getAsString(), json.toString());
        assertTrue(json.get("firstDate").isJsonNull() && json.get("lastDate").isJsonNull());
    }

    @Test
    void anotherFileIsComparedColumnByColumn() throws IOException {
        Path first = Files.writeString(folder.resolve("first.csv"), credit("own", "rent"));
        Path second = Files.writeString(folder.resolve("second.csv"), credit("own", "free"));
        JsonObject compared = CliRun.of("inspect", first, "--json", "--compare", second)
                .json()
                .getAsJsonObject("compared");
        JsonObject housing = compared.getAsJsonArray("columns").get(0).getAsJsonObject();
        assertEquals("housing", housing.get("name").getAsString());
        assertEquals(1, housing.get("unseenLevels").getAsInt());
        // Half of the rows leave one bin for another: twice (0.5 − 0.0001) ln(0.5 / 0.0001).
        assertEquals(2 * (0.5 - 1e-4) * Math.log(0.5 / 1e-4), housing.get("psi").getAsDouble(), 1e-9);
        CliRun words = CliRun.of("inspect", first, "--compare", second);
        assertTrue(words.lines().stream().anyMatch(l -> l.matches("  housing +8\\.515  shifted +1")), words.out());
    }

    @Test
    void namesCannotSteerTheTerminal() throws IOException {
        Path file = Files.writeString(
                folder.resolve("steer.csv"), "date,close,\u001B[2Jnote\n2020-01-02,1,5\n2020-01-03,2,6\n");
        assertFalse(CliRun.of("inspect", file).out().contains("\u001B"));
    }

    private static String credit(String odd, String even) {
        StringBuilder text = new StringBuilder("housing,age,class\n");
        for (int i = 0; i < 100; i++) {
            text.append(i % 2 == 0 ? even : odd).append(',').append(20 + i % 40);
            text.append(i % 3 == 0 ? ",bad\n" : ",good\n");
        }
        return text.toString();
    }

    /** Sixty days; from line 32 on at half the price. */
    private Path falling() throws IOException {
        StringBuilder text = new StringBuilder("date;close\n");
        for (int i = 0; i < 60; i++) {
            double close = (1000 + i % 2 * 4) / (i < 30 ? 1.0 : 2.0);
            text.append(LocalDate.of(2020, 1, 1).plusDays(i))
                    .append(';')
                    .append(close)
                    .append('\n');
        }
        return Files.writeString(folder.resolve("falling.csv"), text.toString());
    }

    @Test
    void aMissingFileAmongOthersIsOneErrorAndTheRestGoOn() throws Exception {
        Path good = Files.writeString(folder.resolve("good.csv"), "date,close\n2020-01-02,1.5\n2020-01-03,1.75\n");
        CliRun run = CliRun.of("inspect", "--json", folder.resolve("gone.csv"), good);
        List<String> lines = run.out().lines().toList();
        assertEquals(1, run.code());
        assertEquals(2, lines.size(), run.out());
        assertTrue(lines.getFirst().contains("gone.csv") && lines.getFirst().contains("\"rows\":0"), run.out());
        assertTrue(lines.getLast().contains("\"lastClose\":1.75"), run.out());
    }

    @Test
    void filesWithoutACommonColumnAreNotCompared() throws Exception {
        StringBuilder text = new StringBuilder("age,class\n");
        for (int i = 0; i < 40; i++) {
            text.append(20 + i).append(i % 3 == 0 ? ",bad\n" : ",good\n");
        }
        Path credit = Files.writeString(folder.resolve("credit.csv"), text);
        Path prices = Files.writeString(folder.resolve("prices.csv"), "date,close\n2020-01-02,1.5\n2020-01-03,1.75\n");
        CliRun run = CliRun.of("inspect", credit, "--compare", prices);
        assertEquals(1, run.code());
        assertTrue(run.err().contains("shares no feature column"), run.err());
    }
}
