package io.riskloom.engine.service;

import com.sun.management.OperatingSystemMXBean;
import io.riskloom.engine.model.ClassifySpec;
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
        return of(spec, options, cores, availableMb());
    }

    static int of(RunSpec spec, ChildOptions options, int cores, long freeMb) {
        long byMemory = freeMb / needMb(spec);
        return (int) Math.max(1, Math.min(cores / options.threads(), byMemory));
    }

    /**
     * Resident memory of a child in training in MiB, rounded up from what was measured (decisions/0009-folds.md): 330 with
     * the small networks; 1,490 with ResNet-50 and 32 pictures of 32 pixels a step, 1,890 with 64 pixels.
     */
    private static long needMb(RunSpec spec) {
        return spec instanceof ClassifySpec pictures
                ? 1500 + (long) pictures.batch() * pictures.imageSize() * pictures.imageSize() / 220
                : 600;
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
