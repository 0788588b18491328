package io.riskloom.engine.data;

import java.util.Arrays;
import tech.tablesaw.api.DoubleColumn;

/** One series: its rows chosen, put in order of days, checked, and cut into arrays. */
final class SeriesBuilder {

    private final Sheet sheet;
    private final RowDays days;
    private final PriceLayout.Quote quote;
    private final String symbol;
    private final DoubleColumn close;
    private final Tally tally;
    private final DailyRows daily;
    private int[] rows = new int[0];
    private int filled;

    SeriesBuilder(Sheet sheet, RowDays days, PriceLayout.Quote quote, String symbol, Tally tally) {
        this.sheet = sheet;
        this.days = days;
        this.quote = quote;
        this.symbol = symbol;
        this.close = numbers(quote.close());
        this.tally = tally;
        this.daily = new DailyRows(sheet, days, close, tally);
    }

    int size() {
        return rows.length;
    }

    /** How many rows have a number for a price, positive or not. */
    int filled() {
        return filled;
    }

    /** The rows of the series in order of days. */
    DailyRows daily() {
        return daily;
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
    SeriesBuilder select(int[] candidates) {
        int[] kept = new int[candidates.length];
        int count = 0;
        for (int row : candidates) {
            double value = close.getDouble(row);
            if (value > 0) {
                kept[count++] = row;
                filled++;
            } else if (Double.isNaN(value)) {
                tally.add("data.warn.missingPrice", close.name(), sheet.lines()[row]);
            } else {
                tally.add("data.warn.notPositive", close.name(), sheet.lines()[row]);
                filled++;
            }
        }
        rows = daily.of(Arrays.copyOf(kept, count));
        return this;
    }

    PriceHistory build(Source source) {
        double[] price = values(close);
        double[] factor = factor(price);
        double[] open = bar("open", factor);
        double[] high = bar("high", factor);
        double[] low = bar("low", factor);
        checkBars(open, high, low, price);
        int[] epochDays = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            epochDays[i] = (int) days.day(rows[i]).toEpochDay();
        }
        double[] volume = bar("volume", new double[0]);
        return new PriceHistory(symbol, Days.of(epochDays), open, high, low, price, volume, source);
    }

    /** Adjusted over raw close for each row, so that bars fit the adjusted close; empty where they are the same. */
    private double[] factor(double[] adjusted) {
        if (quote.rawClose() < 0) {
            return new double[0];
        }
        double[] raw = values(numbers(quote.rawClose()));
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
        Integer index = quote.bars().get(role);
        if (index == null) {
            return new double[0];
        }
        DoubleColumn column = numbers(index);
        double[] read = values(column);
        double[] values = read;
        boolean price = !role.equals("volume");
        int known = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(read[i]) || (price && read[i] <= 0)) {
                values = values == read ? read.clone() : values;
                values[i] = Double.NaN;
                tally.add("data.warn.missingBar", column.name(), sheet.lines()[rows[i]]);
            } else {
                known++;
                if (price && factor.length > 0) {
                    values = values == read ? read.clone() : values;
                    values[i] *= factor[i];
                }
            }
        }
        return known == 0 ? new double[0] : values;
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

    /** The column's numbers in the order of the series, to be read only: a million of them are not copied without need. */
    private double[] values(DoubleColumn column) {
        if (asInTheFile() && column instanceof ColumnBuilder.Wrapped whole && whole.values().length == rows.length) {
            return whole.values();
        }
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = column.getDouble(rows[i]);
        }
        return values;
    }

    private boolean asInTheFile() {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != i) {
                return false;
            }
        }
        return rows.length == sheet.rows();
    }

    private DoubleColumn numbers(int index) {
        return (DoubleColumn) sheet.column(index);
    }
}
