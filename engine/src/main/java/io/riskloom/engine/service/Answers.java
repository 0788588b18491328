package io.riskloom.engine.service;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.AnomalyDetector;
import io.riskloom.engine.model.Classifier;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.Directions;
import io.riskloom.engine.model.FeatureMaps;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Forecaster;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Scores;
import io.riskloom.engine.model.TrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Answers questions to trained models. Used by the engine's one thread only. */
final class Answers {

    private final Library library;

    Answers(Library library) {
        this.library = library;
    }

    Library library() {
        return library;
    }

    Forecast forecast(Requests.ForecastRequest request) throws Exception {
        Forecaster model = library.model(request.model(), Forecaster.class, "forecast");
        PriceHistory history = library.prices(request.data(), request.model().spec());
        int size = history.size();
        if (size < model.window()) {
            throw new NoticeException(Notice.of("service.tooShort", history.symbol(), size, model.window()));
        }
        int from = request.from() < 0 ? size + request.from() : request.from();
        int to = request.to() <= 0 ? size + request.to() : request.to();
        if (from < 0 || to > size || from >= to) {
            throw new NoticeException(Notice.of("service.originRange", request.from(), request.to(), size));
        }
        return model.forecast(history, from, to);
    }

    double[] score(Requests.ScoreRequest request) throws Exception {
        TrainedModel model = library.model(request.model());
        return switch (model) {
            case CreditScorer scorer ->
                scorer.probabilityBad(applicants(scorer, request).book());
            case Classifier classifier ->
                probabilities(
                        classifier,
                        library.prices(request.data(), request.model().spec()));
            case Forecaster f -> throw wrong(request.model());
            case PathGenerator g -> throw wrong(request.model());
            case AnomalyDetector d -> throw wrong(request.model());
        };
    }

    Scores applicants(Requests.ScoreRequest request) throws Exception {
        CreditScorer scorer = library.model(request.model(), CreditScorer.class, "score");
        Imported.Credit read = applicants(scorer, request);
        List<Notice> notes = new ArrayList<>();
        read.report().warnings().forEach(warning -> notes.add(warning.notice()));
        notes.addAll(scorer.encoder().unseen(read.book()));
        return new Scores(scorer.probabilityBad(read.book()), read.lines(), notes);
    }

    Directions directions(Requests.ScoreRequest request) throws Exception {
        Classifier classifier = library.model(request.model(), Classifier.class, "score");
        PriceHistory history = library.prices(request.data(), request.model().spec());
        int first = first(classifier, history);
        return new Directions(
                history.dates().subList(first, history.size()),
                classifier.probabilities(history, first, history.size()));
    }

    private Imported.Credit applicants(CreditScorer scorer, Requests.ScoreRequest request) throws Exception {
        return library.credit(
                request.data(), request.model().spec(), scorer.encoder().numeric());
    }

    private static double[] probabilities(Classifier classifier, PriceHistory history) throws NoticeException {
        int first = first(classifier, history);
        double[] known = classifier.probabilityUp(history, first, history.size());
        double[] all = new double[history.size()];
        Arrays.fill(all, 0, first, Double.NaN);
        System.arraycopy(known, 0, all, first, known.length);
        return all;
    }

    /** The first day with a full window. */
    private static int first(Classifier classifier, PriceHistory history) throws NoticeException {
        int first = classifier.window() - 1;
        if (first >= history.size()) {
            throw new NoticeException(Notice.of("service.tooShort", history.symbol(), history.size(), first + 1));
        }
        return first;
    }

    private static NoticeException wrong(Requests.ModelRef ref) {
        return new NoticeException(
                Notice.of("service.wrongModel", ref.spec().model(), ref.spec().task(), "score"));
    }

    /** @throws java.util.concurrent.CancellationException where nobody waits any more, between two blocks of paths */
    PathSet generate(Requests.GenerateRequest request, BooleanSupplier stopped) throws Exception {
        if (request.paths() < 1 || request.length() < 1) {
            throw new NoticeException(Notice.of("service.pathCount", request.paths(), request.length()));
        }
        PathGenerator model = library.model(request.model(), PathGenerator.class, "generate");
        model.cancelWhen(stopped);
        try {
            return model.generate(new PathRequest(request.paths(), request.length(), request.seed(), request.start()));
        } finally {
            model.cancelWhen(() -> false);
        }
    }

    FeatureMaps features(Requests.FeaturesRequest request) throws Exception {
        Classifier model = library.model(request.model(), Classifier.class, "features");
        PriceHistory history = library.prices(request.data(), request.model().spec());
        int size = history.size();
        int origin = request.origin() < 0 ? size + request.origin() : request.origin();
        if (origin < 0 || origin >= size) {
            throw new NoticeException(Notice.of("service.originOutside", request.origin(), size));
        }
        return model.featureMaps(history, origin);
    }
}
