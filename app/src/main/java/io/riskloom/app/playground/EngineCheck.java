package io.riskloom.app.playground;

import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.service.EngineService;
import io.riskloom.engine.service.Requests;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    private PlaygroundState wanted;
    private double[][] explained;
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
            ask();
        }
    }

    /** @param output as explained; empty where the set-up has none */
    void want(PlaygroundState state, Optional<double[][]> output) {
        wanted = state;
        explained = output.orElse(null);
        ask();
    }

    private void ask() {
        if (explained == null) {
            result.set(NONE);
        } else if (active) {
            result.set(new Result(Kind.CHECKING, Optional.of(Notice.of("playground.check.checking"))));
            if (!underWay) {
                underWay = true;
                PlaygroundState asked = wanted;
                session.ask(
                        Notice.of("playground.task.check"),
                        engine -> question(engine, asked),
                        answer -> answered(asked, compare(answer)),
                        reason -> answered(asked, new Result(Kind.FAILED, Optional.of(reason))));
            }
        }
    }

    private void answered(PlaygroundState asked, Result found) {
        underWay = false;
        if (asked == wanted) {
            result.set(found);
        } else {
            ask();
        }
    }

    private static CompletableFuture<double[][]> question(EngineService engine, PlaygroundState s) {
        if (s.mode() == PlaygroundState.Mode.POOLING) {
            PlaygroundState.Pool pool = s.pool();
            return engine.pool(new Requests.PoolRequest(
                    s.input().values(), pool.rows(), pool.columns(), pool.stride(), pool.word()));
        }
        return engine.convolve(new Requests.ConvolveRequest(
                s.input().values(), s.kernel().values(), s.stride(), s.padding(), s.dilation(), s.padWord(), s.bias()));
    }

    private Result compare(double[][] answer) {
        if (explained == null || answer.length != explained.length || answer[0].length != explained[0].length) {
            return new Result(
                    Kind.DIFFERS, Optional.of(Notice.of("playground.check.shape", shape(answer), shape(explained))));
        }
        double largest = 0;
        for (int row = 0; row < answer.length; row++) {
            for (int column = 0; column < answer[0].length; column++) {
                double difference = Math.abs(answer[row][column] - explained[row][column]);
                largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
            }
        }
        boolean agrees = largest < TOLERANCE;
        String key = agrees ? "playground.check.agrees" : "playground.check.differs";
        return new Result(agrees ? Kind.AGREES : Kind.DIFFERS, Optional.of(Notice.of(key, plain(largest))));
    }

    private static String plain(double difference) {
        return difference == 0
                ? "0"
                : String.format(Locale.ROOT, "%.1e", difference).replace("e-0", "e-");
    }

    private static String shape(double[][] values) {
        return values == null || values.length == 0 ? "0 × 0" : values.length + " × " + values[0].length;
    }
}
