package io.riskloom.engine.data;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** Fills one typed column, row by row; the row in progress may be overwritten until the next begins. */
abstract sealed class ColumnBuilder {

    static {
        ColumnType.values(); // Tablesaw's types start each other: two files read at once in a fresh JVM waited for ever
    }

    /** The cell fits the column's type; false is an error at that cell. */
    abstract boolean set(int row, char[] text, int start, int length);

    abstract void setMissing(int row);

    /** Puts the first rows of a builder of the same plan behind this one's. */
    abstract void append(int rows, ColumnBuilder next, int more);

    abstract Column<?> build(int rows);

    /** @param expected rows, roughly */
    static ColumnBuilder of(ColumnPlan plan, Numbers.Style style, int expected) {
        return switch (plan.type()) {
            case DATE -> new Dates(plan.name(), plan.format(), expected);
            case NUMBER, EMPTY -> new Doubles(plan.name(), style, expected);
            case TEXT -> new Texts(plan.name());
        };
    }

    private static int grown(int length) {
        return length + length / 2 + 16;
    }

    private static final class Dates extends ColumnBuilder {
        private final String name;
        private final DateFormat format;
        private int[] values;

        Dates(String name, DateFormat format, int expected) {
            this.name = name;
            this.format = format;
            this.values = new int[expected];
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
                values = Arrays.copyOf(values, grown(row));
            }
            values[row] = packed;
        }

        @Override
        void append(int rows, ColumnBuilder next, int more) {
            values = values.length < rows + more ? Arrays.copyOf(values, rows + more) : values;
            System.arraycopy(((Dates) next).values, 0, values, rows, more);
        }

        @Override
        Column<?> build(int rows) {
            return DateColumn.createInternal(name, rows == values.length ? values : Arrays.copyOf(values, rows));
        }
    }

    private static final class Doubles extends ColumnBuilder {
        private final String name;
        private final Numbers.Style style;
        private double[] values;

        Doubles(String name, Numbers.Style style, int expected) {
            this.name = name;
            this.style = style;
            this.values = new double[expected];
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
                values = Arrays.copyOf(values, grown(row));
            }
            values[row] = value;
        }

        @Override
        void append(int rows, ColumnBuilder next, int more) {
            values = values.length < rows + more ? Arrays.copyOf(values, rows + more) : values;
            System.arraycopy(((Doubles) next).values, 0, values, rows, more);
        }

        @Override
        Column<?> build(int rows) {
            return new Wrapped(name, values, rows);
        }
    }

    /** Tablesaw's column over an array that is not copied: for a million rows its own factories would hold every number twice. */
    static final class Wrapped extends DoubleColumn {
        private final double[] values;

        Wrapped(String name, double[] values, int rows) {
            super(name, DoubleArrayList.wrap(values, rows));
            this.values = values;
        }

        /** All numbers, to be read only; longer than the column where more rows were expected. */
        double[] values() {
            return values;
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
        void append(int rows, ColumnBuilder next, int more) {
            for (int i = 0; i < more; i++) {
                String cell = ((Texts) next).values.get(i);
                put(rows + i, distinct.computeIfAbsent(cell, c -> c));
            }
        }

        @Override
        Column<?> build(int rows) {
            return StringColumn.create(name, values.subList(0, rows));
        }
    }
}
