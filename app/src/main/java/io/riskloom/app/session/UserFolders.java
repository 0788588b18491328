package io.riskloom.app.session;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a user's own things are kept: the first project and the sample files. The system property {@code riskloom.data}
 * replaces the operating system's default (Linux {@code $XDG_DATA_HOME/riskloom}, macOS {@code ~/Library/Application
 * Support/Riskloom}, Windows {@code %APPDATA%\Riskloom}).
 */
public final class UserFolders {

    private UserFolders() {}

    public static Path data() {
        String chosen = System.getProperty("riskloom.data", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath();
        }
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/Riskloom");
        }
        boolean windows = system.startsWith("windows");
        String base = System.getenv(windows ? "APPDATA" : "XDG_DATA_HOME");
        if (base == null || base.isBlank()) {
            base = home.resolve(windows ? "AppData/Roaming" : ".local/share").toString();
        }
        return Path.of(base).resolve(windows ? "Riskloom" : "riskloom").toAbsolutePath();
    }

    /** The project that opens when none is named. */
    public static Path firstProject() {
        return data().resolve("sample-project");
    }

    public static Path samples() {
        return data().resolve("samples");
    }
}
