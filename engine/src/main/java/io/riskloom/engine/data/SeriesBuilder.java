package io.riskloom.engine.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;

/** One series: its rows chosen, put in order of date, cleared of repeated rows, checked, and cut into arrays. */
final class SeriesBuilder {

    private final Sheet sheet;
    private final PriceLayout layout;
    private final DateColumn dates;
    private final DoubleColumn close;
    private final Tally tally;
    private String symbol = "";
    private int[] rows = new int[0];

    SeriesBuilder(Sheet sheet, PriceLayout layout, int close, Tally tally) {
        this.sheet = sheet;
        this.layout = layout;
        this.dates = (DateColumn) sheet.column(layout.date());
        this.close = numbers(close);
        this.tally = tally;
    }

    int size() {
        return rows.length;
    }

    /** Line of the file for each row of the series. */
    int[] lines() {
        int[] lines = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            lines[i] = sheet.lines()[rows[i]];
        }
        return lines;
    }

    /** @param candidates row indices of the series in file order */
    void select(String name, int[] candidates) throws DataException {
        symbol = name;
        int[] filled = new int[candidates.length];
        int count = 0;
        for (int row : candidates) {
            double value = close.getDouble(row);
            if (Double.isNaN(value)) {
                tally.add("data.warn.missingPrice", close.name(), sheet.lines()[row]);
                continue;
            }
            if (value <= 0) {
                throw error("data.error.notPositive", row, close.name(), plain(value));
            }
            filled[count++] = row;
        }
        rows = withoutRepeats(ascending(Arrays.copyOf(filled, count)));
    }

    private int[] ascending(int[] filled) {
        int up = 0;
        int down = 0;
        int firstTurn = 0;
        for (int i = 1; i < filled.length; i++) {
            int step = Integer.compare(dates.getIntInternal(filled[i]), dates.getIntInternal(filled[i - 1]));
            up += step > 0 ? 1 : 0;
            down += step < 0 ? 1 : 0;
            if (up > 0 && down > 0 && firstTurn == 0) {
                firstTurn = sheet.lines()[filled[i]];
            }
        }
        if (down == 0) {
            return filled;
        }
        if (up > 0) {
            tally.add("data.warn.unsorted", dates.name(), firstTurn);
        }
        long[] keys = new long[filled.length];
        for (int i = 0; i < filled.length; i++) {
            keys[i] = (long) dates.getIntInternal(filled[i]) << 32 | filled[i];
        }
        Arrays.sort(keys);
        int[] sorted = new int[filled.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (int) keys[i];
        }
        return sorted;
    }

    private int[] withoutRepeats(int[] sorted) throws DataException {
        int kept = 0;
        for (int row : sorted) {
            int before = kept == 0 ? -1 : sorted[kept - 1];
            if (kept > 0 && dates.getIntInternal(before) == dates.getIntInternal(row)) {
                if (close.getDouble(before) != close.getDouble(row)) {
                    throw new DataException(
                            "data.error.conflict",
                            sheet.file().name(),
                            sheet.lines()[row],
                            close.name(),
                            plain(close.getDouble(before)) + " (" + dates.get(row) + ", " + sheet.lines()[before] + ")",
                            plain(close.getDouble(row)));
                }
                tally.add("data.warn.repeatedDate", dates.name(), sheet.lines()[row]);
                continue;
            }
            sorted[kept++] = row;
        }
        return Arrays.copyOf(sorted, kept);
    }

    PriceHistory build(Source source) {
        double[] price = values(close);
        double[] factor = factor(price);
        double[] open = bar("open", factor);
        double[] high = bar("high", factor);
        double[] low = bar("low", factor);
        checkBars(open, high, low, price);
        List<LocalDate> days = new ArrayList<>(rows.length);
        for (int row : rows) {
            days.add(dates.get(row));
        }
        return new PriceHistory(symbol, days, open, high, low, price, bar("volume", new double[0]), source);
    }

    /** Adjusted over raw close for each row, so that bars fit the adjusted close; empty where they are the same. */
    private double[] factor(double[] adjusted) {
        if (layout.rawClose() < 0) {
            return new double[0];
        }
        double[] raw = values(numbers(layout.rawClose()));
        double[] factor = new double[rows.length];
        boolean differs = false;
        for (int i = 0; i < rows.length; i++) {
            factor[i] = raw[i] > 0 ? adjusted[i] / raw[i] : Double.NaN;
            if (raw[i] != adjusted[i]) {
                differs = true;
                tally.add("data.warn.adjusted", close.name(), sheet.lines()[rows[i]]);
            }
        }
        return differs ? factor : new double[0];
    }

    private double[] bar(String role, double[] factor) {
        Integer index = layout.bars().get(role);
        if (index == null) {
            return new double[0];
        }
        DoubleColumn column = numbers(index);
        double[] values = values(column);
        boolean price = !role.equals("volume");
        int filled = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i]) || (price && values[i] <= 0)) {
                values[i] = Double.NaN;
                tally.add("data.warn.missingBar", column.name(), sheet.lines()[rows[i]]);
            } else {
                filled++;
                values[i] *= price && factor.length > 0 ? factor[i] : 1;
            }
        }
        return filled == 0 ? new double[0] : values;
    }

    /** High and low enclose open and close, with room for rounded adjustments. */
    private void checkBars(double[] open, double[] high, double[] low, double[] price) {
        if (high.length == 0 || low.length == 0) {
            return;
        }
        for (int i = 0; i < price.length; i++) {
            double slack = 1e-4 * price[i];
            double first = open.length == 0 || Double.isNaN(open[i]) ? price[i] : open[i];
            boolean above = Math.max(first, price[i]) > high[i] + slack;
            boolean below = Math.min(first, price[i]) < low[i] - slack;
            if (above || below || low[i] > high[i]) {
                tally.add("data.warn.barOrder", close.name(), sheet.lines()[rows[i]]);
            }
        }
    }

    private double[] values(DoubleColumn column) {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = column.getDouble(rows[i]);
        }
        return values;
    }

    private DoubleColumn numbers(int index) {
        return (DoubleColumn) sheet.column(index);
    }

    private DataException error(String key, int row, String column, String found) {
        return new DataException(key, sheet.file().name(), sheet.lines()[row], column, "", found);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
