package io.riskloom.engine.data;

/**
 * How a column will be read.
 *
 * @param format       of a date column
 * @param minusIsLevel a lone minus is a level, not a missing cell
 */
record ColumnPlan(String name, Type type, DateFormat format, boolean minusIsLevel) {

    enum Type {
        DATE,
        NUMBER,
        TEXT,
        EMPTY
    }

    static ColumnPlan of(String name, Type type) {
        return new ColumnPlan(name, type, DateFormat.ISO, false);
    }

    static ColumnPlan date(String name, DateFormat format) {
        return new ColumnPlan(name, Type.DATE, format, false);
    }
}
