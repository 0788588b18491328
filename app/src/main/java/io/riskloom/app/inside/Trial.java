package io.riskloom.app.inside;

import io.riskloom.engine.inside.Faithfulness;
import io.riskloom.engine.service.Requests.AttributionRequest;
import java.util.Arrays;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whether the map on show tells what the answer rests on: asked on demand, as it takes seconds. */
final class Trial {

    /** What deletion and insertion say. */
    enum Verdict {
        /** The answer hardly moves, whatever is covered. */
        FLAT,
        /** Both curves beat cells in random order. */
        HOLDS,
        DELETION_ONLY,
        INSERTION_ONLY,
        FAILS
    }

    /** Least advantage over random orders that counts, as a share of the range through which the answer moves. */
    static final double ADVANTAGE = 0.03;

    /** Least such range that can be told from nothing, as a share of the answer's size. */
    static final double MOVES = 0.02;

    private final ActivationViewModel model;
    private final Latest<AttributionRequest, Faithfulness> asked;
    private final ReadOnlyObjectWrapper<Faithfulness> found = new ReadOnlyObjectWrapper<>();

    Trial(ActivationViewModel model) {
        this.model = model;
        this.asked = new Latest<>(
                model.looked().session(), "inside.task.faithfulness", r -> engine -> engine.faithfulness(r));
        asked.answer().addListener((o, was, is) -> match());
        model.evidence().addListener((o, was, is) -> match());
    }

    Latest<AttributionRequest, Faithfulness> asked() {
        return asked;
    }

    /** Of the map on show; null while it was not tried. */
    ReadOnlyObjectProperty<Faithfulness> found() {
        return found.getReadOnlyProperty();
    }

    void run() {
        if (model.evidence().get() != null) {
            asked.ask(model.asked());
        }
    }

    private void match() {
        boolean same = asked.answer().get() != null
                && model.evidence().get() != null
                && asked.answer().get().question().equals(model.asked());
        found.set(same ? asked.answer().get().answer() : null);
    }

    /**
     * The area under the deletion curve should lie below that of random orders, and under the insertion curve above it, by at
     * least {@link #ADVANTAGE} of the range of all four curves.
     */
    static Verdict verdict(Faithfulness f) {
        double low = range(f)[0];
        double high = range(f)[1];
        if (high - low <= MOVES * Math.max(Math.abs(low), Math.abs(high))) {
            return Verdict.FLAT;
        }
        double least = ADVANTAGE * (high - low);
        boolean deletion = f.randomDeletionArea() - f.deletionArea() > least;
        boolean insertion = f.insertionArea() - f.randomInsertionArea() > least;
        return deletion && insertion
                ? Verdict.HOLDS
                : deletion ? Verdict.DELETION_ONLY : insertion ? Verdict.INSERTION_ONLY : Verdict.FAILS;
    }

    /** The least and the largest answer of all four curves. */
    static double[] range(Faithfulness f) {
        double[] all = Stream.of(f.deletion(), f.insertion(), f.randomDeletion(), f.randomInsertion())
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        return new double[] {all[0], all[all.length - 1]};
    }
}
