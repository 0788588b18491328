package io.riskloom.engine.feature;

import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Fits single columns of a credit table, and reads a column as the type that training knew it by. */
final class CreditFields {

    private CreditFields() {}

    static CreditEncoder.Field numeric(CreditColumn.Numeric column, int[] rows) {
        double[] all = column.values();
        double[] values = Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        double fill = known.length == 0 ? 0 : Quantiles.of(known, 0.5);
        double[][] filled = new double[values.length][1];
        for (int i = 0; i < values.length; i++) {
            filled[i][0] = Double.isNaN(values[i]) ? fill : values[i];
        }
        Scaler scaler = Scaler.fit(filled);
        boolean gaps = known.length < values.length;
        return new CreditEncoder.Field(column.name(), List.of(), true, gaps, fill, scaler.mean()[0], scaler.scale()[0]);
    }

    static CreditEncoder.Field categorical(CreditColumn.Categorical column, int[] rows) {
        int[] codes = column.codes();
        boolean[] seen = new boolean[column.levels().size()];
        for (int row : rows) {
            if (codes[row] >= 0) {
                seen[codes[row]] = true;
            }
        }
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            if (seen[i]) {
                levels.add(column.levels().get(i));
            }
        }
        return new CreditEncoder.Field(column.name(), levels, false, false, 0, 0, 1);
    }

    /** The column as numbers; one of categories is refused, unless all of its cells are missing. */
    static double[] numbers(CreditColumn column, String file) throws NoticeException {
        return switch (column) {
            case CreditColumn.Numeric numbers -> numbers.values();
            case CreditColumn.Categorical categories -> {
                if (!categories.levels().isEmpty()) {
                    String found = categories.levels().getFirst();
                    throw new NoticeException(Notice.of("credit.error.columnType", column.name(), file, found));
                }
                yield DoubleStream.generate(() -> Double.NaN)
                        .limit(column.size())
                        .toArray();
            }
        };
    }

    /**
     * Index into {@code levels} for each row, −1 for a missing cell or another level.
     *
     * @throws NoticeException {@code credit.error.columnNumbers} (column, file) where the book has numbers: {@code 01} and
     *     {@code 1} were one number, but may be two categories
     */
    static int[] codes(CreditColumn column, List<String> levels, String file) throws NoticeException {
        return switch (column) {
            case CreditColumn.Categorical categories -> {
                int[] known =
                        categories.levels().stream().mapToInt(levels::indexOf).toArray();
                yield Arrays.stream(categories.codes())
                        .map(code -> code < 0 ? -1 : known[code])
                        .toArray();
            }
            case CreditColumn.Numeric numbers -> {
                if (numbers.missing() < numbers.size()) {
                    throw new NoticeException(Notice.of("credit.error.columnNumbers", column.name(), file));
                }
                yield IntStream.range(0, numbers.size()).map(row -> -1).toArray();
            }
        };
    }

    /** Rows with a level that is none of those. */
    static int unseen(CreditColumn.Categorical column, List<String> levels) {
        boolean[] other = new boolean[column.levels().size()];
        for (int i = 0; i < other.length; i++) {
            other[i] = !levels.contains(column.levels().get(i));
        }
        return (int) Arrays.stream(column.codes())
                .filter(code -> code >= 0 && other[code])
                .count();
    }
}
