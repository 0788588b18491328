package io.riskloom.app.cli;

import java.util.Locale;

/** Whether a window can be shown. */
final class Display {

    private Display() {}

    /** On Linux a display server must be named, or JavaFX told to do without; elsewhere there always is one. */
    static boolean present() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || set("DISPLAY") || set("WAYLAND_DISPLAY") || System.getProperty("glass.platform") != null;
    }

    private static boolean set(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
