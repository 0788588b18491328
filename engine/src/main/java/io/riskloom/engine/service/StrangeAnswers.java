package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.explain.Strangeness;
import io.riskloom.engine.explain.Strangers;
import io.riskloom.engine.model.AnomalyDetector;
import io.riskloom.engine.model.AnomalySpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Answers what is unusual about applicants. Used by the engine's one thread only. */
final class StrangeAnswers {

    private final Library library;

    StrangeAnswers(Library library) {
        this.library = library;
    }

    /**
     * @throws NoticeException {@code service.wrongModel} (model, task, question) for a model of another task, {@code
     *     explain.error.dataGone} (file), {@code explain.error.dataChanged} (file), {@code explain.error.row} (row from 1, rows)
     */
    List<Strangeness> strangers(Requests.StrangersRequest request) throws Exception {
        AnomalyDetector detector = library.model(request.model(), AnomalyDetector.class, "strangers");
        AnomalySpec spec = (AnomalySpec) request.model().spec();
        Path data = Path.of(spec.data());
        if (!Files.exists(data)) {
            throw new NoticeException(Notice.of("explain.error.dataGone", data.getFileName()));
        }
        CreditBook book = library.trained(spec);
        if (!book.source().sha256().equals(request.sha256())) {
            throw new NoticeException(Notice.of("explain.error.dataChanged", data.getFileName()));
        }
        for (int row : request.rows()) {
            if (row < 0 || row >= book.size()) {
                throw new NoticeException(Notice.of("explain.error.row", row + 1, book.size()));
            }
        }
        return Strangers.of(detector, book, request.rows());
    }
}
