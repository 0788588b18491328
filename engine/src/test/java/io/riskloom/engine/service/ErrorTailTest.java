package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.service.EngineEvents.LogLine;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ErrorTailTest {

    private final List<LogLine> told = new ArrayList<>();

    private ErrorTail read(String text) {
        return read(text, 0);
    }

    /** @param nanosALine how far the clock goes on at each line */
    private ErrorTail read(String text, long nanosALine) {
        AtomicLong clock = new AtomicLong();
        ErrorTail tail = new ErrorTail(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                told::add,
                () -> clock.getAndAdd(nanosALine));
        tail.run();
        return tail;
    }

    @Test
    void linesAreToldWithTheirLevel() {
        read("INFO a: 中文\r\n\nWARNING b: slow\nSEVERE c: broken\nno newline");
        assertEquals(
                List.of(
                        new LogLine("info", "INFO a: 中文"),
                        new LogLine("warning", "WARNING b: slow"),
                        new LogLine("error", "SEVERE c: broken"),
                        new LogLine("info", "no newline")),
                told);
    }

    @Test
    void moreLinesThanASecondHoldsAreCountedInstead() {
        read("x\n".repeat(250));
        assertEquals(ErrorTail.LINES_A_SECOND + 1, told.size());
        assertEquals("[+150]", told.getLast().text());
    }

    @Test
    void slowLinesAreAllTold() {
        read("x\n".repeat(250), TimeUnit.SECONDS.toNanos(1) / 50);
        assertEquals(250, told.size());
    }

    @Test
    void anEndlessLineIsCut() {
        ErrorTail tail = read("y".repeat(1_000_000));
        assertEquals("y".repeat(ErrorTail.LONGEST), tail.lastLine());
    }

    @Test
    void theLastLineIsTheOneBeforeTheCrashReport() {
        assertEquals(
                "what(): bad cast",
                read("a\nwhat(): bad cast\n#\n# A fatal error\n#\n").lastLine());
        assertEquals("# only this", read("#\n# only this\n").lastLine());
        assertEquals("", read("\n\n").lastLine());
    }

    @Test
    void aListenerThatFailsDoesNotEndTheReading() {
        ErrorTail tail = new ErrorTail(new ByteArrayInputStream("a\nb\nc".getBytes(StandardCharsets.UTF_8)), line -> {
            told.add(line);
            throw new IllegalStateException("a listener's bug");
        });
        tail.run();
        assertTrue(told.size() == 3 && tail.lastLine().equals("c"), told.toString());
    }
}
