package io.riskloom.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.service.EngineFailure;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TasksTest {

    private static final Notice TITLE = Notice.of("common.task.open");

    private final List<String> heard = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Test
    void theResultArrivesOnceAndTheItemIsGone() {
        Tasks tasks = new Tasks(Runnable::run, Runnable::run);
        tasks.run(TITLE, item -> 42, value -> heard.add("done " + value), failure -> heard.add("failed"));
        assertEquals(List.of("done 42"), heard);
        assertTrue(tasks.items().isEmpty());
    }

    @Test
    void aFailureSpeaksInItsOwnNotice() {
        Tasks tasks = new Tasks(Runnable::run, Runnable::run);
        tasks.run(
                TITLE,
                item -> {
                    throw new NoticeException(Notice.of("data.error.empty", "a.csv"));
                },
                value -> heard.add("done"),
                failure -> heard.add(failure.key()));
        assertEquals(List.of("data.error.empty"), heard);
    }

    @Test
    void aCancelledTaskEndsAtOnceAndItsLateResultIsThrownAway() {
        Tasks tasks = new Tasks(waiting::add, Runnable::run);
        TaskItem item = tasks.run(TITLE, i -> "late", value -> heard.add("done"), failure -> heard.add(failure.key()));
        assertEquals(List.of(item), tasks.items());
        item.cancel();
        assertTrue(item.isCancelled());
        assertTrue(item.cancelled().get());
        assertTrue(tasks.items().isEmpty(), "gone before the work has stopped");
        waiting.removeFirst().run();
        assertEquals(List.of(Tasks.CANCELLED.key()), heard);
    }

    @Test
    void cancelReachesWorkElsewhereOnce() {
        Tasks tasks = new Tasks(Runnable::run, Runnable::run);
        AtomicInteger asked = new AtomicInteger();
        CompletableFuture<String> elsewhere = new CompletableFuture<>();
        TaskItem item = tasks.follow(
                TITLE,
                elsewhere,
                asked::incrementAndGet,
                value -> heard.add("done"),
                failure -> heard.add(failure.key()));
        item.cancel();
        item.cancel();
        elsewhere.complete("late");
        assertEquals(1, asked.get());
        assertEquals(List.of(Tasks.CANCELLED.key()), heard);
    }

    @Test
    void progressAndTitleAreShown() {
        Tasks tasks = new Tasks(Runnable::run, Runnable::run);
        TaskItem[] seen = new TaskItem[1];
        tasks.run(
                TITLE,
                item -> {
                    item.report(Notice.of("common.task.load", "a.csv"), 0.5);
                    seen[0] = item;
                    return item;
                },
                value -> {},
                failure -> heard.add(failure.key()));
        assertEquals(0.5, seen[0].progress().get());
        assertEquals("common.task.load", seen[0].title().get().key());
        assertFalse(seen[0].isCancelled());
    }

    @Test
    void everyKindOfFailureHasWords() {
        Notice died = Notice.of("service.childDied", "137", "–");
        assertEquals(died, Tasks.reason(new CompletionException(new EngineFailure(died, null))));
        assertEquals(
                "common.error.noFile",
                Tasks.reason(new NoSuchFileException("a.csv")).key());
        assertEquals(
                "common.error.setting",
                Tasks.reason(new IllegalArgumentException("window")).key());
        assertEquals(
                "common.error.unexpected",
                Tasks.reason(new ArithmeticException("by zero")).key());
    }
}
