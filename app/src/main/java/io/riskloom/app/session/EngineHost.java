package io.riskloom.app.session;

import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.EngineService;
import io.riskloom.engine.service.EngineStarter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Starts engines: one for questions, kept and restarted when it died, and a new one for every run. */
public final class EngineHost implements AutoCloseable {

    private final EngineStarter starter;
    private final Set<Engine> others = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<CompletableFuture<?>> waited = Collections.newSetFromMap(new IdentityHashMap<>());
    private Engine questions;
    private boolean closed;

    public EngineHost(EngineStarter starter) {
        this.starter = starter;
    }

    /** The engine to ask; starting it takes about a second, so call this off the JavaFX thread. */
    public synchronized EngineService questions() {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
        if (questions == null || !questions.alive()) {
            questions = starter.start(ChildOptions.defaults(), EngineEvents.SILENT);
        }
        return questions;
    }

    /** Sends a question; starting the engine for it takes about a second, so call this off the JavaFX thread. */
    synchronized <T> CompletableFuture<T> ask(Function<EngineService, CompletableFuture<T>> question) {
        CompletableFuture<T> answer = question.apply(questions());
        waited.add(answer);
        answer.whenComplete((value, thrown) -> forget(answer));
        return answer;
    }

    private synchronized void forget(CompletableFuture<?> answer) {
        waited.remove(answer);
    }

    /**
     * Cancels an answer: the engine stops before its next step, and other questions keep their turn. Where none waits, the engine
     * is ended, so that the next question need not wait for work that nobody wants.
     */
    void giveUp(CompletableFuture<?> answer) {
        if (!answer.cancel(true)) {
            return;
        }
        Engine alone;
        synchronized (this) {
            alone = waited.isEmpty() ? detach() : null;
        }
        if (alone != null) {
            alone.close();
        }
    }

    /** An engine for one long question, which tells how far it is; {@link #end} it. */
    synchronized Engine start(EngineEvents events) {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
        Engine engine = starter.start(ChildOptions.defaults(), events);
        others.add(engine);
        return engine;
    }

    void end(Engine engine) {
        synchronized (this) {
            others.remove(engine);
        }
        engine.close();
    }

    EngineStarter starter() {
        return starter;
    }

    /** Ends the engine that answers questions; the next question starts another. */
    void drop() {
        Engine dropped = detach();
        if (dropped != null) {
            dropped.close();
        }
    }

    /** Null where there is none. */
    private synchronized Engine detach() {
        Engine detached = questions;
        questions = null;
        return detached;
    }

    @Override
    public void close() {
        List<Engine> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(others);
        }
        open.forEach(this::end);
        drop();
    }
}
