package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildCommandTest {

    private static int threads(String task) {
        RunSpec spec = Specs.defaults(task, "data.csv");
        return ChildOptions.forSpec(spec).threads();
    }

    @Test
    void smallNetworksTrainOnOneThreadAndTheImageNetworkOnAllCores() {
        assertEquals(List.of(1, 1, 1), List.of(threads("forecast"), threads("credit"), threads("generate")));
        assertEquals(Runtime.getRuntime().availableProcessors(), threads("classify"));
    }

    @Test
    void theSmallPictureNetworkTrainsOnOneThreadAndItsLargePicturesOnAllCores() {
        RunSpec small = Specs.with(Specs.defaults("classify", "data.csv"), "model", "cnn");
        assertEquals(1, ChildOptions.forSpec(small).threads());
        assertEquals(
                Runtime.getRuntime().availableProcessors(),
                ChildOptions.forSpec(Specs.with(small, "imageSize", 224)).threads());
    }

    @Test
    void theNativeLibraryGetsItsEnvironment() throws Exception {
        Map<String, String> environment =
                ChildCommand.of(new ChildOptions(4, 700), "x.Main").environment();
        assertEquals("4", environment.get("OMP_NUM_THREADS"));
        assertEquals("1000", environment.get("GOMP_SPINCOUNT"));
        assertEquals("1073741824", environment.get("MALLOC_TRIM_THRESHOLD_"));
        assertEquals("1073741824", environment.get("MALLOC_MMAP_THRESHOLD_"));
        assertEquals(Folders.natives().toString(), environment.get("DJL_CACHE_DIR"));
        assertEquals("true", environment.get("OPT_OUT_TRACKING"));
    }

    @Test
    void aChildWithoutGpuIsShownNone() throws Exception {
        ChildOptions options = new ChildOptions(4, 700);
        assertEquals(
                System.getenv("CUDA_VISIBLE_DEVICES"),
                ChildCommand.of(options, "x.Main").environment().get("CUDA_VISIBLE_DEVICES"));
        ChildOptions blind = options.withoutGpu();
        assertEquals("-1", ChildCommand.of(blind, "x.Main").environment().get("CUDA_VISIBLE_DEVICES"));
        assertEquals(new ChildOptions(2, 700, false), blind.withThreads(2));
    }

    @Test
    void theCommandNamesThreadsHeapClassPathAndMainClass() throws Exception {
        List<String> command =
                ChildCommand.of(new ChildOptions(4, 700), "x.Main").command();
        assertTrue(command.containsAll(List.of("-Driskloom.threads=4", "-Xmx700m", "-Dai.djl.offline=true")));
        assertEquals(
                List.of("-classpath", System.getProperty("java.class.path"), "x.Main"),
                command.subList(command.size() - 3, command.size()));
        assertEquals(
                Path.of(System.getProperty("java.home")),
                Path.of(command.getFirst()).getParent().getParent());
    }

    @Test
    void aJavaThatIsNotThereIsAFailureWithWords(@TempDir Path folder) {
        System.setProperty(ChildCommand.JAVA, folder.resolve("java").toString());
        try {
            EngineFailure failure = assertThrows(
                    EngineFailure.class, () -> ChildEngine.start(ChildOptions.defaults(), EngineEvents.SILENT));
            assertEquals("service.childNotStarted", failure.notice().key());
        } finally {
            System.clearProperty(ChildCommand.JAVA);
        }
    }

    @Test
    void optionsRefuseNoThreadsAndTooSmallAHeap() {
        assertThrows(IllegalArgumentException.class, () -> new ChildOptions(0, 512));
        assertThrows(IllegalArgumentException.class, () -> new ChildOptions(1, 127));
    }
}
