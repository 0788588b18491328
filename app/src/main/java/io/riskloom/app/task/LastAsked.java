package io.riskloom.app.task;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Questions answered in the background, one at a time. While one is being answered the last one asked waits, those before it
 * are skipped. Answers arrive on the JavaFX thread.
 */
public final class LastAsked<Q, A> {

    /** Answers in the background, never two questions at once. */
    @FunctionalInterface
    public interface Work<Q, A> {
        A answer(Q question) throws NoticeException;
    }

    /**
     * @param question null before the first
     * @param answer   null where there is none
     * @param problem  why there is no answer
     */
    public record Answer<Q, A>(Q question, A answer, Optional<Notice> problem) {}

    private final Tasks tasks;
    private final Work<Q, A> work;
    private final ReadOnlyObjectWrapper<Answer<Q, A>> latest =
            new ReadOnlyObjectWrapper<>(new Answer<>(null, null, Optional.empty()));
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(true);
    private Q last;
    private boolean atWork;

    public LastAsked(Tasks tasks, Work<Q, A> work) {
        this.tasks = tasks;
        this.work = work;
    }

    /** Has someone told why a question has no answer, each time that happens. */
    public LastAsked<Q, A> telling(Consumer<Notice> heard) {
        latest.subscribe(now -> now.problem().ifPresent(heard));
        return this;
    }

    /** That of the question before until the next is there. */
    public ReadOnlyObjectProperty<Answer<Q, A>> latest() {
        return latest.getReadOnlyProperty();
    }

    /** Whether {@link #latest()} is that of the question asked last. */
    public ReadOnlyBooleanProperty settled() {
        return settled.getReadOnlyProperty();
    }

    public void ask(Q question) {
        last = question;
        settled.set(false);
        if (!atWork) {
            work(last);
        }
    }

    /** There is nothing to ask. */
    public void clear() {
        last = null;
        latest.set(new Answer<>(null, null, Optional.empty()));
        settled.set(true);
    }

    private void work(Q question) {
        atWork = true;
        CompletableFuture.supplyAsync(() -> answer(question), tasks::background)
                .whenComplete((answer, error) -> tasks.ui(() -> {
                    atWork = false;
                    answered(question, answer, error);
                }));
    }

    private A answer(Q question) {
        try {
            return work.answer(question);
        } catch (NoticeException e) {
            throw new CompletionException(e);
        }
    }

    private void answered(Q question, A answer, Throwable error) {
        if (last == question) {
            latest.set(new Answer<>(question, answer, Optional.ofNullable(error).map(Tasks::reason)));
            settled.set(true);
        } else if (last != null) {
            work(last);
        }
    }
}
