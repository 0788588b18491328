package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.columns.Column;

/** Which rows belong to which series. A few rows without a day or a symbol are left out; many refuse the file. */
final class RowGroups {

    /** Share of rows that may lack their day or symbol. */
    private static final double FEW = 0.05;

    private final Sheet sheet;
    private final Tally tally;

    private RowGroups(Sheet sheet, Tally tally) {
        this.sheet = sheet;
        this.tally = tally;
    }

    /**
     * Row indices in file order by symbol, in order of first appearance; under the empty name where no column names series.
     */
    static Map<String, int[]> of(Sheet sheet, PriceLayout layout, Tally tally) throws DataException {
        RowGroups groups = new RowGroups(sheet, tally);
        int[] rows = groups.dated(layout.date());
        return layout.symbol() < 0 ? Map.of("", rows) : groups.bySymbol(rows, sheet.column(layout.symbol()));
    }

    private int[] dated(int column) throws DataException {
        int[] all = new int[sheet.rows()];
        DateColumn dates = column < 0 ? null : (DateColumn) sheet.column(column);
        int kept = 0;
        for (int row = 0; row < all.length; row++) {
            if (dates != null && dates.getIntInternal(row) == Integer.MIN_VALUE) {
                tally.add("data.warn.noDateRow", dates.name(), sheet.lines()[row]);
            } else {
                all[kept++] = row;
            }
        }
        if (dates != null) {
            refuseMany("data.error.noDate", "data.warn.noDateRow", dates.name(), all.length);
        }
        return Arrays.copyOf(all, kept);
    }

    private Map<String, int[]> bySymbol(int[] rows, Column<?> symbols) throws DataException {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> names = new ArrayList<>();
        int[] groupOf = new int[rows.length];
        int[] sizes = new int[16];
        for (int i = 0; i < rows.length; i++) {
            if (symbols.isMissing(rows[i])) {
                groupOf[i] = -1;
                tally.add("data.warn.noSymbolRow", symbols.name(), sheet.lines()[rows[i]]);
                continue;
            }
            String name = Classes.text(symbols, rows[i]);
            Integer number = numbers.get(name);
            if (number == null) {
                number = names.size();
                numbers.put(name, number);
                names.add(name);
                sizes = number < sizes.length ? sizes : Arrays.copyOf(sizes, 2 * number);
            }
            groupOf[i] = number;
            sizes[number]++;
        }
        refuseMany("data.error.noSymbol", "data.warn.noSymbolRow", symbols.name(), sheet.rows());
        int[][] members = new int[names.size()][];
        for (int i = 0; i < members.length; i++) {
            members[i] = new int[sizes[i]];
        }
        int[] filled = new int[members.length];
        for (int i = 0; i < rows.length; i++) {
            int group = groupOf[i];
            if (group >= 0) {
                members[group][filled[group]++] = rows[i];
            }
        }
        Map<String, int[]> groups = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i++) {
            groups.put(names.get(i), members[i]);
        }
        return groups;
    }

    private void refuseMany(String error, String warning, String column, int rows) throws DataException {
        if (tally.count(warning, column) > FEW * rows) {
            throw new DataException(error, sheet.file().name(), tally.firstLine(warning, column), column, "", "");
        }
    }
}
