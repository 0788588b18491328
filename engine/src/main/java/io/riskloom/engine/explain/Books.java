package io.riskloom.engine.explain;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.CreditEncoder;
import java.util.Arrays;
import java.util.List;

/** Copies of a book with other rows or cells. Targets are left out: what is asked of them is scores. */
final class Books {

    private Books() {}

    /** @throws java.util.NoSuchElementException where the book has no such column */
    static CreditColumn column(CreditBook book, String name) {
        return book.features().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Codes of a column of numbers that stand for a missing one. */
    static List<Double> specials(CreditEncoder encoder, String column) {
        return encoder.fields().stream()
                .filter(field -> field.column().equals(column))
                .flatMap(field -> field.specials().stream())
                .toList();
    }

    /** Those rows in that order; a row may occur more than once. */
    static CreditBook of(CreditBook book, int[] rows) {
        return of(book, book.features().stream().map(column -> of(column, rows)).toList(), rows.length);
    }

    private static CreditColumn of(CreditColumn column, int[] rows) {
        return switch (column) {
            case CreditColumn.Numeric c -> {
                double[] values = c.values();
                yield new CreditColumn.Numeric(
                        c.name(),
                        Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
            }
            case CreditColumn.Categorical c -> {
                int[] codes = c.codes();
                yield new CreditColumn.Categorical(
                        c.name(),
                        c.levels(),
                        Arrays.stream(rows).map(row -> codes[row]).toArray());
            }
        };
    }

    /** With another column in the place of the one of its name. */
    static CreditBook with(CreditBook book, CreditColumn column) {
        return with(
                book,
                book.features().stream()
                        .map(old -> old.name().equals(column.name()) ? column : old)
                        .toList());
    }

    static CreditBook with(CreditBook book, List<CreditColumn> columns) {
        return of(book, columns, book.size());
    }

    private static CreditBook of(CreditBook book, List<CreditColumn> columns, int rows) {
        Source source = new Source(book.source().path(), book.source().sha256(), rows);
        return new CreditBook(book.name(), columns, "", "", "", new boolean[0], book.setAside(), source);
    }

    /** Every row with that number; NaN for a missing cell. */
    static CreditColumn constant(String name, double value, int rows) {
        double[] values = new double[rows];
        Arrays.fill(values, value);
        return new CreditColumn.Numeric(name, values);
    }

    /** Every row with that level, empty for a missing cell. */
    static CreditColumn constant(String name, String level, int rows) {
        int[] codes = new int[rows];
        Arrays.fill(codes, level.isEmpty() ? -1 : 0);
        return new CreditColumn.Categorical(name, level.isEmpty() ? List.of() : List.of(level), codes);
    }
}
