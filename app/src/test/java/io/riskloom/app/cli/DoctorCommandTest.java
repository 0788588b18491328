package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.riskloom.engine.service.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

    @Test
    void everyFindingHasANameAMarkAndWords() {
        CliRun run = CliRun.of("doctor", "--json");
        assertEquals(0, run.code(), run.out() + run.err());
        JsonObject json = run.json();
        assertEquals(Set.of("ok", "device", "findings"), json.keySet());
        assertTrue(json.get("ok").getAsBoolean());
        assertTrue(Set.of("cpu", "gpu0").contains(json.get("device").getAsString()));
        List<String> names = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray("findings")) {
            JsonObject finding = element.getAsJsonObject();
            names.add(finding.get("name").getAsString());
            String mark = finding.get("mark").getAsString();
            assertTrue(Set.of("ok", "note").contains(mark), finding.toString());
            assertFalse(finding.get("text").getAsString().startsWith("doctor."), finding.toString());
            for (JsonElement step : finding.getAsJsonArray("steps")) {
                assertFalse(step.getAsJsonObject().get("text").getAsString().contains("{"), finding.toString());
            }
        }
        names.remove("library"); // where the environment names one
        assertEquals(
                List.of(
                        "system",
                        "memory",
                        "java",
                        "folder.natives",
                        "folder.projects",
                        "native",
                        "processor",
                        "driver",
                        "cuda",
                        "product",
                        "font",
                        "display"),
                names);
    }

    @Test
    void thePlainAnswerIsOneLineAFindingInTheSystemsLanguage() {
        Locale old = Locale.getDefault();
        try {
            CliRun english = CliRun.of("doctor");
            assertEquals(0, english.code(), english.err());
            assertTrue(
                    english.lines().stream().anyMatch(line -> line.matches(" +ok +PyTorch +PyTorch 2.*")),
                    english.out());
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            CliRun chinese = CliRun.of("doctor");
            assertTrue(chinese.out().contains("可在处理器上训练"), chinese.out());
        } finally {
            Locale.setDefault(old);
        }
    }

    @Test
    void theChineseFontComesWithTheProduct() {
        Finding font = ChineseFont.finding();
        assertEquals(Finding.Mark.OK, font.mark());
        assertTrue(Integer.parseInt(font.text().args().getFirst()) > 20_000, font.toString());
    }

    @Test
    void onlyAPlainYesIsAYes() {
        assertTrue(CudaConsole.agrees(" Yes "));
        assertTrue(CudaConsole.agrees("y"));
        assertTrue(CudaConsole.agrees("是"));
        for (String no : List.of("", "no", "yess", "ja", "n")) {
            assertFalse(CudaConsole.agrees(no), no);
        }
        assertFalse(CudaConsole.agrees(null));
    }

    /** Never a fetch: without a driver it is refused, with one there is no console to ask. */
    @Test
    void withoutAConsoleNothingIsFetched() {
        CliRun run = CliRun.of("doctor", "--get-cuda");
        assertEquals(1, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("riskloom: "), run.err());
    }
}
