package io.riskloom.app.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory of this process and of its engines, in 10⁶ bytes. */
final class Memory {

    private Memory() {}

    /** Resident memory where the system tells it (Linux), else the Java heap in use. */
    static long usedMb() {
        long own = resident(ProcessHandle.current().pid());
        if (own < 0) {
            Runtime runtime = Runtime.getRuntime();
            return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
        }
        long children = ProcessHandle.current()
                .descendants()
                .mapToLong(p -> Math.max(0, resident(p.pid())))
                .sum();
        return (own + children) * 1024 / 1_000_000;
    }

    /** Resident KiB, −1 where it cannot be read: another system, or the process has just ended. */
    private static long resident(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(l -> l.startsWith("VmRSS:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException | java.io.UncheckedIOException e) {
            return -1;
        }
    }
}
