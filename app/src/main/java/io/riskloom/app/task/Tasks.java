package io.riskloom.app.task;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that takes longer than a frame. Results, failures and progress arrive on the JavaFX thread; a failure always
 * ends in a visible result, cancelling included. Tests give {@code Runnable::run} for both executors.
 */
public final class Tasks {

    /** What a cancelled task fails with. */
    public static final Notice CANCELLED = Notice.of("common.cancelled");

    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    private final Executor background;
    private final Executor ui;
    private final ObservableList<TaskItem> items = FXCollections.observableArrayList();

    public Tasks(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
    }

    /** For the window: virtual threads behind, the JavaFX thread in front. */
    public static Tasks forWindow() {
        return new Tasks(r -> Thread.ofVirtual().name("task").start(r), Tasks::onUiThread);
    }

    private static void onUiThread(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    /** Tasks that are running, for the status bar. Changed on the JavaFX thread only. */
    public ObservableList<TaskItem> items() {
        return items;
    }

    /** Runs something small on the JavaFX thread. */
    public void ui(Runnable work) {
        ui.execute(work);
    }

    /** Runs work nobody waits for; its failures are its own business. */
    public void background(Runnable work) {
        background.execute(work);
    }

    /** Something that can take long. */
    @FunctionalInterface
    public interface Work<T> {
        T call(TaskItem item) throws Exception;
    }

    /**
     * Starts work in the background. Exactly one of {@code done} and {@code failed} is called on the JavaFX thread; after
     * {@link TaskItem#cancel()} it is {@code failed} with {@link #CANCELLED}, at once, and what the work gives later is
     * thrown away.
     */
    public <T> TaskItem run(Notice title, Work<T> work, Consumer<? super T> done, Consumer<Notice> failed) {
        CompletableFuture<T> future = new CompletableFuture<>();
        TaskItem item = follow(title, future, () -> {}, done, failed);
        perform(work, item, future);
        return item;
    }

    private <T> void perform(Work<T> work, TaskItem item, CompletableFuture<T> future) {
        background.execute(() -> {
            try {
                future.complete(work.call(item));
            } catch (Exception e) {
                future.completeExceptionally(e);
            }
        });
    }

    /**
     * As {@link #run}, for work whose result must not be thrown away: cancelling only asks, the work always comes to its end,
     * and whoever gets the result looks at {@link TaskItem#isCancelled()}.
     */
    public <T> TaskItem runToEnd(Notice title, Work<T> work, Consumer<? super T> done, Consumer<Notice> failed) {
        TaskItem item = new TaskItem(title, this);
        ui.execute(() -> items.add(item));
        CompletableFuture<T> future = new CompletableFuture<>();
        settle(item, new AtomicBoolean(), future, done, failed);
        perform(work, item, future);
        return item;
    }

    /** Shows work that runs elsewhere, such as in the engine's process. {@code cancel} asks it to stop. */
    public <T> TaskItem follow(
            Notice title,
            CompletableFuture<T> future,
            Runnable cancel,
            Consumer<? super T> done,
            Consumer<Notice> failed) {
        AtomicBoolean over = new AtomicBoolean();
        TaskItem item = new TaskItem(title, this);
        item.onCancel(() -> {
            cancel.run();
            end(item, over, () -> failed.accept(CANCELLED));
        });
        ui.execute(() -> items.add(item));
        settle(item, over, future, done, failed);
        return item;
    }

    private <T> void settle(
            TaskItem item,
            AtomicBoolean over,
            CompletableFuture<T> future,
            Consumer<? super T> done,
            Consumer<Notice> failed) {
        future.whenComplete((value, error) -> end(item, over, () -> {
            if (error == null) {
                done.accept(value);
            } else {
                failed.accept(reason(error));
            }
        }));
    }

    private void end(TaskItem item, AtomicBoolean over, Runnable last) {
        ui.execute(() -> {
            if (over.compareAndSet(false, true)) {
                items.remove(item);
                last.run();
            }
        });
    }

    /** The reason of a failure in words that can be shown; what nobody foresaw is logged with its stack. */
    public static Notice reason(Throwable error) {
        Throwable cause = unwrap(error);
        return switch (cause) {
            case NoticeException e -> e.notice();
            case EngineFailure e -> e.notice();
            case StoreException e -> e.notice();
            case NoSuchFileException e -> Notice.of("common.error.noFile", e.getFile());
            case IOException e -> Notice.of("common.error.io", String.valueOf(e.getMessage()));
            case IllegalArgumentException e -> Notice.of("common.error.setting", String.valueOf(e.getMessage()));
            default -> {
                LOG.error("unexpected failure", cause);
                yield Notice.of("common.error.unexpected", String.valueOf(cause));
            }
        };
    }

    private static Throwable unwrap(Throwable error) {
        Throwable cause = error;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
