package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.List;

/** Rows without any cell: they count once a filled row follows, not at the end of a file. */
final class EmptyRows {

    private final List<Integer> lines = new ArrayList<>();
    private int at = -1;
    private boolean held;

    void add(int line) {
        lines.add(line);
    }

    /** A filled row was met: those before it are given first. */
    void filled() {
        held = !lines.isEmpty();
        at = held ? 0 : -1;
    }

    /** To the next empty row to be given, or the filled one behind them; false where there is neither. */
    boolean advance() {
        if (at >= 0 && at + 1 < lines.size()) {
            at++;
            return true;
        }
        boolean last = held;
        held = false;
        at = -1;
        lines.clear();
        return last;
    }

    /** Whether the row to be given is an empty one. */
    boolean replays() {
        return at >= 0;
    }

    int line() {
        return lines.get(at);
    }
}
