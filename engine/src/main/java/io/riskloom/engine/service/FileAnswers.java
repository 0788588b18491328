package io.riskloom.engine.service;

import io.riskloom.engine.judge.Drift;
import io.riskloom.engine.model.ScoreReport;

/** Scores whole files of applicants. Used by the engine's one thread only, but for {@link #stop}. */
final class FileAnswers {

    private final Library library;
    private final EngineEvents events;
    private volatile boolean stopped;

    FileAnswers(Library library, EngineEvents events) {
        this.library = library;
        this.events = events;
    }

    Drift drift(Requests.DriftRequest request) throws Exception {
        throw new UnsupportedOperationException(String.valueOf(library));
    }

    ScoreReport scoreFile(Requests.ScoreFileRequest request) throws Exception {
        throw new UnsupportedOperationException(String.valueOf(events) + stopped);
    }

    /** From any thread. */
    void stop() {
        stopped = true;
    }
}
