package io.riskloom.engine.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Reads a child's standard error for as long as it lives, so that it never blocks on it, and keeps the last lines. */
final class ErrorTail implements Runnable {

    private static final int LINES = 200;
    private static final int LONGEST = 2000;

    private final InputStream stream;
    private final Consumer<String> onLine;
    private final Deque<String> last = new ArrayDeque<>();

    ErrorTail(InputStream stream, Consumer<String> onLine) {
        this.stream = stream;
        this.onLine = onLine;
    }

    @Override
    public void run() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String kept = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
                synchronized (last) {
                    if (last.size() == LINES) {
                        last.removeFirst();
                    }
                    last.addLast(kept);
                }
                onLine.accept(kept);
            }
        } catch (IOException e) {
            // The child was destroyed while a line was being read: there is no more to read.
            onLine.accept(e.toString());
        }
    }

    /** The last line that is not blank, empty before the first. */
    String lastLine() {
        synchronized (last) {
            return last.reversed().stream().filter(l -> !l.isBlank()).findFirst().orElse("");
        }
    }
}
