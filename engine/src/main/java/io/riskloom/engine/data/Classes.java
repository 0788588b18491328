package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

/**
 * The distinct texts of a column in order of first appearance, with their counts.
 *
 * @param more whether there are further ones; the counts are then not complete
 */
record Classes(List<String> texts, List<Integer> counts, boolean more) {

    /** Reads until more than {@code most} distinct texts were seen. */
    static Classes of(Column<?> cells, int most) {
        return cells instanceof DoubleColumn numbers ? ofNumbers(numbers, most) : ofTexts(cells, most);
    }

    private static Classes ofNumbers(DoubleColumn cells, int most) {
        double[] values = new double[most];
        int[] counts = new int[most];
        int size = 0;
        for (int row = 0; row < cells.size(); row++) {
            double value = cells.getDouble(row);
            if (Double.isNaN(value)) {
                continue;
            }
            int at = 0;
            while (at < size && values[at] != value) {
                at++;
            }
            if (at == most) {
                return classes(values, counts, size, true);
            }
            if (at == size) {
                values[size++] = value;
            }
            counts[at]++;
        }
        return classes(values, counts, size, false);
    }

    private static Classes classes(double[] values, int[] counts, int size, boolean more) {
        List<String> texts = new ArrayList<>();
        List<Integer> known = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            texts.add(text(values[i]));
            known.add(counts[i]);
        }
        return new Classes(texts, known, more);
    }

    private static Classes ofTexts(Column<?> cells, int most) {
        Map<String, Integer> places = new HashMap<>();
        List<String> texts = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (int row = 0; row < cells.size(); row++) {
            if (cells.isMissing(row)) {
                continue;
            }
            String text = String.valueOf(cells.get(row));
            Integer place = places.get(text);
            if (place == null) {
                if (texts.size() == most) {
                    return new Classes(texts, counts, true);
                }
                places.put(text, texts.size());
                texts.add(text);
                counts.add(1);
            } else {
                counts.set(place, counts.get(place) + 1);
            }
        }
        return new Classes(texts, counts, false);
    }

    int size() {
        return texts.size();
    }

    /** A cell as text; whole numbers without decimals. */
    static String text(Column<?> cells, int row) {
        return cells instanceof DoubleColumn numbers ? text(numbers.getDouble(row)) : String.valueOf(cells.get(row));
    }

    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
