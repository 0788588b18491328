package io.riskloom.app.playground;

import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Compares the explained arithmetic with the engine's own. One question is under way at a time; what changed meanwhile
 * is asked when it is answered, so that the latest set-up always wins and none in between holds it up.
 */
final class EngineCheck {

    /** The engine calculates in single precision. */
    static final double TOLERANCE = 1e-5;

    /** What is known; {@code words} are the reason where the engine failed. */
    record Result(Kind kind, Optional<Notice> words) {}

    enum Kind {
        NONE,
        CHECKING,
        AGREES,
        DIFFERS,
        FAILED
    }

    private static final Result NONE = new Result(Kind.NONE, Optional.empty());

    private final Session session;
    private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(NONE);
    private Claim wanted;
    private Claim known;
    private boolean active;
    private boolean underWay;

    EngineCheck(Session session) {
        this.session = session;
    }

    ReadOnlyObjectProperty<Result> result() {
        return result.getReadOnlyProperty();
    }

    /** Nothing is asked before this: the engine's process is not started for a page that nobody looks at. */
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

    /** @param claim empty where the set-up has no output */
    void want(Optional<Claim> claim) {
        wanted = claim.orElse(null);
        ask();
    }

    private void ask() {
        if (wanted == null || !active) {
            result.set(NONE);
        } else {
            result.set(new Result(Kind.CHECKING, Optional.of(Notice.of("playground.check.checking"))));
            if (!underWay) {
                underWay = true;
                Claim asked = wanted;
                session.ask(
                        Notice.of("playground.task.check"),
                        asked.question(),
                        answer -> answered(asked, compare(asked.explained(), answer)),
                        reason -> answered(asked, new Result(Kind.FAILED, Optional.of(reason))));
            }
        }
    }

    private void answered(Claim asked, Result found) {
        underWay = false;
        if (asked == wanted) {
            known = found.kind() == Kind.FAILED ? null : asked;
            result.set(found);
        } else {
            ask();
        }
    }

    private static Result compare(double[][][] explained, double[][][] answer) {
        if (explained.length != answer.length) {
            return new Result(
                    Kind.DIFFERS, Optional.of(Notice.of("playground.check.shape", shape(answer), shape(explained))));
        }
        double largest = 0;
        for (int grid = 0; grid < explained.length; grid++) {
            double[][] theirs = answer[grid];
            double[][] ours = explained[grid];
            if (theirs.length != ours.length || theirs[0].length != ours[0].length) {
                return new Result(
                        Kind.DIFFERS, Optional.of(Notice.of("playground.check.shape", shape(theirs), shape(ours))));
            }
            largest = Math.max(largest, difference(ours, theirs));
        }
        boolean agrees = largest < TOLERANCE;
        String key = agrees ? "playground.check.agrees" : "playground.check.differs";
        return new Result(agrees ? Kind.AGREES : Kind.DIFFERS, Optional.of(Notice.of(key, plain(largest))));
    }

    /** Infinite where a value is not a number. */
    private static double difference(double[][] ours, double[][] theirs) {
        double largest = 0;
        for (int row = 0; row < ours.length; row++) {
            for (int column = 0; column < ours[0].length; column++) {
                double difference = Math.abs(theirs[row][column] - ours[row][column]);
                largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
            }
        }
        return largest;
    }

    private static String plain(double difference) {
        return difference == 0
                ? "0"
                : String.format(Locale.ROOT, "%.1e", difference).replace("e-0", "e-");
    }

    private static String shape(double[][][] grids) {
        return grids.length + " × " + (grids.length == 0 ? "0 × 0" : shape(grids[0]));
    }

    private static String shape(double[][] values) {
        return values.length == 0 ? "0 × 0" : values.length + " × " + values[0].length;
    }
}
