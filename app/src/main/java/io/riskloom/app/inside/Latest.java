package io.riskloom.app.inside;

import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.service.EngineService;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One kind of question to the engine while the user moves: one is under way, the latest asked meanwhile comes next, those between
 * are skipped. An answer stays until the next one is there, which while the user moves on may be that of a question before the
 * latest: each is told with its question. Changed on the JavaFX thread.
 *
 * @param <Q> a question, equal where its answer is the same
 */
final class Latest<Q, A> {

    /** An answer with what was asked. */
    record Answer<Q, A>(Q question, A answer) {}

    private final Session session;
    private final Notice title;
    private final Function<Q, Function<EngineService, CompletableFuture<A>>> prepare;
    private final ReadOnlyObjectWrapper<Answer<Q, A>> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Notice> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Q last;
    private TaskItem item;
    private boolean underWay;
    private int cleared;

    /** @param prepare what to ask the engine, put together on the JavaFX thread */
    Latest(Session session, String title, Function<Q, Function<EngineService, CompletableFuture<A>>> prepare) {
        this.session = session;
        this.title = Notice.of(title);
        this.prepare = prepare;
    }

    /** Null before the first. */
    ReadOnlyObjectProperty<Answer<Q, A>> answer() {
        return answer.getReadOnlyProperty();
    }

    /** Why the latest question has no answer; null where nothing went wrong. */
    ReadOnlyObjectProperty<Notice> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the latest question waits for its answer. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Asks, unless the same is asked already or answered. */
    void ask(Q question) {
        boolean answered = answer.get() != null && answer.get().question().equals(question);
        if (question.equals(last) && (busy.get() || answered && problem.get() == null)) {
            return;
        }
        last = question;
        busy.set(true);
        if (!underWay) {
            send(question);
        }
    }

    /** There is nothing to ask: what is under way will be thrown away. */
    void clear() {
        cleared++;
        last = null;
        busy.set(false);
        problem.set(null);
        answer.set(null);
    }

    /** Gives up what is under way and what waits behind it; the answer before stays. */
    void cancel() {
        last = answer.get() == null ? null : answer.get().question();
        busy.set(false);
        if (item != null) {
            item.cancel();
        }
    }

    private void send(Q question) {
        underWay = true;
        item = null;
        int then = cleared;
        TaskItem sent = session.ask(
                title,
                prepare.apply(question),
                found -> ended(question, then, () -> {
                    problem.set(null);
                    answer.set(new Answer<>(question, found));
                }),
                reason -> ended(question, then, () -> problem.set(reason.equals(Tasks.CANCELLED) ? null : reason)));
        if (underWay && item == null) {
            item = sent;
        }
    }

    private void ended(Q question, int then, Runnable use) {
        if (question.equals(last)) {
            busy.set(false);
        }
        if (then == cleared) {
            use.run();
        }
        underWay = false;
        item = null;
        if (busy.get()) {
            send(last);
        }
    }
}
