package io.riskloom.engine.service;

import io.riskloom.engine.model.Outcome;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What is wanted of a run, whatever engine has it: a wish that comes before the run is sent is heeded as it is sent, so
 * that none is lost between two engines. Thread-safe.
 */
final class Steering {

    private Engine engine;
    private boolean sent;
    private boolean cancelled;
    private boolean enough;
    private boolean paused;

    /** Gives it an engine; {@code false} where the run is cancelled already. */
    synchronized boolean engine(Engine own) {
        engine = own;
        return !cancelled;
    }

    /** The engine is given up; another may come. */
    synchronized void letGo() {
        engine = null;
        sent = false;
    }

    synchronized CompletableFuture<Outcome> train(TrainRequest request) {
        if (cancelled) {
            return CompletableFuture.completedFuture(new Outcome.Cancelled());
        }
        sent = true;
        CompletableFuture<Outcome> answer = engine.train(request);
        if (paused) {
            engine.pause();
        }
        if (enough) {
            engine.keep();
        }
        return answer;
    }

    /** The engine where it has nothing to stop, so that the run can end at once. */
    synchronized Optional<Engine> cancel() {
        cancelled = true;
        tell(Engine::cancel);
        return Optional.ofNullable(engine).filter(own -> !sent);
    }

    synchronized void keep() {
        enough = true;
        tell(Engine::keep);
    }

    synchronized void pause() {
        paused = true;
        tell(Engine::pause);
    }

    synchronized void goOn() {
        paused = false;
        tell(Engine::goOn);
    }

    private void tell(Consumer<Engine> wish) {
        if (sent) {
            wish.accept(engine);
        }
    }

    synchronized boolean cancelled() {
        return cancelled;
    }
}
