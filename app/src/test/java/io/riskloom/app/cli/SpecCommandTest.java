package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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

    private Path data() throws IOException {
        return Files.writeString(folder.resolve("data.csv"), "age,status\n30,late\n40,paid\n");
    }
}
