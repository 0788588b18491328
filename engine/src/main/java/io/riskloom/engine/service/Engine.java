package io.riskloom.engine.service;

/** An engine that is held: ask it, then close it. Thread-safe. */
public interface Engine extends EngineService, AutoCloseable {

    /** Whether it still answers; {@code false} once it was closed or its process died. */
    boolean alive();

    /**
     * Stops a run in progress before its next step, lets it save, then ends. Open requests end with an
     * {@link EngineFailure}. Returns when all is over, within seconds; a second call does nothing.
     */
    @Override
    void close();
}
