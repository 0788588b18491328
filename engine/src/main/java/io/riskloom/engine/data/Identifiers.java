package io.riskloom.engine.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

/** Columns that only tell rows apart. */
final class Identifiers {

    /** A name alone may lie, so most values must differ as well; some repeat where rows are doubled or customers come again. */
    private static final double MOST = 0.5;

    private Identifiers() {}

    /**
     * Called as an identifier, numbers whole, and more than half of the rows with a value of their own; or without a name and
     * first, and no value missing or twice.
     */
    static boolean is(Sheet sheet, int column) {
        String name = sheet.plans().get(column).name();
        boolean named = Headings.id(name);
        if (!named && !(column == 0 && name.equals("#1"))) {
            return false;
        }
        Column<?> cells = sheet.column(column);
        int distinct = cells instanceof DoubleColumn numbers
                ? distinctWhole(numbers.asDoubleArray())
                : cells.countUnique() - (cells.countMissing() > 0 ? 1 : 0);
        return named ? distinct > MOST * sheet.rows() : distinct == sheet.rows();
    }

    /** Whether the column counts the rows: first, of numbers, and each one more than the one above, from 0 or 1 on. */
    static boolean counts(Sheet sheet, int column) {
        if (column != 0 || !(sheet.column(column) instanceof DoubleColumn cells) || cells.size() < 2) {
            return false;
        }
        double[] values = cells.asDoubleArray();
        return (values[0] == 0 || values[0] == 1)
                && IntStream.range(1, values.length).allMatch(i -> values[i] == values[0] + i);
    }

    /** How many different numbers, missing ones left out; 0 where one is not whole. */
    private static int distinctWhole(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted); // missing ones go to the end
        int distinct = 0;
        for (int i = 0; i < sorted.length && !Double.isNaN(sorted[i]); i++) {
            if (sorted[i] != Math.rint(sorted[i])) {
                return 0;
            }
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return distinct;
    }
}
