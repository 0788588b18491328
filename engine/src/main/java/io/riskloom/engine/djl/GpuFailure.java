package io.riskloom.engine.djl;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells whether a graphics processor failed. The native library says it in words only. */
public final class GpuFailure {

    /** Lower case: names of CUDA and its libraries as they stand in PyTorch's own messages. */
    private static final String[] WORDS = {
        "cuda error",
        "cuda runtime error",
        "cuda driver",
        "cuda kernel",
        "cuda initialization",
        "cudnn",
        "cublas",
        "cusolver",
        "cusparse",
        "cufft",
        "nvrtc",
        "device-side assert",
        "no kernel image is available",
        "'cuda' backend", // a library without CUDA is asked for it
        "support for cuda devices",
        "no cuda gpus are available"
    };

    private GpuFailure() {}

    /** The first line of what the GPU said; empty where it was not the GPU, or where only its memory was full. */
    public static Optional<String> in(Throwable thrown) {
        if (Shortage.caused(thrown)) {
            return Optional.empty();
        }
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .limit(10)
                .map(t -> String.valueOf(t.getMessage()))
                .filter(GpuFailure::told)
                .findFirst()
                .map(GpuFailure::firstLine);
    }

    private static boolean told(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return Stream.of(WORDS).anyMatch(lower::contains);
    }

    /** The line that names the failure: a stack of native calls may stand before or after it. */
    private static String firstLine(String message) {
        return message.lines()
                .filter(GpuFailure::told)
                .findFirst()
                .map(String::strip)
                .orElseThrow();
    }
}
