package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as PyTorch 2.7 words them. */
class GpuFailureTest {

    private static final String ASSERT = """
            CUDA error: device-side assert triggered
            CUDA kernel errors might be asynchronously reported at some other API call, so the stacktrace below might be incorrect.
            For debugging consider passing CUDA_LAUNCH_BLOCKING=1
            Compile with `TORCH_USE_CUDA_DSA` to enable device-side assertions.
            """;

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(ASSERT, "CUDA error: device-side assert triggered"),
                Arguments.of(
                        "CUDA error: an illegal memory access was encountered\nCUDA kernel errors might be …",
                        "CUDA error: an illegal memory access was encountered"),
                Arguments.of(
                        "CUDA error: no kernel image is available for execution on the device",
                        "CUDA error: no kernel image is available for execution on the device"),
                Arguments.of("CUDA error: unspecified launch failure", "CUDA error: unspecified launch failure"),
                Arguments.of(
                        "cuDNN error: CUDNN_STATUS_EXECUTION_FAILED", "cuDNN error: CUDNN_STATUS_EXECUTION_FAILED"),
                Arguments.of(
                        "CUDA error: CUBLAS_STATUS_NOT_INITIALIZED when calling `cublasCreate(handle)`",
                        "CUDA error: CUBLAS_STATUS_NOT_INITIALIZED when calling `cublasCreate(handle)`"),
                Arguments.of(
                        "The following operation failed in the TorchScript interpreter.\n"
                                + "Traceback of TorchScript (most recent call last):\n"
                                + "RuntimeError: CUDA error: the launch timed out and was terminated\n",
                        "RuntimeError: CUDA error: the launch timed out and was terminated"),
                Arguments.of("CUDA driver error: device not ready", "CUDA driver error: device not ready"),
                Arguments.of(
                        "Could not run 'aten::empty.memory_format' with arguments from the 'CUDA' backend. This could …",
                        "Could not run 'aten::empty.memory_format' with arguments from the 'CUDA' backend. This could …"),
                Arguments.of(
                        "PyTorch is not linked with support for cuda devices",
                        "PyTorch is not linked with support for cuda devices"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theLineThatNamesTheFailureIsTold(String message, String line) {
        assertEquals(Optional.of(line), GpuFailure.in(new EngineException(message)));
        assertEquals(
                Optional.of(line), GpuFailure.in(new IllegalStateException("step 7", new EngineException(message))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUDA out of memory. Tried to allocate 20.00 MiB. GPU 0 has a total capacity of 7.79 GiB of which …",
                "CUDA error: out of memory",
                "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
                "cuDNN error: CUDNN_STATUS_ALLOC_FAILED"
            })
    void aFullGpuIsAShortageOfMemoryAndNoFailure(String message) {
        EngineException thrown = new EngineException(message);
        assertTrue(Shortage.caused(thrown));
        assertEquals(Optional.empty(), GpuFailure.in(thrown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mat1 and mat2 shapes cannot be multiplied (64x8 and 9x4)",
                "[enforce fail at alloc_cpu.cpp:119] . DefaultCPUAllocator: can't allocate memory",
                "element 0 of tensors does not require grad and does not have a grad_fn"
            })
    void whatFailsOnTheProcessorIsNotTheGpus(String message) {
        assertEquals(Optional.empty(), GpuFailure.in(new EngineException(message)));
    }

    @Test
    void anErrorWithoutWordsIsNotTheGpus() {
        assertFalse(GpuFailure.in(new NullPointerException()).isPresent());
    }
}
