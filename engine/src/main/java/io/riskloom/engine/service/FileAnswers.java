package io.riskloom.engine.service;

import io.riskloom.engine.judge.Drift;
import io.riskloom.engine.model.AnomalyDetector;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.ScoreReport;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Scores whole files of applicants. Used by the engine's one thread only, but for {@link #announce}, {@link #withdraw} and {@link #stop}. */
final class FileAnswers {

    private final Library library;
    private final EngineEvents events;
    private final Set<AtomicBoolean> announced = ConcurrentHashMap.newKeySet();

    FileAnswers(Library library, EngineEvents events) {
        this.library = library;
        this.events = events;
    }

    /** @throws java.util.concurrent.CancellationException where it is stopped */
    Drift drift(Requests.DriftRequest request, BooleanSupplier stopped) throws Exception {
        CreditScorer scorer = library.model(request.model(), CreditScorer.class, "drift");
        return new FileDrift(scorer, request, events, stopped).run();
    }

    /** From any thread: a file will be scored once its turn comes. What comes back is true once that is no longer wanted. */
    AtomicBoolean announce() {
        AtomicBoolean stopped = new AtomicBoolean();
        announced.add(stopped);
        return stopped;
    }

    /** From any thread: the file is scored, or will not be. */
    void withdraw(AtomicBoolean stopped) {
        announced.removeIf(each -> each == stopped);
    }

    ScoreReport scoreFile(Requests.ScoreFileRequest request, BooleanSupplier stopped) throws Exception {
        FileModel model = request.model().spec() instanceof AnomalySpec
                ? FileModel.of(library.model(request.model(), AnomalyDetector.class, "score"))
                : FileModel.of(library.model(request.model(), CreditScorer.class, "score"));
        return new FileScoring(model, request, events, stopped).run();
    }

    /** From any thread: ends the file in progress and those that wait for their turn. */
    void stop() {
        announced.forEach(stopped -> stopped.set(true));
    }
}
