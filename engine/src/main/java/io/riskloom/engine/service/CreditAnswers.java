package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.explain.Counterfactual;
import io.riskloom.engine.explain.Counterfactuals;
import io.riskloom.engine.explain.Dependence;
import io.riskloom.engine.explain.Dependences;
import io.riskloom.engine.explain.Explainer;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.explain.Importance;
import io.riskloom.engine.explain.Importances;
import io.riskloom.engine.explain.Robustness;
import io.riskloom.engine.explain.RobustnessTrials;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Answers questions about a credit model's reasons; whatever is drawn is drawn by the run's seed. Used by the engine's one
 * thread only.
 */
final class CreditAnswers {

    /** Applicants whose Shapley values one question may ask for. */
    private static final int MOST_SHAPLEY = 100;

    private final Library library;

    CreditAnswers(Library library) {
        this.library = library;
    }

    /**
     * @throws NoticeException {@code explain.error.method} (method), {@code explain.error.row} (row, rows), {@code
     *     explain.error.tooMany} (rows, most), or what {@link ExplainedRun#own} has against the run's data where that is needed
     */
    List<Explanation> explain(Requests.ExplainRequest request, BooleanSupplier stopped) throws Exception {
        ExplainedRun run = ExplainedRun.of(library, request.model(), "explain");
        CreditBook book = run.book(request.data(), request.rows());
        Explainer explainer = new Explainer(run.scorer(), run.effort(), stopped);
        return switch (request.method()) {
            case "gradients" -> explainer.gradients(book, request.rows());
            case "shapley" -> shapley(run, explainer, book, request.rows());
            default -> throw new NoticeException(Notice.of("explain.error.method", request.method()));
        };
    }

    private static List<Explanation> shapley(ExplainedRun run, Explainer explainer, CreditBook book, int[] rows)
            throws Exception {
        if (rows.length > MOST_SHAPLEY) {
            throw new NoticeException(Notice.of("explain.error.tooMany", rows.length, MOST_SHAPLEY));
        }
        CreditBook own = run.own();
        float[][] background = explainer.background(own, run.training(own), run.seed());
        return explainer.shapley(book, rows, background, run.seed());
    }

    /** @throws NoticeException as {@link ExplainedRun#judged} */
    Importance importance(Requests.ImportanceRequest request, BooleanSupplier stopped) throws Exception {
        ExplainedRun run = ExplainedRun.of(library, request.model(), "importance");
        CreditBook book = run.judged(request.data(), request.rows());
        return Importances.of(run.scorer(), book, request.rows(), run.effort(), run.seed(), stopped);
    }

    /**
     * @throws NoticeException {@code explain.error.column} (column) for one that the model does not know, or as
     *     {@link ExplainedRun#applicants}
     */
    Dependence dependence(Requests.DependenceRequest request, BooleanSupplier stopped) throws Exception {
        ExplainedRun run = ExplainedRun.of(library, request.model(), "dependence");
        CreditBook book = run.applicants(request.data(), request.rows());
        boolean known = run.scorer().encoder().fields().stream()
                .anyMatch(field -> field.column().equals(request.column()));
        if (!known) {
            throw new NoticeException(Notice.of("explain.error.column", request.column()));
        }
        return Dependences.of(
                run.scorer(),
                book,
                run.training(book),
                request.rows(),
                request.column(),
                run.effort(),
                run.seed(),
                stopped);
    }

    /** @throws NoticeException {@code explain.error.row} (row, rows), or what {@link ExplainedRun#own} has against the run's data */
    Counterfactual counterfactual(Requests.CounterfactualRequest request, BooleanSupplier stopped) throws Exception {
        ExplainedRun run = ExplainedRun.of(library, request.model(), "counterfactual");
        CreditBook own = run.own();
        return Counterfactuals.of(
                run.scorer(),
                own,
                run.training(own),
                run.book(request.data(), new int[] {request.row()}),
                request.row(),
                request.cutOff(),
                Set.copyOf(request.fixed()),
                run.effort(),
                stopped);
    }

    /** @throws NoticeException as {@link ExplainedRun#judged} */
    Robustness robustness(Requests.RobustnessRequest request, BooleanSupplier stopped) throws Exception {
        ExplainedRun run = ExplainedRun.of(library, request.model(), "robustness");
        CreditBook book = run.judged(request.data(), request.rows());
        return RobustnessTrials.of(
                run.scorer(),
                book,
                run.training(book),
                request.rows(),
                request.cutOff(),
                run.effort(),
                run.seed(),
                stopped);
    }
}
