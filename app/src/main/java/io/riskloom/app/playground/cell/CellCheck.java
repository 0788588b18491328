package io.riskloom.app.playground.cell;

import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.lesson.CellStates;
import io.riskloom.engine.lesson.CellStep;
import io.riskloom.engine.lesson.RecurrentCell;
import io.riskloom.engine.service.Requests;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Compares the explained states with those of the engine. One question is under way at a time; what changed meanwhile is asked
 * when it is answered.
 */
final class CellCheck {

    static final double TOLERANCE = 1e-5;

    /** @param agrees empty while it is not known */
    record Result(Optional<Boolean> agrees, Notice words) {}

    /** @param steps as explained, from the first day on */
    record Claim(RecurrentCell cell, double[][] inputs, double[] h, double[] c, List<CellStep> steps) {}

    private static final Result CHECKING = new Result(Optional.empty(), Notice.of("cell.check.checking"));

    private final Session session;
    private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(CHECKING);
    private Claim wanted;
    private Claim known;
    private boolean active;
    private boolean underWay;

    CellCheck(Session session) {
        this.session = session;
    }

    ReadOnlyObjectProperty<Result> result() {
        return result.getReadOnlyProperty();
    }

    /** Nothing is asked before this: no engine is started for a page that nobody looks at. */
    void activate() {
        if (!active) {
            active = true;
            if (wanted != known) {
                ask();
            }
        }
    }

    /** Nobody looks any more: what changes from now on is asked when someone does. */
    void rest() {
        active = false;
    }

    void want(Claim claim) {
        wanted = claim;
        ask();
    }

    private void ask() {
        result.set(CHECKING);
        if (!active || wanted == null || underWay) {
            return;
        }
        underWay = true;
        Claim asked = wanted;
        session.ask(
                Notice.of("cell.task.check"),
                engine -> engine.cell(request(asked)),
                states -> answered(asked, compare(asked, states)),
                reason -> answered(asked, new Result(Optional.empty(), reason)));
    }

    private void answered(Claim asked, Result found) {
        underWay = false;
        if (asked == wanted) {
            known = found.agrees().isPresent() ? asked : null;
            result.set(found);
        } else {
            ask();
        }
    }

    private static Requests.CellRequest request(Claim claim) {
        RecurrentCell cell = claim.cell();
        double[][] biases = new double[cell.b().length][2];
        for (int row = 0; row < biases.length; row++) {
            biases[row][0] = cell.b()[row];
        }
        return new Requests.CellRequest(
                cell.kind().name().toLowerCase(Locale.ROOT),
                cell.w(),
                cell.u(),
                biases,
                claim.inputs(),
                claim.h(),
                claim.c());
    }

    private static Result compare(Claim claim, CellStates states) {
        double largest = 0;
        for (int t = 0; t < claim.steps().size(); t++) {
            CellStep step = claim.steps().get(t);
            largest = Math.max(largest, difference(step.hidden(), states.hidden()[t]));
            if (step.cell().length > 0) {
                largest = Math.max(largest, difference(step.cell(), states.cell()[t]));
            }
        }
        boolean agrees = largest < TOLERANCE;
        String words = largest == 0 ? "0" : String.format(Locale.ROOT, "%.1e", largest);
        String key = agrees ? "cell.check.agrees" : "cell.check.differs";
        return new Result(
                Optional.of(agrees), Notice.of(key, words, claim.steps().size()));
    }

    private static double difference(double[] explained, double[] answered) {
        double largest = explained.length == answered.length ? 0 : Double.POSITIVE_INFINITY;
        for (int k = 0; k < Math.min(explained.length, answered.length); k++) {
            double difference = Math.abs(explained[k] - answered[k]);
            largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
        }
        return largest;
    }
}
