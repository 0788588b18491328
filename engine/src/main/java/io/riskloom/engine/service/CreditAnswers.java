package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.explain.Counterfactual;
import io.riskloom.engine.explain.Counterfactuals;
import io.riskloom.engine.explain.Dependence;
import io.riskloom.engine.explain.Dependences;
import io.riskloom.engine.explain.Effort;
import io.riskloom.engine.explain.Explainer;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.explain.Importance;
import io.riskloom.engine.explain.Importances;
import io.riskloom.engine.explain.Robustness;
import io.riskloom.engine.explain.RobustnessTrials;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Seeds;
import io.riskloom.engine.model.Splits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Answers questions about a credit model's reasons; whatever is drawn is drawn by the run's seed. Rows of the run's own data
 * file are those of its training, where rows without an outcome are left out; of any other file every row counts. Used by
 * the engine's one thread only.
 */
final class CreditAnswers {

    /** Applicants whose Shapley values one question may ask for. */
    private static final int MOST_SHAPLEY = 100;

    /** Part of the seed by which rows, orders and noise are drawn. */
    private static final int EXPLAINED = 6;

    private final Library library;

    CreditAnswers(Library library) {
        this.library = library;
    }

    /**
     * @throws NoticeException {@code explain.error.method} (method), {@code explain.error.row} (row, rows), {@code
     *     explain.error.tooMany} (rows, most), or what {@link #own} has against the run's data where that is needed
     */
    List<Explanation> explain(Requests.ExplainRequest request, BooleanSupplier stopped) throws Exception {
        Subject subject = subject(request.model(), "explain");
        CreditBook book = book(subject, request.data());
        refuseRows(book, request.rows());
        Explainer explainer = new Explainer(subject.scorer(), subject.effort(), stopped);
        return switch (request.method()) {
            case "gradients" -> explainer.gradients(book, request.rows());
            case "shapley" -> shapley(subject, explainer, book, request.rows());
            default -> throw refused("explain.error.method", request.method());
        };
    }

    private List<Explanation> shapley(Subject subject, Explainer explainer, CreditBook book, int[] rows) throws Exception {
        if (rows.length > MOST_SHAPLEY) {
            throw refused("explain.error.tooMany", rows.length, MOST_SHAPLEY);
        }
        CreditBook own = own(subject);
        float[][] background = explainer.background(own, training(subject, own), subject.seed());
        return explainer.shapley(book, rows, background, subject.seed());
    }

    /** @throws NoticeException as {@link #applicants}; {@code explain.error.oneClass} (applicants) where all are bad or none is */
    Importance importance(Requests.ImportanceRequest request, BooleanSupplier stopped) throws Exception {
        Subject subject = subject(request.model(), "importance");
        CreditBook book = applicants(subject, request.data(), request.rows());
        refuseOneClass(book, request.rows());
        return Importances.of(subject.scorer(), book, request.rows(), subject.effort(), subject.seed(), stopped);
    }

    /** @throws NoticeException as {@link #applicants}; {@code explain.error.column} (column) for one that the model does not know */
    Dependence dependence(Requests.DependenceRequest request, BooleanSupplier stopped) throws Exception {
        Subject subject = subject(request.model(), "dependence");
        CreditBook book = applicants(subject, request.data(), request.rows());
        boolean known = subject.scorer().encoder().fields().stream()
                .anyMatch(field -> field.column().equals(request.column()));
        if (!known) {
            throw refused("explain.error.column", request.column());
        }
        return Dependences.of(
                subject.scorer(),
                book,
                training(subject, book),
                request.rows(),
                request.column(),
                subject.effort(),
                subject.seed(),
                stopped);
    }

    /** @throws NoticeException {@code explain.error.row} (row, rows), or what {@link #own} has against the run's data */
    Counterfactual counterfactual(Requests.CounterfactualRequest request, BooleanSupplier stopped) throws Exception {
        Subject subject = subject(request.model(), "counterfactual");
        CreditBook own = own(subject);
        CreditBook book = book(subject, request.data());
        refuseRows(book, new int[] {request.row()});
        return Counterfactuals.of(
                subject.scorer(),
                own,
                training(subject, own),
                book,
                request.row(),
                request.cutOff(),
                Set.copyOf(request.fixed()),
                subject.effort(),
                stopped);
    }

