package io.riskloom.engine.data;

import java.util.Arrays;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

/** Columns that only tell rows apart. */
final class Identifiers {

    private Identifiers() {}

    /** Called as an identifier, or without a name and first; and no value missing or twice, numbers whole. */
    static boolean is(Sheet sheet, int column) {
        String name = sheet.plans().get(column).name();
        if (!Headings.id(name) && !(column == 0 && name.equals("#1"))) {
            return false;
        }
        Column<?> cells = sheet.column(column);
        if (cells instanceof DoubleColumn numbers) {
            return distinctWhole(numbers.asDoubleArray());
        }
        return cells.countMissing() == 0 && cells.countUnique() == sheet.rows();
    }

    private static boolean distinctWhole(double[] values) {
        for (double value : values) {
            if (value != Math.rint(value)) { // holds for NaN as well
                return false;
            }
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
