package io.riskloom.engine.service;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Where the product keeps files that it can make again: unpacked native libraries, crash reports. The system property
 * {@code riskloom.home} replaces the default of the operating system.
 */
public final class Folders {

    /** System property that names the product's own folder. */
    public static final String HOME = "riskloom.home";

    private Folders() {}

    /**
     * The product's cache folder: {@code riskloom.home}, or on Linux {@code $XDG_CACHE_HOME/riskloom} ({@code
     * ~/.cache/riskloom}), on macOS {@code ~/Library/Caches/Riskloom}, on Windows {@code %LOCALAPPDATA%\Riskloom}.
     * Absolute; it may not exist yet.
     */
    public static Path cache() {
        return cache(System::getProperty, System::getenv);
    }

    /** Unpacked native libraries, about 430 MB. */
    public static Path natives() {
        return cache().resolve("djl");
    }

    /** Crash reports of the child's virtual machine. */
    public static Path crashes() {
        return cache().resolve("crashes");
    }

    static Path cache(UnaryOperator<String> property, UnaryOperator<String> environment) {
        String chosen = property.apply(HOME);
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath();
        }
        Path home = Path.of(property.apply("user.home"));
        String system = property.apply("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library/Caches/Riskloom").toAbsolutePath();
        }
        boolean windows = system.startsWith("windows");
        String base = environment.apply(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        if (base == null || base.isBlank()) {
            base = home.resolve(windows ? "AppData/Local" : ".cache").toString();
        }
        return Path.of(base).resolve(windows ? "Riskloom" : "riskloom").toAbsolutePath();
    }
}
