package io.riskloom.engine.quality;

import io.riskloom.engine.data.CreditColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows that are equal to an earlier one in all features and the target; missing equals missing. */
final class Duplicates {

    /** Each column as numbers that are equal where its cells are. */
    private final List<long[]> cells = new ArrayList<>();

    private final int rows;

    private Duplicates(List<CreditColumn> features, boolean[] bad, int rows) {
        this.rows = rows;
        for (CreditColumn column : features) {
            cells.add(cells(column));
        }
        if (bad.length > 0) {
            cells.add(
                    IntStream.range(0, rows).mapToLong(row -> bad[row] ? 1 : 0).toArray());
        }
    }

    private static long[] cells(CreditColumn column) {
        return switch (column) {
            case CreditColumn.Numeric numbers ->
                Arrays.stream(numbers.values())
                        .mapToLong(v -> Double.doubleToLongBits(v + 0.0)) // −0 is 0
                        .toArray();
            case CreditColumn.Categorical categories ->
                Arrays.stream(categories.codes()).asLongStream().toArray();
        };
    }

    /** The repeats; the first of equal rows is not among them. */
    static BitSet rows(List<CreditColumn> features, boolean[] bad, int rows) {
        return new Duplicates(features, bad, rows).repeats();
    }

    /**
     * Equal pairs to be expected of independent columns: pairs of rows times the product over the columns of the chance that
     * two cells are equal. A table of few categories has many equal applicants who are different people.
     */
    static double expected(List<CreditColumn> features, boolean[] bad, int rows) {
        double expected = 0.5 * rows * (rows - 1.0);
        for (long[] column : new Duplicates(features, bad, rows).cells) {
            long[] sorted = column.clone();
            Arrays.sort(sorted);
            double pairs = 0;
            int start = 0;
            for (int i = 1; i <= rows; i++) {
                if (i == rows || sorted[i] != sorted[start]) {
                    pairs += (double) (i - start) * (i - start - 1);
                    start = i;
                }
            }
            expected *= pairs / (rows * (rows - 1.0));
        }
        return expected;
    }

    private BitSet repeats() {
        BitSet repeats = new BitSet();
        Map<Long, List<Integer>> firsts = new HashMap<>(2 * rows);
        for (int row = 0; row < rows; row++) {
            List<Integer> same = firsts.computeIfAbsent(hash(row), h -> new ArrayList<>(1));
            int current = row;
            if (same.stream().anyMatch(first -> equal(first, current))) {
                repeats.set(row);
            } else {
                same.add(row);
            }
        }
        return repeats;
    }

    private long hash(int row) {
        long hash = 1;
        for (long[] column : cells) {
            hash = 0x9E3779B97F4A7C15L * (hash ^ column[row]);
            hash ^= hash >>> 32;
        }
        return hash;
    }

    private boolean equal(int a, int b) {
        return cells.stream().allMatch(column -> column[a] == column[b]);
    }
}