    /** @throws NoticeException as {@link #importance} */
    Robustness robustness(Requests.RobustnessRequest request, BooleanSupplier stopped) throws Exception {
        Subject subject = subject(request.model(), "robustness");
        CreditBook book = applicants(subject, request.data(), request.rows());
        refuseOneClass(book, request.rows());
        return RobustnessTrials.of(
                subject.scorer(),
                book,
                training(subject, book),
                request.rows(),
                request.cutOff(),
                subject.effort(),
                subject.seed(),
                stopped);
    }

    private record Subject(CreditScorer scorer, CreditSpec spec) {
        Effort effort() {
            return Effort.of(spec);
        }

        long seed() {
            return Seeds.mix(spec.seed(), EXPLAINED);
        }

        boolean isOwn(String data) {
            return absolute(data).equals(absolute(spec.data()));
        }

        private static Path absolute(String file) {
            return Path.of(file).toAbsolutePath().normalize();
        }
    }

    private Subject subject(Requests.ModelRef model, String question) throws Exception {
        CreditScorer scorer = library.model(model, CreditScorer.class, question);
        if (model.spec() instanceof CreditSpec spec) {
            return new Subject(scorer, spec);
        }
        throw new NoticeException(Notice.of(
                "service.wrongModel", model.spec().model(), model.spec().task(), question));
    }

    private CreditBook book(Subject subject, String data) throws Exception {
        return subject.isOwn(data)
                ? own(subject)
                : library.credit(data, subject.spec(), subject.scorer().encoder().numeric())
                        .book();
    }

    /**
     * Test applicants, whose outcome only the run's own file is sure to tell.
     *
     * @throws NoticeException {@code explain.error.notOwn} (file, the run's file), {@code explain.error.row} (row, rows),
     *     {@code explain.error.noRows}, or what {@link #own} has against the file
     */
    private CreditBook applicants(Subject subject, String data, int[] rows) throws Exception {
        if (!subject.isOwn(data)) {
            throw refused("explain.error.notOwn", name(data), name(subject.spec().data()));
        }
        if (rows.length == 0) {
            throw refused("explain.error.noRows");
        }
        CreditBook book = own(subject);
        refuseRows(book, rows);
        return book;
    }

    /**
     * The run's own data.
     *
     * @throws NoticeException {@code explain.error.dataGone} (file), {@code explain.error.dataChanged} (file)
     */
    private CreditBook own(Subject subject) throws Exception {
        String data = subject.spec().data();
        if (!Files.exists(Path.of(data))) {
            throw refused("explain.error.dataGone", name(data));
        }
        CreditBook book = library.trained(subject.spec());
        String expected = subject.scorer().trainedOn();
        if (!expected.isEmpty() && !expected.equals(book.source().sha256())) {
            throw refused("explain.error.dataChanged", name(data));
        }
        return book;
    }

    private static int[] training(Subject subject, CreditBook own) throws NoticeException {
        return Splits.rows(subject.spec(), own).train();
    }

    private static void refuseRows(CreditBook book, int[] rows) throws NoticeException {
        for (int row : rows) {
            if (row < 0 || row >= book.size()) {
                throw refused("explain.error.row", row, book.size());
            }
        }
    }

    private static void refuseOneClass(CreditBook book, int[] rows) throws NoticeException {
        boolean[] bad = book.bad();
        long count = IntStream.of(rows).filter(row -> bad[row]).count();
        if (count == 0 || count == rows.length) {
            throw refused("explain.error.oneClass", rows.length);
        }
    }

    private static NoticeException refused(String key, Object... details) {
        return new NoticeException(Notice.of(key, details));
    }

    private static String name(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }
}
