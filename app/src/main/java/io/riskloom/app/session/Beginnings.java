package io.riskloom.app.session;

import io.riskloom.app.task.TaskItem;
import io.riskloom.engine.data.Notice;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a run or a study from a click to its row in the project: one at a time. A cancel on that way, or a window that
 * closes, ends what has begun as stopped; it is never left as running.
 */
final class Beginnings {

    private static final Logger LOG = LoggerFactory.getLogger(Beginnings.class);

    private static final int PATIENCE_SECONDS = 60;

    private final Session session;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private CompletableFuture<? extends Begun> way = CompletableFuture.completedFuture(null);
    private boolean closed;

    /** A run or a study with a row in the project, before its first step. */
    interface Begun {

        /** Asks it to stop; before its start, that it ends as soon as it is started. */
        void cancel();

        /** Ends it without a step and waits until that is stored. */
        void abandon();
    }

    private record Opened<B>(B begun, TaskItem item) {}

    Beginnings(Session session) {
        this.session = session;
    }

    /** Whether something is on its way. */
    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /**
     * Opens in the background; a second click while one is on its way does nothing, one beside a training is refused.
     *
     * @param begun told on the JavaFX thread
     */
    <B extends Begun> void begin(Notice title, Callable<B> opening, Consumer<B> begun) {
        if (open.get()) {
            return;
        }
        if (session.busy()) {
            session.occupied().ifPresent(session::report);
            return;
        }
        session.dismissProblem();
        open.set(true);
        CompletableFuture<B> now = new CompletableFuture<>();
        way = now;
        session.tasks()
                .runToEnd(
                        title,
                        item -> new Opened<>(opened(opening, now), item),
                        opened -> arrived(opened, begun),
                        failure -> {
                            open.set(false);
                            session.report(failure);
                        });
    }

    private static <B> B opened(Callable<B> opening, CompletableFuture<B> now) throws Exception {
        try {
            B begun = opening.call();
            now.complete(begun);
            return begun;
        } finally {
            now.complete(null); // where it failed; there is nothing to wait for
        }
    }

    private <B extends Begun> void arrived(Opened<B> opened, Consumer<B> begun) {
        if (closed) {
            return;
        }
        if (opened.item().isCancelled()) {
            opened.begun().cancel();
        }
        try {
            begun.accept(opened.begun());
        } finally {
            open.set(false);
        }
    }

    /** Waits for what is on its way and ends it. */
    void close() {
        if (!open.get()) {
            return;
        }
        closed = true;
        try {
            Begun begun = way.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (begun != null) {
                begun.abandon();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("what was being started did not end in time; the next start marks it as interrupted", e);
        }
    }
}
