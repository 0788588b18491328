package io.riskloom.app.playground;

import java.util.ArrayDeque;
import java.util.Deque;

/** States one may go back to and forth again. The oldest are forgotten beyond a limit. */
final class History<S> {

    private static final int LIMIT = 200;

    private final Deque<S> past = new ArrayDeque<>();
    private final Deque<S> future = new ArrayDeque<>();
    private S now;

    History(S first) {
        now = first;
    }

    S now() {
        return now;
    }

    void push(S next) {
        past.push(now);
        if (past.size() > LIMIT) {
            past.removeLast();
        }
        future.clear();
        now = next;
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    S undo() {
        future.push(now);
        now = past.pop();
        return now;
    }

    S redo() {
        past.push(now);
        now = future.pop();
        return now;
    }
}
