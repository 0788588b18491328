package io.riskloom.app.playground.gan;

import io.riskloom.app.session.LessonEngine;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.service.EngineService;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the engine is asked next. One question is under way; of the orders that come meanwhile the last one is carried out, then
 * what waits until all is still, then whatever is left to do while nothing else is.
 */
final class Orders {

    private final LessonEngine engine;
    private final Consumer<Notice> failed;
    private final Runnable idle;
    private boolean underWay;
    private Runnable order;
    private Runnable then;

    /** @param idle called after an answer where nothing is ordered */
    Orders(LessonEngine engine, Consumer<Notice> failed, Runnable idle) {
        this.engine = engine;
        this.failed = failed;
        this.idle = idle;
    }

    /** Whether an answer is waited for. */
    boolean underWay() {
        return underWay;
    }

    void order(Runnable next) {
        order = next;
        goOn();
    }

    /** After all that was ordered; {@link #forget} takes it back. */
    void whenStill(Runnable work) {
        then = work;
        goOn();
    }

    void forget() {
        then = null;
    }

    /** The engine was ended: nothing that was asked or ordered comes any more. */
    void drop() {
        underWay = false;
        order = null;
        then = null;
    }

    /** The next thing to do, unless an answer is waited for. */
    void goOn() {
        if (underWay) {
            return;
        }
        if (order != null) {
            Runnable now = order;
            order = null;
            now.run();
        } else if (then != null) {
            Runnable now = then;
            then = null;
            now.run();
        } else {
            idle.run();
        }
    }

    <A> void ask(Function<EngineService, CompletableFuture<A>> question, Consumer<A> answer) {
        underWay = true;
        engine.ask(
                question,
                value -> answered(() -> answer.accept(value)),
                reason -> answered(() -> failed.accept(reason)));
    }

    private void answered(Runnable told) {
        underWay = false;
        try {
            told.run();
        } finally {
            goOn();
        }
    }
}
