package io.riskloom.engine.feature;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A credit table as numbers for a network, fitted on training rows only. A numeric column gives one input, the value
 * with gaps filled by the training median and then standardised, and a second one, 1 where the cell is missing, if the
 * training rows have gaps. A category gives one input for each level that the training rows have, 1 for the row's own
 * level; a missing cell, or a level that training never saw, is all zeros. A record of plain values, so that it is
 * stored beside the weights.
 *
 * @param fields one a column, in file order
 */
public record CreditEncoder(List<Field> fields) {

    public CreditEncoder {
        fields = List.copyOf(fields);
    }

    /**
     * How one column is encoded.
     *
     * @param column  name in the file
     * @param levels  of a category, in order of first appearance in the file; empty for numbers
     * @param numeric whether the column holds numbers
     * @param gaps    whether missing cells get an input of their own
     * @param fill    median of the training values, 0 where there is none
     * @param mean    of the filled training values
     * @param scale   their standard deviation (divisor n), 1 where they do not vary
     */
    public record Field(
            String column, List<String> levels, boolean numeric, boolean gaps, double fill, double mean, double scale) {
        public Field {
            levels = List.copyOf(levels);
        }

        int width() {
            return numeric ? (gaps ? 2 : 1) : levels.size();
        }
    }

    /**
     * @param rows the training rows, at least one; no other row is looked at
     */
    public static CreditEncoder fit(CreditBook book, int[] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("no training row to fit an encoder on");
        }
        return new CreditEncoder(book.features().stream()
                .map(column -> switch (column) {
                    case CreditColumn.Numeric numbers -> CreditFields.numeric(numbers, rows);
                    case CreditColumn.Categorical categories -> CreditFields.categorical(categories, rows);
                })
                .toList());
    }

    /** Number of inputs. */
    public int width() {
        return fields.stream().mapToInt(Field::width).sum();
    }

    /** A label for each input: {@code age}, {@code age = NA} for its gaps, {@code housing = own} for a level. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Field field : fields) {
            if (field.numeric()) {
                names.add(field.column());
                if (field.gaps()) {
                    names.add(field.column() + " = NA");
                }
            } else {
                field.levels().forEach(level -> names.add(field.column() + " = " + level));
            }
        }
        return List.copyOf(names);
    }

    /** The file's column behind each input, so that reasons can be summed by column. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (Field field : fields) {
            IntStream.range(0, field.width()).forEach(i -> columns.add(field.column()));
        }
        return List.copyOf(columns);
    }

    /** For each column whether it holds numbers, so that a file to be scored is read as the training file was. */
    public Map<String, Boolean> numeric() {
        Map<String, Boolean> numeric = new HashMap<>();
        fields.forEach(field -> numeric.put(field.column(), field.numeric()));
        return numeric;
    }

    /** {@code credit.note.unseen} (column, rows) for each column of the book with levels that training never saw. */
    public List<Notice> unseen(CreditBook book) {
        List<Notice> notes = new ArrayList<>();
        for (CreditColumn column : book.features()) {
            for (Field field : fields) {
                if (!field.numeric()
                        && field.column().equals(column.name())
                        && column instanceof CreditColumn.Categorical categories) {
                    int rows = CreditFields.unseen(categories, field.levels());
                    if (rows > 0) {
                        notes.add(Notice.of("credit.note.unseen", field.column(), rows));
                    }
                }
            }
        }
        return notes;
    }

    /**
     * Every row of a book as inputs, rows × {@link #width}.
     *
     * @throws NoticeException {@code credit.error.missingColumn} (columns, file) where the book lacks some,
     *     {@code credit.error.columnType} (column, file, text found) where numbers are expected and the book has
     *     categories, {@code credit.error.columnNumbers} (column, file) the other way round
     */
    public float[][] encode(CreditBook book) throws NoticeException {
        return encode(book, IntStream.range(0, book.size()).toArray());
    }

    /** As {@link #encode(CreditBook)} for some rows, in the order given. */
    public float[][] encode(CreditBook book, int[] rows) throws NoticeException {
        refuseMissing(book);
        float[][] out = new float[rows.length][width()];
        int at = 0;
        for (Field field : fields) {
            CreditColumn column = find(book, field.column());
            if (field.numeric()) {
                double[] values = CreditFields.numbers(column, fileName(book));
                for (int i = 0; i < rows.length; i++) {
                    double value = values[rows[i]];
                    double filled = Double.isNaN(value) ? field.fill() : value;
                    out[i][at] = (float) ((filled - field.mean()) / field.scale());
                    if (field.gaps()) {
                        out[i][at + 1] = Double.isNaN(value) ? 1 : 0;
                    }
                }
            } else {
                int[] codes = CreditFields.codes(column, field.levels(), fileName(book));
                for (int i = 0; i < rows.length; i++) {
                    if (codes[rows[i]] >= 0) {
                        out[i][at + codes[rows[i]]] = 1;
                    }
                }
            }
            at += field.width();
        }
        return out;
    }

    private void refuseMissing(CreditBook book) throws NoticeException {
        List<String> names = book.features().stream().map(CreditColumn::name).toList();
        List<String> missing = fields.stream()
                .map(Field::column)
                .filter(c -> !names.contains(c))
                .toList();
        if (!missing.isEmpty()) {
            throw new NoticeException(
                    Notice.of("credit.error.missingColumn", String.join(", ", missing), fileName(book)));
        }
    }

    private static CreditColumn find(CreditBook book, String name) {
        return book.features().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String fileName(CreditBook book) {
        return String.valueOf(Path.of(book.source().path()).getFileName());
    }
}
