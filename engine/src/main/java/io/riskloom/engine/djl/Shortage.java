package io.riskloom.engine.djl;

import java.util.Locale;
import java.util.stream.Stream;

/** Tells whether something failed for want of memory. */
public final class Shortage {
    private static final String[] WORDS = {
        "can't allocate memory", // CPU, Linux and macOS
        "not enough memory", // CPU, Windows
        "out of memory", // CUDA
        "alloc_failed", // cuBLAS and cuDNN
        "bad_alloc",
        "could not create a memory" // oneDNN
    };

    private Shortage() {}

    /** The native library says it in words only. */
    public static boolean caused(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .limit(10)
                .anyMatch(Shortage::told);
    }

    private static boolean told(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            return true;
        }
        String message = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        return Stream.of(WORDS).anyMatch(message::contains);
    }
}
