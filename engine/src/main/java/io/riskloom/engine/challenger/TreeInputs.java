package io.riskloom.engine.challenger;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table as trees read it: numbers as they are with gaps left open, and for each of a category's commonest levels in
 * training, 64 at most, a column that is 1 in its rows and 0 elsewhere; missing cells and other levels are 0 in all of them.
 */
record TreeInputs(List<Field> fields) {

    /** The largest number that is handed on; trees only ask which of two numbers is larger. */
    private static final float LARGEST = 1e30f;

    private static final int MOST_LEVELS = 64;

    /** @param levels in order of first appearance in the file; empty for numbers */
    private record Field(String column, boolean numeric, List<String> levels) {
        int width() {
            return numeric ? 1 : levels.size();
        }
    }

    /** @param rows training rows; no other is looked at */
    static TreeInputs fit(CreditBook book, int[] rows) {
        return new TreeInputs(book.features().stream()
                .map(column -> switch (column) {
                    case CreditColumn.Numeric numbers -> new Field(numbers.name(), true, List.of());
                    case CreditColumn.Categorical categories ->
                        new Field(categories.name(), false, commonest(categories, rows));
                })
                .toList());
    }

    private static List<String> commonest(CreditColumn.Categorical column, int[] rows) {
        int[] codes = column.codes();
        int[] counts = new int[column.levels().size()];
        Arrays.stream(rows).map(row -> codes[row]).filter(code -> code >= 0).forEach(code -> counts[code]++);
        return IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(code -> -counts[code]))
                .limit(MOST_LEVELS)
                .sorted()
                .map(column.levels()::get)
                .toList();
    }

    int width() {
        return fields.stream().mapToInt(Field::width).sum();
    }

    /**
     * Row by row.
     *
     * @throws NoticeException {@code credit.error.missingColumn} (column, file), {@code credit.error.columnType} (column,
     *     file, text found) or {@code credit.error.columnNumbers} (column, file)
     */
    float[] matrix(CreditBook book, int[] rows) throws NoticeException {
        String file = String.valueOf(Path.of(book.source().path()).getFileName());
        int width = width();
        float[] out = new float[Math.multiplyExact(rows.length, width)];
        int at = 0;
        for (Field field : fields) {
            switch (find(book, field.column(), file)) {
                case CreditColumn.Numeric numbers -> {
                    if (!field.numeric()) {
                        throw new NoticeException(Notice.of("credit.error.columnNumbers", field.column(), file));
                    }
                    write(numbers.values(), rows, out, at, width);
                }
                case CreditColumn.Categorical categories -> {
                    if (field.numeric()) {
                        String text = categories.levels().isEmpty()
                                ? ""
                                : categories.levels().getFirst();
                        throw new NoticeException(Notice.of("credit.error.columnType", field.column(), file, text));
                    }
                    write(categories, field.levels(), rows, out, at, width);
                }
            }
            at += field.width();
        }
        return out;
    }

    private static CreditColumn find(CreditBook book, String name, String file) throws NoticeException {
        return book.features().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoticeException(Notice.of("credit.error.missingColumn", name, file)));
    }

    private static void write(double[] values, int[] rows, float[] out, int at, int width) {
        for (int i = 0; i < rows.length; i++) {
            out[i * width + at] = Math.clamp((float) values[rows[i]], -LARGEST, LARGEST);
        }
    }

    private static void write(
            CreditColumn.Categorical column, List<String> levels, int[] rows, float[] out, int at, int width) {
        int[] known = column.levels().stream().mapToInt(levels::indexOf).toArray();
        int[] codes = column.codes();
        IntStream.range(0, rows.length).filter(i -> codes[rows[i]] >= 0).forEach(i -> {
            int level = known[codes[rows[i]]];
            if (level >= 0) {
                out[i * width + at + level] = 1;
            }
        });
    }
}
