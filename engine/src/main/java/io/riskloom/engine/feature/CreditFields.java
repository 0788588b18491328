package io.riskloom.engine.feature;

import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /**
     * The column as numbers. A short file may have made categories of them: texts that are numbers are read as such.
     */
    static double[] numbers(CreditColumn column, String file) throws NoticeException {
        return switch (column) {
            case CreditColumn.Numeric numbers -> numbers.values();
            case CreditColumn.Categorical categories -> {
                double[] levels = new double[categories.levels().size()];
                for (int i = 0; i < levels.length; i++) {
                    levels[i] = parse(categories.levels().get(i), column.name(), file);
                }
                int[] codes = categories.codes();
                yield Arrays.stream(codes)
                        .mapToDouble(code -> code < 0 ? Double.NaN : levels[code])
                        .toArray();
            }
        };
    }

    private static double parse(String text, String column, String file) throws NoticeException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new NoticeException(Notice.of("credit.error.columnType", column, file, text), e);
        }
    }

    /**
     * Index into {@code levels} for each row, −1 for a missing cell or another level. Numbers stand for their plain
     * text.
     */
    static int[] codes(CreditColumn column, List<String> levels) {
        return switch (column) {
            case CreditColumn.Categorical categories -> {
                int[] known =
                        categories.levels().stream().mapToInt(levels::indexOf).toArray();
                yield Arrays.stream(categories.codes())
                        .map(code -> code < 0 ? -1 : known[code])
                        .toArray();
            }
            case CreditColumn.Numeric numbers ->
                Arrays.stream(numbers.values())
                        .mapToInt(value -> levels.indexOf(plain(value)))
                        .toArray();
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
