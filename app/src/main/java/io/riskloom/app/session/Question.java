package io.riskloom.app.session;

import io.riskloom.engine.service.EngineService;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** One question to the engine that answers questions; it can be given up without harm to the others. Thread-safe. */
final class Question<T> {

    private final EngineHost engines;
    private final Function<EngineService, CompletableFuture<T>> ask;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private CompletableFuture<T> sent;
    private boolean givenUp;

    Question(EngineHost engines, Function<EngineService, CompletableFuture<T>> ask) {
        this.engines = engines;
        this.ask = ask;
    }

    /** Never completes once the question is given up. */
    CompletableFuture<T> answer() {
        return answer;
    }

    /** Starts the engine where there is none, so call this off the JavaFX thread. */
    void send() {
        if (unwanted()) {
            return;
        }
        try {
            CompletableFuture<T> asked = engines.ask(ask);
            if (unwanted(asked)) {
                engines.giveUp(asked);
            } else {
                asked.whenComplete(this::answered);
            }
        } catch (RuntimeException e) {
            answered(null, e);
        }
    }

    /** Ends an engine at times, which takes seconds, so call this off the JavaFX thread. */
    void giveUp() {
        CompletableFuture<T> asked;
        synchronized (this) {
            givenUp = true;
            asked = sent;
        }
        if (asked != null) {
            engines.giveUp(asked);
        }
    }

    private synchronized boolean unwanted() {
        return givenUp;
    }

    private synchronized boolean unwanted(CompletableFuture<T> asked) {
        sent = asked;
        return givenUp;
    }

    private void answered(T value, Throwable thrown) {
        if (unwanted()) {
            return;
        }
        if (thrown == null) {
            answer.complete(value);
        } else {
            answer.completeExceptionally(thrown);
        }
    }
}
