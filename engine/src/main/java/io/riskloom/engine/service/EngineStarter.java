package io.riskloom.engine.service;

/** Starts engines: a child process for the product, the same process for tests of what is built on top. */
@FunctionalInterface
public interface EngineStarter {

    /**
     * @param options threads and memory; an engine in the same process ignores them
     * @param events  told what the engine does; see {@link EngineEvents}
     * @throws EngineFailure where a process cannot be started ({@code service.childNotStarted})
     */
    Engine start(ChildOptions options, EngineEvents events);

    /** Each engine is a child process. */
    static EngineStarter child() {
        return ChildEngine::start;
    }

    /** Each engine lives in this process. */
    static EngineStarter local() {
        return (options, events) -> new LocalEngine(events);
    }
}
