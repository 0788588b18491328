package io.riskloom.app.cli;

import io.riskloom.engine.data.NoticeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder for what a measurement writes, removed when it has ended, also by Ctrl-C. */
final class TrialFolder {

    private TrialFolder() {}

    @FunctionalInterface
    interface Measurement<T> {
        T in(Path folder) throws NoticeException, IOException, InterruptedException;
    }

    static <T> T with(Measurement<T> measurement) throws NoticeException, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("riskloom-bench");
        Thread guard = new Thread(() -> removeQuietly(folder));
        Runtime.getRuntime().addShutdownHook(guard);
        try {
            return measurement.in(folder);
        } finally {
            remove(folder);
            Runtime.getRuntime().removeShutdownHook(guard);
        }
    }

    private static void removeQuietly(Path folder) {
        try {
            remove(folder);
        } catch (IOException e) {
            System.err.println(folder + ": " + e.getMessage());
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }
}
