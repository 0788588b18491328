package io.riskloom.engine.explain;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What the training applicants have in one column.
 *
 * @param numbers ascending, without missing cells; empty for a category
 * @param levels  texts of a category that occur, the commonest first
 * @param counts  of the levels
 * @param missing cells
 */
record TrainingValues(double[] numbers, List<String> levels, int[] counts, int missing) {

    static TrainingValues of(CreditBook book, String column, int[] rows) {
        return switch (Books.column(book, column)) {
            case CreditColumn.Numeric c -> {
                double[] all = c.values();
                double[] known = Arrays.stream(rows)
                        .mapToDouble(row -> all[row])
                        .filter(v -> !Double.isNaN(v))
                        .sorted()
                        .toArray();
                yield new TrainingValues(known, List.of(), new int[0], rows.length - known.length);
            }
            case CreditColumn.Categorical c -> {
                int[] codes = c.codes();
                int[] counts = new int[c.levels().size()];
                int missing = 0;
                for (int row : rows) {
                    if (codes[row] < 0) {
                        missing++;
                    } else {
                        counts[codes[row]]++;
                    }
                }
                int[] order = IntStream.range(0, counts.length)
                        .filter(i -> counts[i] > 0)
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> -counts[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
                yield new TrainingValues(
                        new double[0],
                        Arrays.stream(order).mapToObj(c.levels()::get).toList(),
                        Arrays.stream(order).map(i -> counts[i]).toArray(),
                        missing);
            }
        };
    }

    /**
     * Numbers that occur, ascending and different: all of them where they are no more than {@code most}, else those at evenly
     * spaced ranks.
     *
     * @param outer share of the applicants beyond the first rank, and beyond the last
     */
    double[] spread(int most, double outer) {
        double[] different = Arrays.stream(numbers).distinct().toArray();
        if (different.length <= most) {
            return different;
        }
        TreeSet<Double> chosen = new TreeSet<>();
        for (int i = 0; i < most; i++) {
            double rank = outer + (1 - 2 * outer) * i / (most - 1);
            chosen.add(numbers[(int) Math.round(rank * (numbers.length - 1))]);
        }
        return chosen.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Share of the numbers below a value, those equal to it by half. */
    double rank(double value) {
        double below = 0;
        for (double number : numbers) {
            below += number < value ? 1 : number == value ? 0.5 : 0;
        }
        return numbers.length == 0 ? 0 : below / numbers.length;
    }

    /** Without some numbers, such as special codes that measure nothing. */
    TrainingValues without(List<Double> codes) {
        double[] rest = Arrays.stream(numbers).filter(v -> !codes.contains(v)).toArray();
        return new TrainingValues(rest, levels, counts, missing);
    }

    /** Standard deviation of the numbers, divisor n; 0 where there are none. */
    double sd() {
        double mean = Arrays.stream(numbers).average().orElse(0);
        return Math.sqrt(Arrays.stream(numbers)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0));
    }

    boolean whole() {
        return Arrays.stream(numbers).allMatch(v -> v == Math.rint(v));
    }

    /** A level as often as it occurs; there must be one. */
    String drawn(SplittableRandom random) {
        int at = random.nextInt(Arrays.stream(counts).sum());
        int level = 0;
        while (at >= counts[level]) {
            at -= counts[level++];
        }
        return levels.get(level);
    }
}
