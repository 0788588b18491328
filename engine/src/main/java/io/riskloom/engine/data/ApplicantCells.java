package io.riskloom.engine.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of one column of some applicants, read as the model knows the column; begun anew for the next ones. */
abstract sealed class ApplicantCells {

    final String name;

    private ApplicantCells(String name) {
        this.name = name;
    }

    /** @return false where the cell is not what the column holds; it counts as missing */
    abstract boolean add(Row row, int cell);

    abstract void addMissing();

    /** The column of what was added since it was asked for last. */
    abstract CreditColumn take();

    static ApplicantCells of(String name, boolean numeric, boolean minusIsLevel, Numbers.Style style) {
        return numeric ? new Numeric(name, style) : new Levels(name, minusIsLevel);
    }

    private static final class Numeric extends ApplicantCells {
        private final Numbers.Style style;
        private double[] values = new double[1024];
        private int size;

        Numeric(String name, Numbers.Style style) {
            super(name);
            this.style = style;
        }

        @Override
        boolean add(Row row, int cell) {
            boolean missing = Cells.missing(row.text, row.start(cell), row.length(cell));
            double value = missing ? Double.NaN : Numbers.parse(row.text, row.start(cell), row.length(cell), style);
            put(value);
            return missing || !Double.isNaN(value);
        }

        @Override
        void addMissing() {
            put(Double.NaN);
        }

        private void put(double value) {
            values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
            values[size++] = value;
        }

        @Override
        CreditColumn take() {
            CreditColumn column = new CreditColumn.Numeric(name, Arrays.copyOf(values, size));
            size = 0;
            return column;
        }
    }

    private static final class Levels extends ApplicantCells {
        private final boolean minusIsLevel;
        private final Map<String, Integer> levels = new LinkedHashMap<>();
        private int[] codes = new int[1024];
        private int size;

        Levels(String name, boolean minusIsLevel) {
            super(name);
            this.minusIsLevel = minusIsLevel;
        }

        @Override
        boolean add(Row row, int cell) {
            String text = row.cell(cell);
            Integer known = levels.get(text);
            put(known == null ? code(row, cell, text) : known);
            return true;
        }

        private int code(Row row, int cell, String text) {
            boolean level = minusIsLevel && text.equals("-");
            if (!level && Cells.missing(row.text, row.start(cell), row.length(cell))) {
                return -1;
            }
            levels.put(text, levels.size());
            return levels.size() - 1;
        }

        @Override
        void addMissing() {
            put(-1);
        }

        private void put(int code) {
            codes = size == codes.length ? Arrays.copyOf(codes, 2 * size) : codes;
            codes[size++] = code;
        }

        @Override
        CreditColumn take() {
            CreditColumn column =
                    new CreditColumn.Categorical(name, List.copyOf(levels.keySet()), Arrays.copyOf(codes, size));
            levels.clear();
            size = 0;
            return column;
        }
    }
}
