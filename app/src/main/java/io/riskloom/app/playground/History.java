package io.riskloom.app.playground;

import java.util.ArrayDeque;
import java.util.Deque;

/** States one may go back to and forth again. The oldest are forgotten beyond a limit. */
public final class History<S> {

    private static final int LIMIT = 200;

    private final Deque<S> past = new ArrayDeque<>();
    private final Deque<S> future = new ArrayDeque<>();
    private S now;

    public History(S first) {
        now = first;
    }

    public S now() {
        return now;
    }

    public void push(S next) {
        past.push(now);
        if (past.size() > LIMIT) {
            past.removeLast();
        }
        future.clear();
        now = next;
    }

    /** Changes what is there now without a step to go back to. */
    void replace(S same) {
        now = same;
    }

    public boolean canUndo() {
        return !past.isEmpty();
    }

    public boolean canRedo() {
        return !future.isEmpty();
    }

    public S undo() {
        future.push(now);
        now = past.pop();
        return now;
    }

    public S redo() {
        past.push(now);
        now = future.pop();
        return now;
    }
}
