package io.riskloom.engine.service;

import io.riskloom.engine.judge.Drift;
import io.riskloom.engine.model.AnomalyDetector;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.PathFileReport;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.ScoreReport;
import java.util.function.BooleanSupplier;

/** Reads and writes whole files: applicants are scored, paths are drawn. Used by the engine's one thread only. */
final class FileAnswers {

    private final Library library;
    private final EngineEvents events;

    FileAnswers(Library library, EngineEvents events) {
        this.library = library;
        this.events = events;
    }

    /** @throws java.util.concurrent.CancellationException where it is stopped */
    Drift drift(Requests.DriftRequest request, BooleanSupplier stopped) throws Exception {
        CreditScorer scorer = library.model(request.model(), CreditScorer.class, "drift");
        return new FileDrift(scorer, request, events, stopped).run();
    }

    ScoreReport scoreFile(Requests.ScoreFileRequest request, BooleanSupplier stopped) throws Exception {
        FileModel model = request.model().spec() instanceof AnomalySpec
                ? FileModel.of(library.model(request.model(), AnomalyDetector.class, "score"))
                : FileModel.of(library.model(request.model(), CreditScorer.class, "score"));
        return new FileScoring(model, request, events, stopped).run();
    }

    PathFileReport writePaths(Requests.PathFileRequest request, BooleanSupplier stopped) throws Exception {
        PathGenerator model = library.model(request.model(), PathGenerator.class, "generate");
        return new PathWriting(model, request, events, stopped).run();
    }
}
