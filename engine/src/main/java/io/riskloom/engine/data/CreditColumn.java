package io.riskloom.engine.data;

import java.util.List;

/** A feature column of a credit table. Arrays are copied in and out. */
public sealed interface CreditColumn {

    String name();

    int size();

    /** Number of missing cells. */
    int missing();

    /**
     * Numbers; a missing cell is NaN.
     *
     * @param values one a row
     */
    record Numeric(String name, double[] values) implements CreditColumn {
        public Numeric {
            values = values.clone();
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public int missing() {
            int count = 0;
            for (double value : values) {
                count += Double.isNaN(value) ? 1 : 0;
            }
            return count;
        }
    }

    /**
     * Categories.
     *
     * @param levels the distinct texts in order of first appearance
     * @param codes  index into {@code levels} for each row, −1 where the cell is missing
     */
    record Categorical(String name, List<String> levels, int[] codes) implements CreditColumn {
        public Categorical {
            levels = List.copyOf(levels);
            codes = codes.clone();
        }

        @Override
        public int[] codes() {
            return codes.clone();
        }

        @Override
        public int size() {
            return codes.length;
        }

        @Override
        public int missing() {
            int count = 0;
            for (int code : codes) {
                count += code < 0 ? 1 : 0;
            }
            return count;
        }
    }
}
