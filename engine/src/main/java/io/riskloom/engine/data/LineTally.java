package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.List;

/** Counts rows or cells of one kind and keeps the first lines. */
final class LineTally {

    private final List<Integer> lines = new ArrayList<>();
    private int count;

    void add(int line) {
        count++;
        if (lines.size() < Tally.LINES) {
            lines.add(line);
        }
    }

    int count() {
        return count;
    }

    int first() {
        return lines.isEmpty() ? 0 : lines.getFirst();
    }

    /** Adds a warning with the arguments first line, column, count and those given, where there is something to tell. */
    void tell(String key, String column, List<ImportReport.Warning> warnings, Object... more) {
        if (count == 0) {
            return;
        }
        Object[] args = new Object[3 + more.length];
        args[0] = first();
        args[1] = column;
        args[2] = count;
        System.arraycopy(more, 0, args, 3, more.length);
        warnings.add(new ImportReport.Warning(first(), column, Notice.of(key, args), lines, count));
    }
}
