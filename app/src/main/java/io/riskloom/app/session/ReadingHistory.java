package io.riskloom.app.session;

import io.riskloom.engine.quality.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * The readings a file had before the present one and those that were undone, each list with the nearest last. Immutable: every
 * change gives another history.
 */
public record ReadingHistory(List<Reading> before, List<Reading> undone) {

    public static final ReadingHistory EMPTY = new ReadingHistory(List.of(), List.of());

    public ReadingHistory {
        before = List.copyOf(before);
        undone = List.copyOf(undone);
    }

    public boolean canUndo() {
        return !before.isEmpty();
    }

    public boolean canRedo() {
        return !undone.isEmpty();
    }

    /** After the reading {@code now} was left for a new one; what was undone is forgotten. */
    ReadingHistory left(Reading now) {
        return new ReadingHistory(plus(before, now), List.of());
    }

    /** After a step back from {@code now}. */
    ReadingHistory back(Reading now) {
        return new ReadingHistory(minus(before), plus(undone, now));
    }

    /** After a step forth from {@code now}. */
    ReadingHistory forth(Reading now) {
        return new ReadingHistory(plus(before, now), minus(undone));
    }

    private static List<Reading> plus(List<Reading> readings, Reading last) {
        List<Reading> more = new ArrayList<>(readings);
        more.add(last);
        return more;
    }

    private static List<Reading> minus(List<Reading> readings) {
        return readings.subList(0, readings.size() - 1);
    }
}
