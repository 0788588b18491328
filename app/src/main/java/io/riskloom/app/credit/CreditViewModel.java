package io.riskloom.app.credit;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.CsvExport;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.LastAsked;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * What all views of the credit page share: the chosen run, its scores, one cut-off and the costs by which it is judged. Of
 * another run first nothing is cut, then the scores change,
 * then the cut-off becomes the run's own and what it does is counted.
 */
public final class CreditViewModel {

    /** Answers whose curves take less than a frame. */
    private static final int AT_ONCE = 5000;

    private final Session session;
    private final ChosenRun chosen;
    private final CsvExport export;
    private final Costs costs;
    private final LastAsked<Evaluation, CreditScores> counting;
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.OVERVIEW);
    private final DoubleProperty cutOff = new SimpleDoubleProperty(0.5);
    private final ReadOnlyObjectWrapper<CreditScores> scores = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CutOff> at = new ReadOnlyObjectWrapper<>();
    private final Applicants applicants;
    private final RunTable table;

    public CreditViewModel(Session session, Texts texts) {
        this.session = session;
        this.chosen = new ChosenRun(session, texts, "credit");
        this.export = new CsvExport(session);
        this.costs = new Costs(session);
        this.counting = new LastAsked<>(session.tasks(), CreditViewModel::prepared);
        counting.latest().subscribe(now -> {
            if (now.answer() != null) {
                scores.set(now.answer());
                count();
            }
        });
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

    /** The run's test applicants are being counted; without them there are no scores yet. */
    BooleanBinding counting() {
        return counting.settled().not();
    }

    /** Why they could not be counted, null where they could. */
    ObservableValue<Notice> problem() {
        return counting.latest().map(answer -> answer.problem().orElse(null));
    }

    /** Null without a run that has test applicants, and while they are counted. */
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
        return ranked().map(now -> now.network().profit(costs.matrix().get()).bestCutOff())
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
            Run run = chosen.run().get();
            Dataset open = session.dataset().get();
            export.save(file, out -> now.csv(decided, RunTable.lines(run, open), out));
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
        Evaluation asked = chosen.evaluation()
                .filter(e -> e.details() instanceof Details.OfCredit d && d.bad().length > 0)
                .orElse(null);
        boolean later = asked != null && answers(asked) > AT_ONCE;
        counting.clear();
        scores.set(asked == null || later ? null : new CreditScores((Details.OfCredit) asked.details()));
        cutAtStored();
        count();
        if (later) {
            counting.ask(asked);
        }
    }

    /** Answers of all models together. */
    private static int answers(Evaluation evaluation) {
        Details.OfCredit details = (Details.OfCredit) evaluation.details();
        return details.bad().length * (1 + details.plain().size());
    }

    private static CreditScores prepared(Evaluation evaluation) {
        Set<String> compared = evaluation.challengers().stream()
                .filter(score -> score.differences().containsKey(Metric.AUC))
                .map(ChallengerScore::name)
                .collect(Collectors.toSet());
        return new CreditScores((Details.OfCredit) evaluation.details()).prepare(compared);
    }

    private void count() {
        at.set(scores.get() == null ? null : scores.get().at(cutOff.get()));
    }
}
