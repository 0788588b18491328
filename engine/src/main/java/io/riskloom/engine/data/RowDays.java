package io.riskloom.engine.data;

import java.time.LocalDate;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.columns.dates.PackedLocalDate;

/** The day of each row of a sheet, or the row's number within its series where the file has no days. */
final class RowDays {

    private final String name;
    private final boolean dated;
    private final int[] keys;

    private RowDays(String name, boolean dated, int[] keys) {
        this.name = name;
        this.dated = dated;
        this.keys = keys;
    }

    static RowDays of(DateColumn dates) {
        return new RowDays(dates.name(), true, packed(dates));
    }

    /** Year, month and day as Tablesaw packs them, ascending with time; a missing day is the lowest number. */
    static int[] packed(DateColumn dates) {
        int[] packed = new int[dates.size()];
        for (int row = 0; row < packed.length; row++) {
            packed[row] = dates.getIntInternal(row);
        }
        return packed;
    }

    /** @param series row indices of each series in file order */
    static RowDays numbered(Iterable<int[]> series, int rows) {
        int[] keys = new int[rows];
        for (int[] one : series) {
            for (int i = 0; i < one.length; i++) {
                keys[one[i]] = i;
            }
        }
        return new RowDays("", false, keys);
    }

    /** Name of the column of days, empty without one. */
    String name() {
        return name;
    }

    /** Ascending with time. */
    int key(int row) {
        return keys[row];
    }

    LocalDate day(int row) {
        return dated ? PackedLocalDate.asLocalDate(keys[row]) : PriceHistory.FIRST_ROW.plusDays(keys[row]);
    }
}
