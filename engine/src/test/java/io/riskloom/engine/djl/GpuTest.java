package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.EngineException;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GpuTest {

    private static final Gpu WORKS = new Gpu(true, "");
    private static final Gpu BROKEN = new Gpu(false, "CUDA error: no kernel image is available");

    @Test
    void aMachineWithoutAGpuIsNotTried() {
        assertEquals(Gpu.NONE, Gpu.tried(0, () -> {
            throw new AssertionError("tried");
        }));
    }

    @Test
    void aGpuIsUsableWhereItGivesTheRightAnswer() {
        assertEquals(WORKS, Gpu.tried(1, Gpu::expected));
        assertEquals(new Gpu(false, "63.0 ≠ 64.0"), Gpu.tried(1, () -> 63));
        assertEquals(new Gpu(false, "NaN ≠ 64.0"), Gpu.tried(1, () -> Double.NaN));
    }

    @Test
    void aFailingGpuSaysWhyInOneLine() {
        assertEquals(BROKEN, Gpu.tried(1, () -> {
            throw new EngineException("CUDA error: no kernel image is available\nCompile with …");
        }));
        assertEquals(new Gpu(false, "libcudnn.so.9: cannot open shared object file"), Gpu.tried(1, () -> {
            throw new UnsatisfiedLinkError("libcudnn.so.9: cannot open shared object file");
        }));
        assertEquals(new Gpu(false, "IllegalStateException"), Gpu.tried(1, () -> {
            throw new IllegalStateException();
        }));
    }

    @Test
    void autoFallsBackWithASentenceAndCudaRefuses() throws NoticeException {
        assertEquals(Optional.empty(), Torch.judged("auto", WORKS));
        assertEquals(Optional.empty(), Torch.judged("auto", Gpu.NONE));
        assertEquals(Optional.of(Notice.of("run.warning.gpuUnusable", BROKEN.reason())), Torch.judged("auto", BROKEN));
        assertEquals(Optional.empty(), Torch.judged("cuda", WORKS));
        assertEquals("run.error.noCuda", refusal(Gpu.NONE).key());
        assertEquals(Notice.of("run.error.cudaUnusable", BROKEN.reason()), refusal(BROKEN));
    }

    private static Notice refusal(Gpu gpu) {
        return assertThrows(NoticeException.class, () -> Torch.judged("cuda", gpu))
                .notice();
    }

    @Test
    void anUnknownDeviceIsRefusedByName() {
        NoticeException refusal = assertThrows(NoticeException.class, () -> Torch.choose("tpu"));
        assertEquals(Notice.of("run.error.device", "tpu"), refusal.notice());
    }
}
