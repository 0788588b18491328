package io.riskloom.engine.data;

/**
 * How a column will be read.
 *
 * @param format       of a date column
 * @param minusIsLevel a lone minus is a level, not a missing cell
 * @param ticker       {@code NA} is a ticker, not a missing cell
 */
record ColumnPlan(String name, Type type, DateFormat format, boolean minusIsLevel, boolean ticker) {

    enum Type {
        DATE,
        NUMBER,
        TEXT,
        EMPTY
    }

    static ColumnPlan of(String name, Type type) {
        return new ColumnPlan(name, type, DateFormat.ISO, false, false);
    }

    /** Categories, or what an ARFF head says. */
    static ColumnPlan levels(String name, Type type, boolean minusIsLevel) {
        return new ColumnPlan(name, type, DateFormat.ISO, minusIsLevel, false);
    }

    static ColumnPlan tickers(String name) {
        return new ColumnPlan(name, Type.TEXT, DateFormat.ISO, false, true);
    }

    static ColumnPlan date(String name, DateFormat format) {
        return new ColumnPlan(name, Type.DATE, format, false, false);
    }
}
