package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTorchTest {

    @TempDir
    Path root;

    private FakeSurroundings here;
    private Path lib;

    @BeforeEach
    void machine() throws IOException {
        here = new FakeSurroundings(root);
        lib = Files.createDirectories(root.resolve("torch/lib"));
        Files.createFile(lib.resolve("libtorch.so"));
    }

    private LocalTorch named(String version, String flavour) {
        here.variables.put(Cuda.LIBRARY_PATH, lib.toString());
        here.variables.put(Cuda.LIBRARY_VERSION, version);
        here.variables.put(Cuda.LIBRARY_FLAVOUR, flavour);
        return LocalTorch.find(here).orElseThrow();
    }

    @Test
    void withoutTheVariableThereIsNone() {
        assertEquals(Optional.empty(), LocalTorch.find(here));
    }

    @Test
    void aPythonsPyTorchTellsItsBuild() throws IOException {
        Files.writeString(
                root.resolve("torch/version.py"), "from typing import Optional\n__version__ = '2.7.1+cu128'\n");
        LocalTorch torch = named("2.7.1", "cu128");
        assertEquals("2.7.1+cu128", torch.build());
        assertTrue(torch.fits() && torch.described() && torch.cuda());
        assertFalse(named("", "").described());
        assertFalse(named("2.7.1", "cu126").described());
        assertFalse(named("2.6.0", "cu128").described());
    }

    @Test
    void anotherVersionDoesNotFit() throws IOException {
        Files.writeString(root.resolve("torch/version.py"), "__version__ = \"2.9.0+cu128\"\n");
        assertFalse(named("2.7.1", "cu128").fits());
    }

    @Test
    void libTorchTellsItsBuildInAFileOfItsOwn() throws IOException {
        Files.writeString(root.resolve("torch/build-version"), "2.7.1+cpu\n");
        LocalTorch torch = named("2.7.1", "cpu");
        assertEquals("2.7.1+cpu", torch.build());
        assertTrue(torch.fits() && torch.described());
        assertFalse(torch.cuda());
    }

    @Test
    void aFolderWithoutTheLibraryHoldsNoPyTorch() throws IOException {
        Files.delete(lib.resolve("libtorch.so"));
        assertFalse(named("2.7.1", "cu128").present());
    }
}
