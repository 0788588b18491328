package io.riskloom.app.credit;

import java.util.List;

/**
 * A table in the reader's language.
 *
 * @param columns what each cell of a row is
 * @param rows    each with a cell a column
 */
record Sheet(List<Column> columns, List<List<String>> rows) {

    static final Sheet NONE = new Sheet(List.of(), List.of());

    private static final double NAME = 156;
    private static final double LABEL = 104;
    private static final double FIGURE = 84;
    private static final double INTERVAL = 172;
    private static final double SIGNED = 220;
    private static final double SPREAD = 120;
    private static final double RATE = 136;
    private static final double AMOUNT = 208;

    Sheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells for " + columns.size() + " columns");
            }
        }
    }

    /**
     * @param key  of its heading
     * @param unit in the heading; empty where it names none
     */
    record Column(String key, String unit, double width, boolean numeric) {}

    static Column name(String key) {
        return new Column(key, "", NAME, false);
    }

    /** A name of one or two words. */
    static Column label(String key) {
        return new Column(key, "", LABEL, false);
    }

    static Column figure(String key) {
        return new Column(key, "", FIGURE, true);
    }

    /** A difference, signed, with its interval. */
    static Column difference(String key) {
        return new Column(key, "", SIGNED, true);
    }

    /** A figure whose heading has several words. */
    static Column rate(String key) {
        return new Column(key, "", RATE, true);
    }

    /** A figure in a unit that the heading names. */
    static Column amount(String key, String unit) {
        return new Column(key, unit, AMOUNT, true);
    }

    /** A mean ± its standard deviation. */
    static Column spread(String key) {
        return new Column(key, "", SPREAD, true);
    }

    /** A figure with its interval. */
    static Column interval(String key) {
        return new Column(key, "", INTERVAL, true);
    }
}
