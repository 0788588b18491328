package io.riskloom.engine.quality;

import io.riskloom.engine.data.CreditColumn;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Changes to the cells of one credit column. Levels that no cell has any more are dropped. */
final class CellChanges {

    /** What a person would call one: Java's own texts such as {@code 5d}, {@code 0x1p3} and {@code Infinity} are none. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private CellChanges() {}

    /** These rows in this order. */
    static CreditColumn at(CreditColumn column, int[] rows) {
        return switch (column) {
            case CreditColumn.Numeric numbers -> {
                double[] values = numbers.values();
                yield new CreditColumn.Numeric(
                        column.name(),
                        IntStream.of(rows).mapToDouble(row -> values[row]).toArray());
            }
            case CreditColumn.Categorical categories -> {
                String[] texts = texts(categories);
                yield categorical(
                        column.name(),
                        IntStream.of(rows).mapToObj(row -> texts[row]).toArray(String[]::new));
            }
        };
    }

    /** In a column of numbers, codes that are no numbers stand for nothing. */
    static CreditColumn without(CreditColumn column, List<String> codes) {
        return switch (column) {
            case CreditColumn.Numeric numbers -> {
                double[] missing = codes.stream()
                        .filter(code -> NUMBER.matcher(code).matches())
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                double[] values = Arrays.stream(numbers.values())
                        .map(v -> Arrays.stream(missing).anyMatch(m -> m == v) ? Double.NaN : v)
                        .toArray();
                yield new CreditColumn.Numeric(column.name(), values);
            }
            case CreditColumn.Categorical categories -> {
                String[] texts = texts(categories);
                Arrays.setAll(texts, i -> texts[i] == null || codes.contains(texts[i]) ? null : texts[i]);
                yield categorical(column.name(), texts);
            }
        };
    }

    /** @throws NumberFormatException where the value for a column of numbers is none */
    static CreditColumn filled(CreditColumn column, String value) {
        return switch (column) {
            case CreditColumn.Numeric numbers -> {
                double number = NUMBER.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
                if (!Double.isFinite(number)) {
                    throw new NumberFormatException("a finite number, not " + value);
                }
                yield new CreditColumn.Numeric(
                        column.name(),
                        Arrays.stream(numbers.values())
                                .map(v -> Double.isNaN(v) ? number : v)
                                .toArray());
            }
            case CreditColumn.Categorical categories -> {
                String[] texts = texts(categories);
                Arrays.setAll(texts, i -> texts[i] == null ? value : texts[i]);
                yield categorical(column.name(), texts);
            }
        };
    }

    /** The level of each cell; null where it is missing. */
    private static String[] texts(CreditColumn.Categorical column) {
        return Arrays.stream(column.codes())
                .mapToObj(code -> code < 0 ? null : column.levels().get(code))
                .toArray(String[]::new);
    }

    private static CreditColumn categorical(String name, String[] texts) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        int[] codes = new int[texts.length];
        for (int i = 0; i < texts.length; i++) {
            codes[i] = texts[i] == null ? -1 : levels.computeIfAbsent(texts[i], t -> levels.size());
        }
        return new CreditColumn.Categorical(name, List.copyOf(levels.keySet()), codes);
    }
}
