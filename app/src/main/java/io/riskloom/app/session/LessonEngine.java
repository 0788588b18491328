package io.riskloom.app.session;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.EngineService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * An engine of its own for a lesson that keeps something in training there. One question is under way; of those asked
 * meanwhile the last one waits, the others are dropped unanswered. The engine is started by the first question, and by the
 * first one after it died or was ended: what it kept is lost then. It ends by itself where nobody has looked for a while. Used on the JavaFX thread, where answers arrive.
 */
public final class LessonEngine {

    /** After which an engine that nobody looks at is ended. */
    public static final int IDLE_MINUTES = 10;

    private record Wish<A>(
            Function<EngineService, CompletableFuture<A>> question, Consumer<A> answer, Consumer<Notice> failed) {}

    /** One life of the engine: what belongs to an earlier one is neither started nor heard any more. */
    private final class Life {
        private Engine engine;
        private boolean over;

        synchronized Engine engine() {
            if (over) {
                throw new IllegalStateException("the lesson was ended");
            }
            if (engine == null || !engine.alive()) {
                release();
                engine = engines.start(EngineEvents.SILENT);
            }
            return engine;
        }

        synchronized void end() {
            over = true;
            release();
        }

        private void release() {
            if (engine != null) {
                engines.end(engine);
                engine = null;
            }
        }
    }

    private final Tasks tasks;
    private final EngineHost engines;
    private final Executor later;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Life life = new Life();
    private Wish<?> waiting;
    private int looks;

    /** @param later runs what it is given once nobody has looked long enough */
    LessonEngine(Tasks tasks, EngineHost engines, Executor later) {
        this.tasks = tasks;
        this.engines = engines;
        this.later = later;
    }

    /** Someone looks at the lesson. */
    public void wake() {
        looks++;
    }

    /**
     * Nobody looks at the lesson: the engine ends when this stays so for {@link #IDLE_MINUTES}.
     *
     * @param ended told of that
     */
    public void rest(Runnable ended) {
        int look = ++looks;
        later.execute(() -> tasks.ui(() -> {
            if (look == looks) {
                end();
                ended.run();
            }
        }));
    }

    /** Whether a question is under way. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /**
     * @param failed told why there is no answer; after {@code service.childDied} the next question starts another engine, which
     *     knows nothing of what the dead one kept
     */
    public <A> void ask(
            Function<EngineService, CompletableFuture<A>> question, Consumer<A> answer, Consumer<Notice> failed) {
        Wish<A> wish = new Wish<>(question, answer, failed);
        if (busy.get()) {
            waiting = wish;
        } else {
            busy.set(true);
            send(wish);
        }
    }

    private <A> void send(Wish<A> wish) {
        Life asked = life;
        CompletableFuture.supplyAsync(
                        () -> wish.question().apply(asked.engine()).join(), tasks::background)
                .whenComplete((value, thrown) -> tasks.ui(() -> {
                    if (asked == life) {
                        answered(wish, value, thrown);
                    }
                }));
    }

    private <A> void answered(Wish<A> wish, A value, Throwable thrown) {
        Life asked = life;
        try {
            if (thrown == null) {
                wish.answer().accept(value);
            } else {
                wish.failed().accept(Tasks.reason(thrown));
            }
        } finally {
            if (asked == life) {
                next();
            }
        }
    }

    private void next() {
        Wish<?> next = waiting;
        waiting = null;
        if (next == null) {
            busy.set(false);
        } else {
            send(next);
        }
    }

    /** Nothing asked so far is answered any more; the engine ends in the background, the next question starts another. */
    public void end() {
        Life ended = life;
        life = new Life();
        waiting = null;
        busy.set(false);
        tasks.background(ended::end);
    }
}
