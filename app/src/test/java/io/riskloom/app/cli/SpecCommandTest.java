package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecCommandTest {

    @TempDir
    Path folder;

    @Test
    void settingsOfTheFileStandInTheSpecification() throws IOException {
        CliRun run = CliRun.of(
                "spec", "credit", "--data", data(), "--settings", "{\"target\": \"status\", \"bad\": [\"late\"]}");
        assertEquals(0, run.code(), run.err());
        Reading reading = Reading.parse(run.json().get("reading").toString());
        assertEquals(Reading.PLAIN.settings().withTarget("status", List.of("late")), reading.settings());
        assertEquals(List.of(), reading.steps());
    }

    @Test
    void aReadingStandsInTheSpecificationAsItIs() throws IOException {
        String text = "{\"steps\": [{\"check\": \"CONFLICT\", \"fix\": \"KEEP_FIRST\"}]}";
        JsonObject json = CliRun.of("spec", "forecast", "--data", data(), "--reading", text)
                .json();
        assertEquals(Reading.parse(text), Reading.parse(json.get("reading").toString()));
    }

    @Test
    void withoutSettingsTheSpecificationDetects() throws IOException {
        assertFalse(CliRun.of("spec", "forecast", "--data", data()).json().has("reading"));
    }

    @Test
    void settingsAreChangedTogetherWithTheDefaultsThatFollow() throws IOException {
        JsonObject json = CliRun.of(
                        "spec", "forecast", "--data", data(), "--set", "window=30", "--set", "target=volatility")
                .json();
        assertEquals("volatility", json.get("target").getAsString());
        assertEquals(30, json.get("window").getAsInt());
        assertEquals("returns,logVolatility", json.get("inputs").getAsString());
        assertEquals("yes", json.get("skip").getAsString());
        assertEquals(256, json.get("batch").getAsInt());
    }

    @Test
    void theOrderOfSettingsChangesNothing() throws IOException {
        JsonObject one = CliRun.of("spec", "forecast", "--model", "cnn", "--data", data(), "--set", "horizon=2")
                .json();
        JsonObject other = CliRun.of("spec", "forecast", "--data", data(), "--set", "horizon=2", "--set", "model=cnn")
                .json();
        assertEquals(one, other);
        assertEquals(64, one.get("window").getAsInt());
    }

    @Test
    void ofSeveralSettingsTheOneThatDoesNotFitIsNamed() throws IOException {
        CliRun run = CliRun.of(
                "spec", "forecast", "--data", data(), "--set", "horizon=3", "--set", "window=4", "--set", "units=8");
        assertEquals(2, run.code());
        assertEquals(
                "riskloom: --set window=4 does not fit: window must be between 5 and 500, not 4. See 'riskloom spec --help'.",
                run.err().strip());
    }

    @Test
    void theHelpTellsConditionsSpecialDefaultsAndNames() {
        List<String> lines = CliRun.of("spec", "--help").lines();
        String all = String.join(" ", lines).replaceAll(" +", " ");
        assertTrue(all.contains("[target=volatility]"), all);
        assertTrue(all.contains("{model=resnet50|resnet34|resnet18|cnn: 64; target=volatility: 22}"), all);
        assertTrue(all.contains("which a setting takes that stood at its default"), all);
        assertTrue(all.contains("[scheme=expanding|sliding]"), all);
        assertTrue(all.contains("returns,ranges,volume,volatility,logVolatility,logPrice,indicators,calendar"), all);
        assertEquals(
                3, lines.stream().filter(line -> line.startsWith("  series ")).count(), all);
        assertEquals(
                1, lines.stream().filter(line -> line.startsWith("  groups ")).count(), all);
        assertTrue(all.contains("units 1…1024 (default 64) Width of the hidden layers."), all);
    }

    @Test
    void theHelpOfATaskHoldsItsSettingsAloneWithNoTextBelowTheirNames() {
        List<String> lines = CliRun.of("spec", "credit", "--help").lines();
        List<String> heads =
                lines.stream().filter(line -> line.startsWith("Settings of ")).toList();
        assertEquals(1, heads.size(), heads.toString());
        List<String> settings = lines.subList(lines.indexOf(heads.getFirst()) + 1, lines.size());
        assertTrue(settings.stream().allMatch(line -> line.matches("  \\S.*| {21}\\S.*")), String.join("\n", settings));
        assertTrue(settings.stream().allMatch(line -> line.length() < 128), String.join("\n", settings));
        assertTrue(settings.stream().anyMatch(line -> line.startsWith("  groups ")), String.join("\n", settings));
        assertTrue(settings.stream().noneMatch(line -> line.startsWith("  horizon ")), String.join("\n", settings));
    }

    @Test
    void theSizeOfACreditTableDecidesOnDefaultsButForWhatIsSet() throws IOException {
        StringBuilder csv = new StringBuilder("age,status\n");
        for (int i = 0; i < 2_500; i++) {
            csv.append(20 + i % 50).append(i % 3 == 0 ? ",late\n" : ",paid\n");
        }
        String file = Files.writeString(folder.resolve("medium.csv"), csv).toString();
        JsonObject json = CliRun.of("spec", "credit", "--data", file).json();
        assertEquals("medium", json.get("table").getAsString());
        assertEquals(128, json.get("units").getAsInt());
        JsonObject set = CliRun.of("spec", "credit", "--data", file, "--set", "table=large", "--set", "units=9")
                .json();
        assertEquals(9, set.get("units").getAsInt());
        assertEquals(512, set.get("batch").getAsInt());
        JsonObject small =
                CliRun.of("spec", "credit", "--data", data().toString()).json();
        assertEquals("small", small.get("table").getAsString());
        assertEquals(5, small.get("members").getAsInt());
    }

    @Test
    void whatIsTakenForTheTargetIsSaid() throws IOException {
        CliRun named = CliRun.of("spec", "credit", "--data", data());
        assertEquals(
                "Target status: “late” counts as bad, 50.0% of 2 applicants",
                named.err().strip());
        Path file = Files.writeString(folder.resolve("guess.csv"), "age,abroad\n30,yes\n40,no\n31,yes\n41,yes\n");
        CliRun guessed = CliRun.of("spec", "credit", "--data", file);
        assertEquals(0, guessed.code(), guessed.err());
        assertTrue(guessed.err().startsWith("Target abroad: “"), guessed.err());
        assertTrue(guessed.err().contains("No column is named as a target; abroad was taken"), guessed.err());
        CliRun set = CliRun.of("spec", "credit", "--data", file, "--set", "target=abroad");
        assertEquals("", set.err(), "what was asked for is no guess");
        assertEquals("", CliRun.of("spec", "anomaly", "--data", file).err());
    }

    @Test
    void aGeneratorsFileIsRefusedAsTrainingWould() throws IOException {
        CliRun credit = CliRun.of("spec", "generate", "--data", data());
        assertEquals(1, credit.code());
        assertTrue(credit.err().contains("data.csv"), credit.err());
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        CliRun none = CliRun.of("spec", "generate", "--data", empty);
        assertEquals(1, none.code());
        assertEquals("", none.out());
        Path prices = Files.writeString(folder.resolve("p.csv"), "date,close\n2024-01-01,1\n2024-01-02,2\n");
        assertEquals(0, CliRun.of("spec", "generate", "--data", prices).code());
    }

    private Path data() throws IOException {
        return Files.writeString(folder.resolve("data.csv"), "age,status\n30,late\n40,paid\n");
    }
}
