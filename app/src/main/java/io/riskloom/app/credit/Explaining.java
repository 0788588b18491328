package io.riskloom.app.credit;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.session.Session;
import io.riskloom.engine.explain.Counterfactual;
import io.riskloom.engine.explain.Dependence;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.explain.Importance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.Requests;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is asked about a run's reasons: of one applicant, of all, of one column. Nothing is asked before the view is looked at. */
final class Explaining {

    /** How contributions are found. */
    enum Method {
        GRADIENTS,
        SHAPLEY
    }

    record OfRow(String run, int row, Method method) {}

    record OfRun(String run) {}

    record OfColumn(String run, String column) {}

    /** @param fixed sorted columns that cannot change */
    record Change(String run, int row, double cutOff, List<String> fixed) {}

    private final Session session;
    private final ChosenRun chosen;
    private final Applicants applicants;
    private final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.GRADIENTS);
    private final Asking<OfRow, Explanation> reasons;
    private final Asking<OfRun, Importance> importance;
    private final Asking<OfColumn, Dependence> dependence;
    private final Asking<Change, Counterfactual> change;
    private boolean active;

    Explaining(Session session, ChosenRun chosen, Applicants applicants) {
        this.session = session;
        this.chosen = chosen;
        this.applicants = applicants;
        this.reasons = new Asking<>(session, "credit.explain.task.reasons", q -> {
            var request =
                    new Requests.ExplainRequest(ref(q.run()), data(q.run()), new int[] {q.row()}, name(q.method()));
            return engine -> only(engine.explain(request));
        });
        this.importance = new Asking<>(session, "credit.explain.task.importance", q -> {
            var request = new Requests.ImportanceRequest(ref(q.run()), data(q.run()), applicants.rows());
            return engine -> engine.importance(request);
        });
        this.dependence = new Asking<>(session, "credit.explain.task.dependence", q -> {
            var request = new Requests.DependenceRequest(ref(q.run()), data(q.run()), applicants.rows(), q.column());
            return engine -> engine.dependence(request);
        });
        this.change = new Asking<>(session, "credit.explain.task.change", q -> {
            var request =
                    new Requests.CounterfactualRequest(ref(q.run()), data(q.run()), q.row(), q.cutOff(), q.fixed());
            return engine -> engine.counterfactual(request);
        });
        applicants.chosen().subscribe(now -> ask());
        method.subscribe(now -> ask());
        chosen.run().subscribe(now -> {
            importance.ask(null);
            dependence.ask(null);
            change.ask(null);
        });
    }

    ObjectProperty<Method> method() {
        return method;
    }

    /** Why the applicant on show was scored so. */
    Asking<OfRow, Explanation> reasons() {
        return reasons;
    }

    Asking<OfRun, Importance> importance() {
        return importance;
    }

    Asking<OfColumn, Dependence> dependence() {
        return dependence;
    }

    /** What would turn the decision about the applicant on show. */
    Asking<Change, Counterfactual> change() {
        return change;
    }

    /** The view is looked at, or no longer. */
    void look(boolean now) {
        active = now;
        ask();
    }

    /** Asks for the reasons of the applicant on show, again where it was given up. */
    void ask() {
        Applicants.Applicant who = applicants.chosen().get();
        if (who == null || chosen.run().get() == null) {
            reasons.ask(null);
        } else if (active) {
            reasons.ask(new OfRow(chosen.run().get().id(), who.row(), method.get()));
        }
    }

    void askImportance() {
        importance.ask(new OfRun(chosen.run().get().id()));
    }

    void askDependence(String column) {
        dependence.ask(new OfColumn(chosen.run().get().id(), column));
    }

    void askChange(double cutOff, List<String> fixed) {
        change.ask(new Change(
                chosen.run().get().id(),
                applicants.chosen().get().row(),
                cutOff,
                fixed.stream().sorted().toList()));
    }

    /** The one applicant's; whoever gives it up gives up the question. */
    private static CompletableFuture<Explanation> only(CompletableFuture<List<Explanation>> all) {
        CompletableFuture<Explanation> first = all.thenApply(List::getFirst);
        first.whenComplete((found, thrown) -> {
            if (first.isCancelled()) {
                all.cancel(true);
            }
        });
        return first;
    }

    private static String name(Method method) {
        return method == Method.SHAPLEY ? "shapley" : "gradients";
    }

    private Requests.ModelRef ref(String id) {
        return session.model(run(id));
    }

    private String data(String id) {
        return run(id).spec().data();
    }

    private Run run(String id) {
        return chosen.finished().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
