package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.feature.CreditEncoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Categories of a long file that a model has not seen and has no input for: how many cells of each column, and the first three of them. */
final class UnseenLevels {

    private static final int NAMED = 3;

    private static final class Column {
        private final Set<String> examples = new LinkedHashSet<>();
        private long cells;
    }

    private final Map<String, Set<String>> known = new HashMap<>();
    private final Map<String, Column> unseen = new LinkedHashMap<>();

    UnseenLevels(CreditEncoder encoder) {
        for (CreditEncoder.Field field : encoder.fields()) {
            if (!field.numeric() && !field.others()) {
                known.put(field.column(), Set.copyOf(field.levels()));
            }
        }
    }

    void add(CreditBook book) {
        for (CreditColumn column : book.features()) {
            if (column instanceof CreditColumn.Categorical categories && known.containsKey(column.name())) {
                add(categories, known.get(column.name()));
            }
        }
    }

    private void add(CreditColumn.Categorical column, Set<String> seen) {
        List<String> levels = column.levels();
        boolean[] other = new boolean[levels.size()];
        boolean any = false;
        for (int i = 0; i < other.length; i++) {
            other[i] = !seen.contains(levels.get(i));
            any |= other[i];
        }
        if (!any) {
            return;
        }
        Column told = unseen.computeIfAbsent(column.name(), name -> new Column());
        for (int code : column.codes()) {
            if (code >= 0 && other[code]) {
                told.cells++;
                if (told.examples.size() < NAMED) {
                    told.examples.add(levels.get(code));
                }
            }
        }
    }

    /** In the file's order of first appearance. */
    List<String> columns() {
        return List.copyOf(unseen.keySet());
    }

    /** {@code score.note.unseen} (column, cells, examples) for each column that has some. */
    List<Notice> notes() {
        return unseen.entrySet().stream()
                .map(e -> Notice.of(
                        "score.note.unseen", e.getKey(), e.getValue().cells, String.join(", ", e.getValue().examples)))
                .toList();
    }
}
