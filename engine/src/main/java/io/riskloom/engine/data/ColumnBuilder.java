package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** Fills one typed column, row by row; the row in progress may be overwritten until the next begins. */
abstract sealed class ColumnBuilder {

    /** The cell fits the column's type; false is an error at that cell. */
    abstract boolean set(int row, char[] text, int start, int length);

    abstract void setMissing(int row);

    abstract Column<?> build(int rows);

    static ColumnBuilder of(ColumnPlan plan, Numbers.Style style) {
        return switch (plan.type()) {
            case DATE -> new Dates(plan.name(), plan.format());
            case NUMBER, EMPTY -> new Doubles(plan.name(), style);
            case TEXT -> new Texts(plan.name());
        };
    }

    private static final class Dates extends ColumnBuilder {
        private final String name;
        private final DateFormat format;
        private int[] values = new int[1024];

        Dates(String name, DateFormat format) {
            this.name = name;
            this.format = format;
        }

        @Override
        boolean set(int row, char[] text, int start, int length) {
            int packed = format.parse(text, start, length);
            put(row, packed);
            return packed >= 0;
        }

        @Override
        void setMissing(int row) {
            put(row, Integer.MIN_VALUE); // Tablesaw's own mark of a missing date
        }

        private void put(int row, int packed) {
            if (row == values.length) {
                values = Arrays.copyOf(values, 2 * row);
            }
            values[row] = packed;
        }

        @Override
        Column<?> build(int rows) {
            return DateColumn.createInternal(name, Arrays.copyOf(values, rows));
        }
    }

    private static final class Doubles extends ColumnBuilder {
        private final String name;
        private final Numbers.Style style;
        private double[] values = new double[1024];

        Doubles(String name, Numbers.Style style) {
            this.name = name;
            this.style = style;
        }

        @Override
        boolean set(int row, char[] text, int start, int length) {
            double value = Numbers.parse(text, start, length, style);
            put(row, value);
            return !Double.isNaN(value);
        }

        @Override
        void setMissing(int row) {
            put(row, Double.NaN);
        }

        private void put(int row, double value) {
            if (row == values.length) {
                values = Arrays.copyOf(values, 2 * row);
            }
            values[row] = value;
        }

        @Override
        Column<?> build(int rows) {
            return DoubleColumn.create(name, Arrays.copyOf(values, rows));
        }
    }

    private static final class Texts extends ColumnBuilder {
        private final String name;
        private final Map<String, String> distinct = new HashMap<>();
        private final List<String> values = new ArrayList<>();

        Texts(String name) {
            this.name = name;
        }

        @Override
        boolean set(int row, char[] text, int start, int length) {
            String cell = new String(text, start, length);
            put(row, distinct.computeIfAbsent(cell, c -> c));
            return true;
        }

        @Override
        void setMissing(int row) {
            put(row, "");
        }

        private void put(int row, String value) {
            if (row == values.size()) {
                values.add(value);
            } else {
                values.set(row, value);
            }
        }

        @Override
        Column<?> build(int rows) {
            return StringColumn.create(name, values.subList(0, rows));
        }
    }
}
