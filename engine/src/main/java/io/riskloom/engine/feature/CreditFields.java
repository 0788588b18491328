package io.riskloom.engine.feature;

import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.quality.SpecialCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Fits single columns of a credit table, and reads a column as the type that training knew it by. */
final class CreditFields {
    private static final int FEWEST_CODES = 3;
    private static final int MOST_CODES = 12;
    /** Levels of a category with an input of their own, as many as the trees beside the networks take. */
    static final int MOST_LEVELS = 64;
    /** Said of a level that shares an input with others. */
    private static final String OTHER = "*";

    private CreditFields() {}

    static CreditEncoder.Field numeric(CreditColumn.Numeric column, int[] rows, boolean codes) {
        double[] all = column.values();
        double[] values = Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
        List<Double> specials = SpecialCodes.of(values);
        double[] known = Arrays.stream(values)
                .filter(v -> !Double.isNaN(v) && !specials.contains(v))
                .toArray();
        List<Double> knots = RankNormal.knots(known, rows.length);
        RankNormal ranks = new RankNormal(knots);
        double[][] ranked = new double[values.length][1];
        for (int i = 0; i < values.length; i++) {
            ranked[i][0] = Double.isNaN(values[i]) || specials.contains(values[i]) ? 0 : ranks.of(values[i]);
        }
        Scaler scaler = Scaler.fit(ranked);
        boolean gaps = Arrays.stream(values).anyMatch(Double::isNaN);
        return new CreditEncoder.Field(
                column.name(),
                List.of(),
                true,
                gaps,
                0,
                scaler.mean()[0],
                scaler.scale()[0],
                knots,
                specials,
                codes ? fewWholeNumbers(known) : List.of(),
                false);
    }

    /** The different values where they are 3 to 12 whole numbers, else none. */
    private static List<Double> fewWholeNumbers(double[] known) {
        double[] different = Arrays.stream(known)
                .map(v -> v + 0.0) // −0 is 0
                .distinct()
                .limit(MOST_CODES + 1)
                .sorted()
                .toArray();
        boolean few = different.length >= FEWEST_CODES && different.length <= MOST_CODES;
        return few && Arrays.stream(different).allMatch(v -> v == Math.rint(v))
                ? Arrays.stream(different).boxed().toList()
                : List.of();
    }

    static CreditEncoder.Field categorical(CreditColumn.Categorical column, int[] rows) {
        int[] codes = column.codes();
        int[] counts = new int[column.levels().size()];
        boolean gaps = false;
        for (int row : rows) {
            if (codes[row] >= 0) {
                counts[codes[row]]++;
            } else {
                gaps = true;
            }
        }
        List<String> levels = IntStream.range(0, counts.length)
                .filter(i -> counts[i] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(i -> -counts[i]))
                .limit(MOST_LEVELS)
                .sorted()
                .map(column.levels()::get)
                .toList();
        boolean others = Arrays.stream(counts).filter(count -> count > 0).count() > MOST_LEVELS;
        return new CreditEncoder.Field(
                column.name(), levels, false, gaps, 0, 0, 1, List.of(), List.of(), List.of(), others);
    }

    /** The inputs of a column, in the order in which {@link CreditCells} writes them. */
    static List<CreditEncoder.Input> inputs(CreditEncoder.Field field) {
        List<CreditEncoder.Input> inputs = new ArrayList<>();
        if (field.numeric()) {
            inputs.add(new CreditEncoder.Input(field.column(), CreditEncoder.Kind.NUMBER, ""));
        }
        field.levels().forEach(level -> inputs.add(input(field, CreditEncoder.Kind.LEVEL, level)));
        if (field.others()) {
            inputs.add(input(field, CreditEncoder.Kind.OTHER, OTHER));
        }
        if (field.gaps()) {
            inputs.add(input(field, CreditEncoder.Kind.MISSING, ""));
        }
        field.specials().forEach(code -> inputs.add(input(field, CreditEncoder.Kind.SPECIAL, text(code))));
        field.codes().forEach(code -> inputs.add(input(field, CreditEncoder.Kind.CODE, text(code))));
        return inputs;
    }

    private static CreditEncoder.Input input(CreditEncoder.Field field, CreditEncoder.Kind kind, String level) {
        return new CreditEncoder.Input(field.column(), kind, level);
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** The column as numbers; one of categories is refused, unless all of its cells are missing. */
    static double[] numbers(Optional<CreditColumn> column, int rows, String file) throws NoticeException {
        if (column.isPresent() && column.get() instanceof CreditColumn.Numeric numbers) {
            return numbers.values();
        }
        if (column.isPresent()
                && column.get() instanceof CreditColumn.Categorical categories
                && !categories.levels().isEmpty()) {
            String found = categories.levels().getFirst();
            throw new NoticeException(Notice.of("credit.error.columnType", categories.name(), file, found));
        }
        double[] missing = new double[rows];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }

    /**
     * Index into {@code levels} for each row, their number for a missing cell, −1 for another level.
     *
     * @throws NoticeException {@code credit.error.columnNumbers} (column, file) where the book has numbers: {@code 01} and
     *     {@code 1} were one number, but may be two categories
     */
    static int[] codes(Optional<CreditColumn> column, List<String> levels, int rows, String file)
            throws NoticeException {
        if (column.isPresent() && column.get() instanceof CreditColumn.Categorical categories) {
            Map<String, Integer> places = new HashMap<>();
            levels.forEach(level -> places.put(level, places.size()));
            int[] known = categories.levels().stream()
                    .mapToInt(level -> places.getOrDefault(level, -1))
                    .toArray();
            return Arrays.stream(categories.codes())
                    .map(code -> code < 0 ? levels.size() : known[code])
                    .toArray();
        }
        if (column.isPresent()
                && column.get() instanceof CreditColumn.Numeric numbers
                && numbers.missing() < numbers.size()) {
            throw new NoticeException(Notice.of("credit.error.columnNumbers", numbers.name(), file));
        }
        int[] missing = new int[rows];
        Arrays.fill(missing, levels.size());
        return missing;
    }

    /** Rows with a level that is none of those. */
    static int unseen(CreditColumn.Categorical column, List<String> levels) {
        boolean[] other = new boolean[column.levels().size()];
        for (int i = 0; i < other.length; i++) {
            other[i] = !levels.contains(column.levels().get(i));
        }
        return (int) Arrays.stream(column.codes())
                .filter(code -> code >= 0 && other[code])
                .count();
    }
}
