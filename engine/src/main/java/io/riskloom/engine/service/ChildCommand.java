package io.riskloom.engine.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a child is started: this process's Java and class path, and the environment that native code wants. */
final class ChildCommand {

    /** System property that names another Java to start children with, such as {@code /opt/jdk-25/bin/java}. */
    static final String JAVA = "riskloom.child.command";

    private static final String GIB = Integer.toString(1 << 30);

    /** CUDA shows the devices before the first one that is none; an empty list is no variable at all on Windows. */
    private static final String NO_DEVICE = "-1";

    private ChildCommand() {}

    static ProcessBuilder of(ChildOptions options, String mainClass) throws IOException {
        Files.createDirectories(Folders.natives());
        Files.createDirectories(Folders.crashes());
        List<String> command = new ArrayList<>(List.of(
                java().toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx" + options.heapMb() + "m",
                "-XX:+UseSerialGC",
                "-XX:ErrorFile=" + Folders.crashes().resolve("engine-%p.log"),
                "-XX:-CreateCoredumpOnCrash",
                // Standard output belongs to the protocol; the virtual machine's own warnings must not go there.
                "-XX:+DisplayVMOutputToStderr",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                // The child speaks to no person: its log's levels are read by this process.
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.logging.SimpleFormatter.format=%4$s %3$s: %5$s%6$s%n",
                "-Dai.djl.offline=true",
                "-Driskloom.threads=" + options.threads(),
                "-classpath",
                System.getProperty("java.class.path"),
                mainClass));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("OMP_NUM_THREADS", Integer.toString(options.threads()));
        // Waiting threads spin a little, then sleep: the default spin starves the window on a busy machine.
        environment.put("GOMP_SPINCOUNT", options.threads() == 1 ? "0" : "1000");
        // Keeps freed pages: glibc otherwise gives them back and fetches them again in every step of a long recurrence.
        environment.put("MALLOC_TRIM_THRESHOLD_", GIB);
        environment.put("MALLOC_MMAP_THRESHOLD_", GIB);
        environment.put("DJL_CACHE_DIR", Folders.natives().toString());
        environment.put("OPT_OUT_TRACKING", "true");
        Cuda.choose(environment, Surroundings.HERE);
        if (!options.gpu()) {
            environment.put("CUDA_VISIBLE_DEVICES", NO_DEVICE);
        }
        // The library warns once of what its own bridge to Java does.
        environment.putIfAbsent("TORCH_CPP_LOG_LEVEL", "ERROR");
        return builder;
    }

    private static Path java() {
        String chosen = System.getProperty(JAVA, "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    }
}
