package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts of like findings: one warning tells how many and where the first is. */
final class Tally {

    private record Finding(String key, String column) {}

    /** How many lines a warning names. */
    static final int LINES = 20;

    private static final class Count {
        private final List<Integer> lines = new ArrayList<>();
        private int first;
        private int count;
    }

    private final Map<Finding, Count> counts = new LinkedHashMap<>();

    void add(String key, String column, int line) {
        Count count = counts.computeIfAbsent(new Finding(key, column), k -> new Count());
        count.first = count.count == 0 ? line : Math.min(count.first, line);
        count.count++;
        if (count.lines.size() < LINES) {
            count.lines.add(line);
        }
    }

    int count(String key, String column) {
        Count count = counts.get(new Finding(key, column));
        return count == null ? 0 : count.count;
    }

    /** The lowest line of such findings, 0 without one. */
    int firstLine(String key, String column) {
        Count count = counts.get(new Finding(key, column));
        return count == null ? 0 : count.first;
    }

    /** Each with the arguments first line, column, count. */
    List<ImportReport.Warning> warnings() {
        List<ImportReport.Warning> warnings = new ArrayList<>();
        counts.forEach((finding, count) -> warnings.add(new ImportReport.Warning(
                count.first,
                finding.column(),
                Notice.of(finding.key(), count.first, finding.column(), count.count),
                count.lines.stream().sorted().toList(),
                count.count)));
        return warnings;
    }
}
