package io.riskloom.engine.service;

import io.riskloom.engine.service.EngineEvents.LogLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Reads a child's standard error for as long as it lives, so that the child never blocks on it, and keeps the last
 * lines. A listener hears at most {@value #LINES_A_SECOND} lines a second and how many were left out; a line is cut
 * at {@value #LONGEST} characters.
 */
final class ErrorTail implements Runnable {
    /** Warnings that native libraries print on a healthy day: never the reason of a death. */
    private static final Pattern NOISE = Pattern.compile("^\\[W|(?i)\\bwarn(ing)?\\b");

    static final int LINES_A_SECOND = 100;
    static final int LONGEST = 2000;

    private static final Logger LOG = Logger.getLogger(ErrorTail.class.getName());
    private static final int KEPT = 200;

    private final InputStream stream;
    private final Consumer<LogLine> listener;
    private final LongSupplier nanoTime;
    private final Deque<String> last = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private long secondBegan;
    private int told;
    private int leftOut;

    ErrorTail(InputStream stream, Consumer<LogLine> listener) {
        this(stream, listener, System::nanoTime);
    }

    ErrorTail(InputStream stream, Consumer<LogLine> listener, LongSupplier nanoTime) {
        this.stream = stream;
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.secondBegan = nanoTime.getAsLong();
    }

    @Override
    public void run() {
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            char[] buffer = new char[8192];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    take(buffer[i]);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "the child was destroyed while a line was being read", e);
        }
        endLine();
        tellLeftOut();
    }

    private void take(char c) {
        if (c == '\n') {
            endLine();
        } else if (c != '\r' && line.length() < LONGEST) {
            line.append(c);
        }
    }

    private void endLine() {
        if (line.isEmpty()) {
            return;
        }
        String text = line.toString();
        line.setLength(0);
        synchronized (last) {
            if (last.size() == KEPT) {
                last.removeFirst();
            }
            last.addLast(text);
        }
        long now = nanoTime.getAsLong();
        if (now - secondBegan >= TimeUnit.SECONDS.toNanos(1)) {
            secondBegan = now;
            told = 0;
            tellLeftOut();
        }
        if (told++ < LINES_A_SECOND) {
            tell(new LogLine(level(text), text));
        } else {
            leftOut++;
        }
    }

    private void tellLeftOut() {
        if (leftOut > 0) {
            tell(new LogLine("info", "[+" + leftOut + "]"));
            leftOut = 0;
        }
    }

    /** A listener that fails must not end the reading: the child would block on a full pipe. */
    private void tell(LogLine told) {
        try {
            listener.accept(told);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a listener failed on the child's log", e);
        }
    }

    private static String level(String text) {
        if (text.startsWith("SEVERE") || text.startsWith("ERROR") || text.startsWith("#")) {
            return "error";
        }
        return text.startsWith("WARN") ? "warning" : "info";
    }

    /**
     * The last line before the virtual machine's own crash report, the report's where there is none; empty
     * before the first.
     */
    String lastLine() {
        synchronized (last) {
            return last.reversed().stream()
                    .filter(text -> !text.isBlank()
                            && !text.startsWith("#")
                            && !NOISE.matcher(text).find())
                    .findFirst()
                    .orElse(last.isEmpty() ? "" : last.getLast());
        }
    }
}
