package io.riskloom.app.playground;

import java.util.Optional;
import java.util.function.IntSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The cell that is looked at, the term within it, and the play that moves them. */
final class Stepping {

    /** All terms of the cell at once. */
    static final int WHOLE = -1;

    private final IntSupplier cells;
    private final IntSupplier columns;
    private final IntSupplier terms;
    private final ReadOnlyIntegerWrapper cursor = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper term = new ReadOnlyIntegerWrapper(WHOLE);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final BooleanProperty byTerms = new SimpleBooleanProperty();

    /**
     * @param cells   how many there are, 0 where the set-up is impossible
     * @param columns in a row of them
     * @param terms   of each cell
     */
    Stepping(IntSupplier cells, IntSupplier columns, IntSupplier terms) {
        this.cells = cells;
        this.columns = columns;
        this.terms = terms;
        byTerms.addListener((o, was, is) -> term.set(is ? 0 : WHOLE));
    }

    /** Output cell that is looked at, in reading order from 0. */
    ReadOnlyIntegerProperty cursor() {
        return cursor.getReadOnlyProperty();
    }

    /** The last term that has been added, from 0; {@link #WHOLE} where all of the cell is shown. */
    ReadOnlyIntegerProperty term() {
        return term.getReadOnlyProperty();
    }

    Optional<Integer> termShown() {
        return term.get() == WHOLE ? Optional.empty() : Optional.of(term.get());
    }

    ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /** Whether a step is a term, not a cell. */
    BooleanProperty byTerms() {
        return byTerms;
    }

    /** Keeps inside after the set-up changed. */
    void refresh() {
        if (cells.getAsInt() == 0) {
            playing.set(false);
        }
        int next = Math.clamp(cursor.get(), 0, last());
        cursor.set(next);
        if (term.get() >= terms.getAsInt()) {
            term.set(terms.getAsInt() - 1);
        }
    }

    private int last() {
        return Math.max(0, cells.getAsInt() - 1);
    }

    void moveTo(int cell) {
        cursor.set(Math.clamp(cell, 0, last()));
        term.set(byTerms.get() && cells.getAsInt() > 0 ? terms.getAsInt() - 1 : WHOLE);
    }

    /** Left and right go on in reading order, up and down stay in the column. */
    void step(int down, int across) {
        int next = cursor.get() + across + down * columns.getAsInt();
        if (next >= 0 && next < cells.getAsInt()) {
            moveTo(next);
        }
    }

    /** One term on or back; beyond the cell's last term the next cell's first. */
    void stepTerm(int by) {
        if (cells.getAsInt() == 0) {
            return;
        }
        if (term.get() == WHOLE) {
            byTerms.set(true);
            term.set(by > 0 ? 0 : terms.getAsInt() - 1);
            return;
        }
        int next = term.get() + by;
        if (next >= terms.getAsInt() && cursor.get() < last()) {
            cursor.set(cursor.get() + 1);
            term.set(0);
        } else if (next < 0 && cursor.get() > 0) {
            cursor.set(cursor.get() - 1);
            term.set(terms.getAsInt() - 1);
        } else {
            term.set(Math.clamp(next, 0, terms.getAsInt() - 1));
        }
    }

    /** Left and right by what a step is now. */
    void go(int by) {
        if (byTerms.get()) {
            stepTerm(by);
        } else {
            step(0, by);
        }
    }

    private boolean atEnd() {
        return cursor.get() >= last() && (!byTerms.get() || term.get() >= terms.getAsInt() - 1);
    }

    /** Plays on from here, from the start where the end is reached; or pauses. */
    void togglePlay() {
        if (cells.getAsInt() == 0) {
            return;
        }
        if (!playing.get() && atEnd()) {
            cursor.set(0);
            term.set(byTerms.get() ? 0 : WHOLE);
        }
        playing.set(!playing.get());
    }

    void pause() {
        playing.set(false);
    }

    /** One beat of the play: the next cell or term, and the end of the play at the last. */
    void beat() {
        go(1);
        if (atEnd()) {
            playing.set(false);
        }
    }
}
