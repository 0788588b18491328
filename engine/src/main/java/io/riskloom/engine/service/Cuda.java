package io.riskloom.engine.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The native library for CUDA: which one fits our bridge to Java, where a fetched one lies, and whether children use it. The
 * library on the class path knows the processor only.
 */
final class Cuda {

    static final String VERSION = "2.7.1";
    static final String FLAVOUR = "cu128";

    /** Environment variables by which DJL takes a library from outside the class path. */
    static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";

    static final String LIBRARY_VERSION = "PYTORCH_VERSION";
    static final String LIBRARY_FLAVOUR = "PYTORCH_FLAVOR";

    private static final List<String> NAMING = List.of(LIBRARY_PATH, LIBRARY_FLAVOUR);

    private static final Logger LOG = Logger.getLogger(Cuda.class.getName());

    private Cuda() {}

    /** As DJL names the system, such as {@code linux-x86_64}. */
    static String platform(Surroundings here) {
        String system = here.property("os.name").toLowerCase(Locale.ROOT);
        String architecture = here.property("os.arch");
        String name = system.startsWith("windows") ? "win" : system.startsWith("mac") ? "osx" : system;
        return name + "-" + (architecture.equals("amd64") ? "x86_64" : architecture);
    }

    /** The bridge to Java comes for these only. */
    static boolean supported(Surroundings here) {
        return List.of("linux-x86_64", "win-x86_64").contains(platform(here));
    }

    /** DJL's own cache for what is fetched, apart from that of the class path's library. */
    static Path cache() {
        return Folders.natives().resolve("cuda");
    }

    /** Where DJL puts a fetched library; it is there whole or not at all. */
    static Path fetched(Surroundings here) {
        return cache().resolve("pytorch").resolve(VERSION + "-" + FLAVOUR + "-" + platform(here));
    }

    /** Holds the flavour that children use; without it they use the class path's library. */
    static Path choice() {
        return Folders.natives().resolve("flavour");
    }

    /** Whether children use a fetched library. */
    static boolean chosen(Surroundings here) {
        try {
            return Files.exists(choice())
                    && Files.readString(choice()).strip().equals(FLAVOUR)
                    && Files.isDirectory(fetched(here));
        } catch (IOException e) {
            LOG.log(Level.WARNING, choice() + " cannot be read; the processor's library is used", e);
            return false;
        }
    }

    /**
     * Lets a child use the fetched library where it was chosen. What the environment names itself comes first: DJL reads
     * it there.
     */
    static void choose(Map<String, String> environment, Surroundings here) {
        if (NAMING.stream().noneMatch(environment::containsKey) && chosen(here)) {
            environment.putAll(variables(fetched(here)));
        }
    }

    /** The variable by which the environment names a library, which comes before a fetched one. */
    static Optional<String> named(Surroundings here) {
        return NAMING.stream().filter(name -> here.variable(name).isPresent()).findFirst();
    }

    static Map<String, String> variables(Path library) {
        return Map.of(LIBRARY_PATH, library.toString(), LIBRARY_VERSION, VERSION, LIBRARY_FLAVOUR, FLAVOUR);
    }
}
