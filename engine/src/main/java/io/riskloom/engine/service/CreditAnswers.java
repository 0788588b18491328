package io.riskloom.engine.service;

import io.riskloom.engine.explain.Counterfactual;
import io.riskloom.engine.explain.Dependence;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.explain.Importance;
import io.riskloom.engine.explain.Robustness;
import java.util.List;

/** Answers questions about a credit model's reasons. Used by the engine's one thread only. */
final class CreditAnswers {

    private final Library library;

    CreditAnswers(Library library) {
        this.library = library;
    }

    List<Explanation> explain(Requests.ExplainRequest request) throws Exception {
        throw new UnsupportedOperationException(String.valueOf(library));
    }

    Importance importance(Requests.ImportanceRequest request) throws Exception {
        throw new UnsupportedOperationException();
    }

    Dependence dependence(Requests.DependenceRequest request) throws Exception {
        throw new UnsupportedOperationException();
    }

    Counterfactual counterfactual(Requests.CounterfactualRequest request) throws Exception {
        throw new UnsupportedOperationException();
    }

    Robustness robustness(Requests.RobustnessRequest request) throws Exception {
        throw new UnsupportedOperationException();
    }
}
