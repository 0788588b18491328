package io.riskloom.engine.service;

import com.sun.management.OperatingSystemMXBean;
import io.riskloom.engine.model.RunSpec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** How many of a study's runs this machine can hold at once. */
final class StudySlots {

    private static final Logger LOG = Logger.getLogger(StudySlots.class.getName());
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    private StudySlots() {}

    /** As many as the cores have threads for and the free memory has room for, at least one. */
    static int here(RunSpec spec, ChildOptions options) {
        int cores = Runtime.getRuntime().availableProcessors();
        return of(spec, options, cores, availableMb(), size(Path.of(spec.data())));
    }

    /** @param fileBytes size of the data */
    static int of(RunSpec spec, ChildOptions options, int cores, long freeMb, long fileBytes) {
        long byMemory = (freeMb << 20) / RunMemory.bytes(spec, fileBytes);
        return (int) Math.max(1, Math.min(cores / options.threads(), byMemory));
    }

    /** 0 where it cannot be read, which each run finds out for itself. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            LOG.log(Level.FINE, "no size of " + file, e);
            return 0;
        }
    }

    /** Memory in MiB that new processes may take without swapping: on Linux with what the system can give back at once. */
    static long availableMb() {
        if (Files.isReadable(MEMINFO)) {
            try (Stream<String> lines = Files.lines(MEMINFO)) {
                var available = lines.filter(line -> line.startsWith("MemAvailable:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst();
                if (available.isPresent()) {
                    return available.getAsLong() >> 10;
                }
            } catch (IOException | NumberFormatException e) {
                LOG.log(Level.FINE, "no available memory in " + MEMINFO, e);
            }
        }
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getFreeMemorySize() >> 20;
    }
}
