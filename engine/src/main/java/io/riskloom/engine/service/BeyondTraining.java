package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.CsvCells;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.feature.CreditEncoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers of a long file far outside of what a model was trained on, by column: beyond the training range by over {@value #FAR} of
 * its width, or below zero where no training value was. A model answers them as it does the end of its range.
 */
final class BeyondTraining {

    private static final double FAR = 0.5;

    /** Of the training values, and what is not far from it. */
    private record Range(double least, double greatest, double low, double high, List<Double> specials) {

        static Range of(CreditEncoder.Field field) {
            double least = field.knots().getFirst();
            double greatest = field.knots().getLast();
            double margin = FAR * (greatest - least);
            double low = least >= 0 ? Math.max(0, least - margin) : least - margin;
            return new Range(least, greatest, low, greatest + margin, field.specials());
        }

        boolean far(double value) {
            return (value < low || value > high) && !specials.contains(value);
        }
    }

    private static final class Column {
        private long cells;
        private int line;
        private double first;
    }

    private final Map<String, Range> ranges = new HashMap<>();
    private final Map<String, Column> beyond = new LinkedHashMap<>();

    BeyondTraining(CreditEncoder encoder) {
        for (CreditEncoder.Field field : encoder.fields()) {
            if (field.knots().size() > 1) { // fewer do not tell a range
                ranges.put(field.column(), Range.of(field));
            }
        }
    }

    /** @param lines of the file, one an applicant of the book */
    void add(CreditBook book, int[] lines) {
        for (CreditColumn column : book.features()) {
            if (column instanceof CreditColumn.Numeric numbers && ranges.containsKey(column.name())) {
                add(column.name(), numbers.values(), lines);
            }
        }
    }

    private void add(String name, double[] values, int[] lines) {
        Range range = ranges.get(name);
        for (int i = 0; i < values.length; i++) {
            if (range.far(values[i])) {
                Column told = beyond.computeIfAbsent(name, key -> new Column());
                if (told.cells++ == 0) {
                    told.line = lines[i];
                    told.first = values[i];
                }
            }
        }
    }

    /** {@code score.note.beyond} (column, cells, first line, value there, least and greatest of the training) for each column that has some. */
    List<Notice> notes() {
        return beyond.entrySet().stream()
                .map(e -> Notice.of(
                        "score.note.beyond",
                        e.getKey(),
                        e.getValue().cells,
                        e.getValue().line,
                        CsvCells.number(e.getValue().first),
                        CsvCells.number(ranges.get(e.getKey()).least()),
                        CsvCells.number(ranges.get(e.getKey()).greatest())))
                .toList();
    }
}
