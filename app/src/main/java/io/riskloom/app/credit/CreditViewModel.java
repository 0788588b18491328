package io.riskloom.app.credit;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.CsvExport;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What all views of the credit page share: the chosen run, its scores, one cut-off and the costs by which it is judged. Of
 * another run first nothing is cut, then the scores change,
 * then the cut-off becomes the run's own and what it does is counted.
 */
public final class CreditViewModel {

    private final ChosenRun chosen;
    private final CsvExport export;
    private final Costs costs;
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.OVERVIEW);
    private final DoubleProperty cutOff = new SimpleDoubleProperty(0.5);
    private final ReadOnlyObjectWrapper<CreditScores> scores = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CutOff> at = new ReadOnlyObjectWrapper<>();
    private final Applicants applicants;
    private final RunTable table;

    public CreditViewModel(Session session, Texts texts) {
        this.chosen = new ChosenRun(session, texts, "credit");
        this.export = new CsvExport(session);
        this.costs = new Costs(session);
        chosen.run().subscribe(run -> show());
        cutOff.subscribe((before, now) -> count());
        this.applicants = new Applicants(chosen, cutOff);
        this.table = new RunTable(session, chosen);
    }

    ObjectProperty<View> view() {
        return view;
    }

    public ChosenRun chosen() {
        return chosen;
    }

    CsvExport export() {
        return export;
    }

    /** Who is looked at closely. */
    Applicants applicants() {
        return applicants;
    }

    /** The applicants' own values. */
    RunTable table() {
        return table;
    }

    /** Applicants whose probability of being bad is at or above it are refused; in [0, 1]. */
    public DoubleProperty cutOff() {
        return cutOff;
    }

    Costs costs() {
        return costs;
    }

    /** Null without a run that has test applicants. */
    ReadOnlyObjectProperty<CreditScores> scores() {
        return scores.getReadOnlyProperty();
    }

    /** What the cut-off does; null without scores. */
    ReadOnlyObjectProperty<CutOff> at() {
        return at.getReadOnlyProperty();
    }

    Optional<Details.OfCredit> details() {
        return Optional.ofNullable(scores.get()).map(CreditScores::details);
    }

    private Optional<CreditScores> ranked() {
        return Optional.ofNullable(scores.get()).filter(CreditScores::ranks);
    }

    /** The cut-off that the run chose on its validation data, at which its accuracy and decisions are meant. */
    Optional<Double> stored() {
        return chosen.number(Metric.CUT_OFF);
    }

    void cutAtStored() {
        stored().ifPresent(cutOff::set);
    }

    /** Where the scores of good and bad are furthest apart. */
    Optional<Double> ksPoint() {
        return ranked().map(now -> now.network().ksPoint());
    }

    void cutAtKs() {
        ksPoint().ifPresent(cutOff::set);
    }

    /** Where the profit is highest on the test applicants; 1, above all scores, where all are best approved. */
    Optional<Double> mostProfitable() {
        return ranked()
                .map(now -> costs.matrix()
                        .get()
                        .curve(now.network().probability(), now.bad())
                        .bestCutOff())
                .map(best -> Math.min(1, best));
    }

    void cutAtProfit() {
        mostProfitable().ifPresent(cutOff::set);
    }

    /** Writes the test applicants' scores with the decision at the cut-off. */
    void exportTo(Path file) {
        CreditScores now = scores.get();
        double decided = cutOff.get();
        if (now != null) {
            export.save(file, out -> now.csv(decided, out));
        }
    }

    /** Name that the save dialog proposes. */
    String exportName() {
        Run run = chosen.run().get();
        return run == null ? "scores.csv" : "scores-" + run.id() + ".csv";
    }

    private void show() {
        export.forget();
        at.set(null);
        scores.set(chosen.evaluation()
                .filter(e -> e.details() instanceof Details.OfCredit d && d.bad().length > 0)
                .map(e -> new CreditScores((Details.OfCredit) e.details()))
                .orElse(null));
        cutAtStored();
        count();
    }

    private void count() {
        at.set(scores.get() == null ? null : scores.get().at(cutOff.get()));
    }
}
