package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverTest {

    @TempDir
    Path root;

    private FakeSurroundings here;

    @BeforeEach
    void machine() {
        here = new FakeSurroundings(root);
    }

    private void file(String path, String content) throws IOException {
        Path file = here.file(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void aMachineWithoutAnyTraceHasNone() {
        assertEquals(Optional.empty(), Driver.find(here));
    }

    @Test
    void nvidiaSmiNamesVersionAndCards() {
        here.programs.put("nvidia-smi", List.of("570.86.15, NVIDIA L4, 23034 MiB", "570.86.15, NVIDIA T4, 15360 MiB"));
        assertEquals(
                Optional.of(new Driver("570.86.15", List.of("NVIDIA L4, 23034 MiB", "NVIDIA T4, 15360 MiB"))),
                Driver.find(here));
    }

    @Test
    void theKernelsModuleAndTheLibraryAreFoundWithoutNvidiaSmi() throws IOException {
        file("/usr/lib/wsl/lib/libcuda.so.1", "");
        assertEquals(Optional.of(new Driver("", List.of())), Driver.find(here));
        file(
                "/proc/driver/nvidia/version",
                "NVRM version: NVIDIA UNIX x86_64 Kernel Module  470.223.02  Sat Oct  7 15:39:11 UTC 2023\nGCC version: …");
        assertEquals(Optional.of(new Driver("470.223.02", List.of())), Driver.find(here));
    }

    @Test
    void cuda12NeedsADriverFrom525On() {
        assertTrue(new Driver("470.223.02", List.of()).tooOld());
        assertFalse(new Driver("525.60.13", List.of()).tooOld());
        assertFalse(new Driver("570.86.15", List.of()).tooOld());
        assertFalse(new Driver("", List.of()).tooOld());
    }
}
