package io.riskloom.engine.djl;

import io.riskloom.engine.feature.CreditEncoder.Input;
import io.riskloom.engine.feature.CreditEncoder.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What encoded rows have in the inputs of each column: a generated row is put together of these alone, so that it could be
 * one of a real applicant. A column of at most {@link #FEW} different numbers is a choice among them; one of more is a number
 * beside a choice of its indicators, as missing or a special code.
 */
record OversampleChoices(List<Column> columns, int width) {
    static final int FEW = 12;

    /**
     * @param cells   of the column's inputs; the place of the number is 0 where it is free
     * @param numbers that rows of this choice have, ascending, one where it is not free; none in a category
     */
    record Choice(float[] cells, float[] numbers) {
        boolean free() {
            return numbers.length > 1;
        }
    }

    /**
     * @param from    its first input
     * @param numeric whether that is a number
     */
    record Column(int from, boolean numeric, List<Choice> choices) {}

    OversampleChoices {
        columns = List.copyOf(columns);
    }

    /** @param rows encoded, at least one */
    static OversampleChoices of(List<Input> inputs, float[][] rows) {
        List<Column> columns = new ArrayList<>();
        int from = 0;
        while (from < inputs.size()) {
            int to = from + 1;
            while (to < inputs.size()
                    && inputs.get(to).column().equals(inputs.get(from).column())) {
                to++;
            }
            columns.add(column(from, to, inputs.get(from).kind() == Kind.NUMBER, rows));
            from = to;
        }
        return new OversampleChoices(columns, inputs.size());
    }

    private static Column column(int from, int to, boolean numeric, float[][] rows) {
        Map<List<Float>, TreeSet<Float>> found = new LinkedHashMap<>();
        for (float[] row : rows) {
            List<Float> cells = new ArrayList<>();
            for (int i = from; i < to; i++) {
                cells.add(numeric && i == from ? 0 : row[i]);
            }
            TreeSet<Float> numbers = found.computeIfAbsent(cells, key -> new TreeSet<>());
            if (numeric) {
                numbers.add(row[from]);
            }
        }
        boolean few = found.values().stream().mapToInt(TreeSet::size).sum() <= FEW;
        List<Choice> choices = new ArrayList<>();
        found.forEach((cells, numbers) -> {
            if (few && numeric) {
                numbers.forEach(number -> choices.add(choice(cells, List.of(number))));
            } else {
                choices.add(choice(cells, numbers));
            }
        });
        return new Column(from, numeric, List.copyOf(choices));
    }

    private static Choice choice(List<Float> indicators, Iterable<Float> found) {
        List<Float> numbers = new ArrayList<>();
        found.forEach(numbers::add);
        float[] cells = floats(indicators);
        if (numbers.size() == 1) {
            cells[0] = numbers.getFirst();
        }
        return new Choice(cells, floats(numbers));
    }

    private static float[] floats(List<Float> boxed) {
        float[] plain = new float[boxed.size()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = boxed.get(i);
        }
        return plain;
    }

    /** The row whose columns are each the closest that was found, by their indicators first, then by their number. */
    float[] closest(float[] row) {
        float[] out = new float[width];
        for (Column column : columns) {
            double least = Double.POSITIVE_INFINITY;
            double leastGap = Double.POSITIVE_INFINITY;
            for (Choice choice : column.choices()) {
                float[] cells = choice.cells().clone();
                if (choice.free()) {
                    cells[0] = closest(choice.numbers(), row[column.from()]);
                }
                double far = far(cells, row, column);
                double gap = column.numeric() ? Math.abs(cells[0] - row[column.from()]) : 0;
                if (far < least || far == least && gap < leastGap) {
                    least = far;
                    leastGap = gap;
                    System.arraycopy(cells, 0, out, column.from(), cells.length);
                }
            }
        }
        return out;
    }

    private static double far(float[] cells, float[] row, Column column) {
        double sum = 0;
        for (int i = column.numeric() ? 1 : 0; i < cells.length; i++) {
            double gap = cells[i] - row[column.from() + i];
            sum += gap * gap;
        }
        return sum;
    }

    private static float closest(float[] ascending, float number) {
        int place = Arrays.binarySearch(ascending, number);
        if (place >= 0) {
            return ascending[place];
        }
        int above = Math.min(-place - 1, ascending.length - 1);
        int below = Math.max(0, above - 1);
        return number - ascending[below] < ascending[above] - number ? ascending[below] : ascending[above];
    }
}
