package io.riskloom.app.credit;

import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.service.EngineService;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One kind of question to the engine: one is under way at a time, the last one asked meanwhile comes next, those between are
 * skipped; an answer is kept and given again at once. Changed on the JavaFX thread.
 *
 * @param <Q> a question, equal where its answer is the same
 */
final class Asking<Q, A> {

    private static final int MOST = 500;

    private final Session session;
    private final Notice title;
    private final Function<Q, Function<EngineService, CompletableFuture<A>>> prepare;
    private final Map<Q, A> answers = new HashMap<>();
    private final ReadOnlyObjectWrapper<A> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Notice> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Q last;
    private TaskItem item;
    private boolean underWay;

    /** @param prepare what to ask the engine, put together on the JavaFX thread */
    Asking(Session session, String title, Function<Q, Function<EngineService, CompletableFuture<A>>> prepare) {
        this.session = session;
        this.title = Notice.of(title);
        this.prepare = prepare;
    }

    /** To {@link #question()}, null until it is there. */
    ReadOnlyObjectProperty<A> answer() {
        return answer.getReadOnlyProperty();
    }

    /** Why there is no answer, null where nothing went wrong. */
    ReadOnlyObjectProperty<Notice> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** The one asked last, null for none. */
    Q question() {
        return last;
    }

    /** @param question null for none: what is on show goes away */
    void ask(Q question) {
        if (Objects.equals(question, last) && (question == null || answer.get() != null || busy.get())) {
            return;
        }
        last = question;
        problem.set(null);
        answer.set(question == null ? null : answers.get(question));
        busy.set(question != null && answer.get() == null);
        if (busy.get() && !underWay) {
            send(question);
        }
    }

    /** Gives up what is under way. */
    void cancel() {
        if (underWay) {
            item.cancel();
        }
    }

    private void send(Q question) {
        underWay = true;
        item = session.ask(
                title,
                prepare.apply(question),
                found -> {
                    underWay = false;
                    keep(question, found);
                },
                reason -> {
                    underWay = false;
                    refused(question, reason);
                });
    }

    private void keep(Q question, A found) {
        if (answers.size() >= MOST) {
            answers.clear();
        }
        answers.put(question, found);
        if (question.equals(last)) {
            busy.set(false);
            answer.set(found);
        } else {
            next();
        }
    }

    private void refused(Q question, Notice reason) {
        if (question.equals(last) || reason.equals(Tasks.CANCELLED)) {
            busy.set(false);
            problem.set(reason.equals(Tasks.CANCELLED) ? Notice.of("credit.explain.stopped") : reason);
        } else {
            next();
        }
    }

    private void next() {
        if (last != null && busy.get()) {
            send(last);
        }
    }
}
