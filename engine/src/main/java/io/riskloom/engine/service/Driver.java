package io.riskloom.engine.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NVIDIA's driver.
 *
 * @param version such as {@code 570.86.15}; empty where it is there but does not say
 * @param gpus    such as {@code NVIDIA L4, 23034 MiB}; empty where only the driver's files were found
 */
record Driver(String version, List<String> gpus) {

    /** CUDA 12 runs from this one on (NVIDIA, CUDA compatibility: 525.60.13 on Linux, 528.33 on Windows). */
    static final int OLDEST = 525;

    private static final Logger LOG = Logger.getLogger(Driver.class.getName());
    private static final List<String> QUERY =
            List.of("nvidia-smi", "--query-gpu=driver_version,name,memory.total", "--format=csv,noheader");
    private static final Pattern VERSION = Pattern.compile("\\b(\\d{3,}\\.\\d+(?:\\.\\d+)?)\\b");
    private static final String KERNEL = "/proc/driver/nvidia/version";
    private static final List<String> LIBRARIES = List.of(
            "/usr/lib/x86_64-linux-gnu/libcuda.so.1",
            "/usr/lib64/libcuda.so.1",
            "/usr/lib/libcuda.so.1",
            "/usr/lib/wsl/lib/libcuda.so.1",
            "C:/Windows/System32/nvcuda.dll");

    /** Asks nvidia-smi, then looks for the kernel's module, then for the driver's library. */
    static Optional<Driver> find(Surroundings here) {
        Optional<List<String>> told = here.output(QUERY).filter(lines -> !lines.isEmpty());
        if (told.isPresent()) {
            List<String> gpus = told.get().stream()
                    .map(line -> line.substring(line.indexOf(',') + 1).strip())
                    .toList();
            return Optional.of(new Driver(version(told.get().getFirst()), gpus));
        }
        Path kernel = here.file(KERNEL);
        if (Files.isReadable(kernel)) {
            try {
                return Optional.of(new Driver(version(Files.readString(kernel)), List.of()));
            } catch (IOException e) {
                LOG.log(Level.FINE, "no version in " + kernel, e);
                return Optional.of(new Driver("", List.of()));
            }
        }
        return LIBRARIES.stream().anyMatch(path -> Files.exists(here.file(path)))
                ? Optional.of(new Driver("", List.of()))
                : Optional.empty();
    }

    boolean tooOld() {
        return !version.isEmpty() && Integer.parseInt(version.substring(0, version.indexOf('.'))) < OLDEST;
    }

    private static String version(String text) {
        Matcher matcher = VERSION.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
