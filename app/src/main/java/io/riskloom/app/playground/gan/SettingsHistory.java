package io.riskloom.app.playground.gan;

import io.riskloom.engine.lesson.ArenaSettings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Settings that were left, to go back to. Changes of the same thing one after another, such as a slider's, count as one. */
final class SettingsHistory {

    private static final int MOST = 100;

    private final Deque<ArenaSettings> before = new ArrayDeque<>();
    private final Deque<ArenaSettings> after = new ArrayDeque<>();
    private String last = "";

    /** What is changed next is a step of its own. */
    void settle() {
        last = "";
    }

    void changed(String what, ArenaSettings left) {
        after.clear();
        if (!what.equals(last)) {
            before.push(left);
            if (before.size() > MOST) {
                before.removeLast();
            }
        }
        last = what;
    }

    Optional<ArenaSettings> undo(ArenaSettings now) {
        return move(before, after, now);
    }

    Optional<ArenaSettings> redo(ArenaSettings now) {
        return move(after, before, now);
    }

    private Optional<ArenaSettings> move(Deque<ArenaSettings> from, Deque<ArenaSettings> to, ArenaSettings now) {
        last = "";
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(now);
        return Optional.of(from.pop());
    }
}
