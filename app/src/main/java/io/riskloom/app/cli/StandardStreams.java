package io.riskloom.app.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Standard output and error as the commands promise them: UTF-8 in any locale, and no log unless it is asked for. */
final class StandardStreams {

    private StandardStreams() {}

    static void useUtf8() {
        System.setOut(utf8(System.out));
        System.setErr(utf8(System.err));
    }

    /** A stream that already is UTF-8 stays as it is; bytes written to a print stream pass through unchanged. */
    private static PrintStream utf8(PrintStream stream) {
        return stream.charset().equals(StandardCharsets.UTF_8)
                ? stream
                : new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Ours and the libraries' log lines, with their stacks, would bury the one line that says what went wrong. */
    static void hideLog() {
        Logger.getLogger("").setLevel(Level.OFF);
    }
}
