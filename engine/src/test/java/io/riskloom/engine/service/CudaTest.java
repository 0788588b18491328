package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The choice between libraries, and the fetching of the one for CUDA with a child that stands in for DJL's download. */
class CudaTest {

    @TempDir
    Path root;

    private FakeSurroundings here;
    private String homeBefore;

    @BeforeEach
    void ownFolder() {
        here = new FakeSurroundings(root);
        homeBefore = System.getProperty(Folders.HOME);
        System.setProperty(Folders.HOME, root.resolve("home").toString());
    }

    @AfterEach
    void oldFolder() {
        System.clearProperty(ChildCommand.JAVA);
        if (homeBefore == null) {
            System.clearProperty(Folders.HOME);
        } else {
            System.setProperty(Folders.HOME, homeBefore);
        }
    }

    private Map<String, String> chosen(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        Cuda.choose(all, here);
        return all;
    }

    private void choose(String flavour) throws IOException {
        Files.createDirectories(Cuda.choice().getParent());
        Files.writeString(Cuda.choice(), flavour);
    }

    @Test
    void platformsAreNamedAsDjlNamesThem() {
        assertEquals("linux-x86_64", Cuda.platform(here));
        assertTrue(Cuda.supported(here));
        here.properties.putAll(Map.of("os.name", "Windows 11", "os.arch", "amd64"));
        assertEquals("win-x86_64", Cuda.platform(here));
        assertTrue(Cuda.supported(here));
        here.properties.putAll(Map.of("os.name", "Mac OS X", "os.arch", "aarch64"));
        assertEquals("osx-aarch64", Cuda.platform(here));
        assertFalse(Cuda.supported(here));
    }

    @Test
    void childrenUseAFetchedLibraryOnceItIsChosen() throws IOException {
        assertEquals(Map.of(), chosen(Map.of()));
        choose("cu128\n");
        assertEquals(Map.of(), chosen(Map.of()), "it is not there");
        Files.createDirectories(Cuda.fetched(here));
        assertEquals(
                Map.of(
                        "PYTORCH_LIBRARY_PATH",
                        root.resolve("home/djl/cuda/pytorch/2.7.1-cu128-linux-x86_64")
                                .toString(),
                        "PYTORCH_VERSION",
                        "2.7.1",
                        "PYTORCH_FLAVOR",
                        "cu128"),
                chosen(Map.of()));
        choose("cpu");
        assertEquals(Map.of(), chosen(Map.of()));
    }

    @Test
    void whatTheEnvironmentNamesComesFirst() throws IOException {
        choose("cu128");
        Files.createDirectories(Cuda.fetched(here));
        Map<String, String> own = Map.of("PYTORCH_LIBRARY_PATH", "/opt/torch/lib", "PYTORCH_FLAVOR", "cu128");
        assertEquals(own, chosen(own));
    }

    @Test
    void aVainFetchIsRefusedBeforeAnythingIsAsked() {
        CudaFetch fetch = new CudaFetch(here);
        assertEquals(Notice.of("doctor.get.noDriver"), refusal(fetch));
        here.programs.put("nvidia-smi", List.of("570.86.15, NVIDIA L4, 23034 MiB"));
        here.variables.put(Cuda.LIBRARY_PATH, "/opt/torch/lib");
        assertEquals(Notice.of("doctor.get.named", Cuda.LIBRARY_PATH, "/opt/torch/lib"), refusal(fetch));
        here.variables.clear();
        here.variables.put(Cuda.LIBRARY_FLAVOUR, "cpu");
        assertEquals(Notice.of("doctor.get.named", Cuda.LIBRARY_FLAVOUR, "cpu"), refusal(fetch));
        here.properties.put("os.arch", "aarch64");
        assertEquals(Notice.of("doctor.get.unsupported", "linux-aarch64"), refusal(fetch));
    }

    private static Notice refusal(CudaFetch fetch) {
        return assertThrows(NoticeException.class, fetch::check).notice();
    }

    @Test
    void onlyTheFetchingChildMayUseTheNetworkAndItSeesNoOtherLibrary() throws IOException {
        ProcessBuilder child = new CudaFetch(here).child();
        assertTrue(child.command().contains("-Dai.djl.offline=false"));
        assertFalse(child.command().contains("-Dai.djl.offline=true"));
        assertEquals("cu128", child.environment().get("PYTORCH_FLAVOR"));
        assertEquals(Cuda.cache().toString(), child.environment().get("DJL_CACHE_DIR"));
        assertEquals("true", child.environment().get("OPT_OUT_TRACKING"));
        assertFalse(child.environment().containsKey("PYTORCH_LIBRARY_PATH"));
        String jars = String.join(File.pathSeparator, "a/pytorch-native-cpu-2.7.1-linux-x86_64.jar", "b/api.jar");
        assertEquals("b/api.jar", CudaFetch.withoutLibrary(jars));
    }

    /** Stands in for Java: what it prints, what it leaves, how it ends. */
    private void child(String... lines) throws IOException {
        Path script = root.resolve("java");
        Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertTrue(script.toFile().setExecutable(true));
        System.setProperty(ChildCommand.JAVA, script.toString());
    }

    private NoticeException failure() {
        return assertThrows(NoticeException.class, () -> new CudaFetch(here).fetch(line -> {}));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFetchWithoutANetworkSaysWhyAndChangesNothing() throws IOException {
        child("echo 'INFO x: Downloading …' >&2", "echo 'UnknownHostException: publish.djl.ai' >&2", "exit 1");
        assertEquals(
                Notice.of("doctor.get.failed", "UnknownHostException: publish.djl.ai"),
                failure().notice());
        assertTrue(Files.notExists(Cuda.choice()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLibraryThatTheGpuDoesNotWorkWithIsNotChosen() throws IOException {
        child(
                "mkdir -p " + Cuda.fetched(here),
                "echo '{\"version\": \"PyTorch 2.7.1\", \"folder\": \"f\", \"cuda\": true, \"gpus\": 1, "
                        + "\"trouble\": \"CUDA error: no kernel image\"}'");
        assertEquals(
                Notice.of("doctor.get.notUsable", "CUDA error: no kernel image", Cuda.fetched(here)),
                failure().notice());
        child("echo 'UnsatisfiedLinkError: libcuda.so.1' >&2", "exit 1");
        assertEquals(
                Notice.of("doctor.get.notUsable", "UnsatisfiedLinkError: libcuda.so.1", Cuda.fetched(here)),
                failure().notice());
        assertTrue(Files.notExists(Cuda.choice()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aWorkingLibraryIsUsedFromThenOn() throws Exception {
        child(
                "mkdir -p " + Cuda.fetched(here),
                "echo '{\"version\": \"PyTorch 2.7.1\", \"folder\": \"f\", \"cuda\": true, \"gpus\": 2, \"trouble\": \"\"}'");
        assertEquals(
                Notice.of("doctor.get.done", "PyTorch 2.7.1", 2, Cuda.choice()), new CudaFetch(here).fetch(line -> {}));
        assertTrue(new CudaFetch(here).present());
        assertEquals("cu128", chosen(Map.of()).get("PYTORCH_FLAVOR"));
    }
}
