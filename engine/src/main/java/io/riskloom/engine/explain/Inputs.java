package io.riskloom.engine.explain;

import io.riskloom.engine.feature.CreditEncoder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A scorer's inputs by the file's columns: contributions are summed by column, and a column's inputs change together.
 *
 * @param columns in the encoder's order
 * @param from    first input of each column; one number more, the width, ends the last one
 */
record Inputs(List<String> columns, int[] from) {

    /** A column's inputs lie side by side, the columns in the order of the encoder's fields. */
    static Inputs of(CreditEncoder encoder) {
        List<String> columns =
                encoder.fields().stream().map(CreditEncoder.Field::column).toList();
        List<String> behind = encoder.columns();
        int[] from = new int[columns.size() + 1];
        for (int c = 0; c < columns.size(); c++) {
            int at = from[c];
            while (at < behind.size() && behind.get(at).equals(columns.get(c))) {
                at++;
            }
            from[c + 1] = at;
        }
        if (from[columns.size()] != behind.size()) {
            throw new IllegalArgumentException("inputs of one column do not lie side by side: " + behind);
        }
        return new Inputs(columns, from);
    }

    int size() {
        return columns.size();
    }

    /** Sums over each column's inputs. */
    double[] sums(double[] perInput) {
        return IntStream.range(0, size())
                .mapToDouble(c -> {
                    double sum = 0;
                    for (int i = from[c]; i < from[c + 1]; i++) {
                        sum += perInput[i];
                    }
                    return sum;
                })
                .toArray();
    }

    /** Copies one column's inputs. */
    void copy(int column, float[] source, float[] target) {
        System.arraycopy(source, from[column], target, from[column], from[column + 1] - from[column]);
    }

    /** Whether two applicants are told apart by the column. */
    boolean differ(int column, float[] one, float[] other) {
        for (int i = from[column]; i < from[column + 1]; i++) {
            if (one[i] != other[i]) {
                return true;
            }
        }
        return false;
    }
}
