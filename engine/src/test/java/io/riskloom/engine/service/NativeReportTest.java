package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.Notice;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "asks a shell")
class NativeReportTest {

    private static NativeReport ask(Duration limit, String script) throws Exception {
        return NativeReport.ask(new ProcessBuilder("sh", "-c", script), line -> {}, limit);
    }

    private static Notice refusal(Duration limit, String script) {
        return assertThrows(EngineFailure.class, () -> ask(limit, script)).notice();
    }

    @Test
    @Timeout(60)
    void aChildThatHangsIsEndedAndToldAsSilent() {
        assertEquals(Notice.of("doctor.native.silent", 1, "–"), refusal(Duration.ofSeconds(1), "exec sleep 600"));
    }

    @Test
    void aChildThatDiesIsToldWithItsLastLine() {
        Duration minute = Duration.ofMinutes(1);
        assertEquals(
                Notice.of("doctor.native.died", 3, "UnsatisfiedLinkError: no libtorch"),
                refusal(minute, "echo 'UnsatisfiedLinkError: no libtorch' >&2; exit 3"));
        assertEquals(Notice.of("doctor.native.died", 0, "–"), refusal(minute, "exit 0"));
        assertEquals(Notice.of("doctor.native.died", 0, "no {json"), refusal(minute, "echo 'no {json'"));
    }

    @Test
    void theLastLineIsTheReport() throws Exception {
        assertEquals(
                new NativeReport("PyTorch 2.7.1", "/natives", true, 1, ""),
                ask(
                        Duration.ofMinutes(1),
                        "echo loading; echo '{\"version\":\"PyTorch 2.7.1\",\"folder\":\"/natives\",\"cuda\":true,"
                                + "\"gpus\":1,\"trouble\":\"\"}'"));
    }
}
