package io.riskloom.engine.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns of a credit table that tell of several months: {@code PAY_0, PAY_2 … PAY_6}, {@code BILL_AMT1 … BILL_AMT6}. Numeric
 * columns with the same name before a running number, of which one at most is left out, are one feature of a month; features
 * of the most frequent length of at least three months make up the history, the rest of the columns stands still. A name of one
 * letter, or one that only says column or another thing of which there are several ({@code x1}, {@code var_2}, {@code addr3}), numbers
 * these, not months; and a single feature is months only where its name speaks of payments, balances or time. The lowest number is the
 * newest month, as statements count back from the present; numbers that are years or year and month ({@code 2023},
 * {@code 202311}) count forward.
 *
 * @param features names before the numbers, in file order
 * @param columns  of each feature, oldest month first, all of the same length
 * @param fixed    the other columns, in file order
 */
public record CreditHistory(List<String> features, List<List<String>> columns, List<String> fixed) {
    private static final Pattern NUMBERED = Pattern.compile("(.*?\\D)(\\d{1,6})");
    private static final Pattern NAMELESS = Pattern.compile(
            "[^\\p{L}]*(\\p{L}?|col|column|var|variable|feat|feature|attr|attribute|field"
                    + "|addr|address|phone|tel|email|product|prod|item|(ext)?[^\\p{L}]*source|(flag)?[^\\p{L}]*doc(ument)?|question)"
                    + "[^\\p{L}]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile(
            "pay|bill|bal|amt|amount|month|mth|quarter|week|due|dpd|delinq|arrear|late|statement|stmt|hist|util|spend|debt|月|季|期|还款|還款"
                    + "|账单|帳單|余额|餘額|逾期|消费|消費",
            Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_STEPS = 3;
    private static final int FIRST_MONTH = 190_001;
    private static final int MONTHS = 12;
    private static final int FIRST_YEAR = 1900;

    public CreditHistory {
        features = List.copyOf(features);
        columns = columns.stream().map(List::copyOf).toList();
        fixed = List.copyOf(fixed);
    }

    /** The history among an encoder’s numeric columns. */
    public static CreditHistory of(CreditEncoder encoder) {
        List<String> all =
                encoder.fields().stream().map(CreditEncoder.Field::column).toList();
        return among(
                encoder.fields().stream()
                        .filter(CreditEncoder.Field::numeric)
                        .map(CreditEncoder.Field::column)
                        .toList(),
                all);
    }

    /** The history among columns that are all numeric; they are of different names. */
    public static CreditHistory of(List<String> columns) {
        return among(columns, columns);
    }

    private static CreditHistory among(List<String> numeric, List<String> all) {
        Map<String, TreeMap<Integer, String>> stems = new LinkedHashMap<>();
        for (String column : numeric) {
            Matcher matcher = NUMBERED.matcher(column);
            if (matcher.matches() && !NAMELESS.matcher(matcher.group(1)).matches()) {
                stems.computeIfAbsent(matcher.group(1), stem -> new TreeMap<>())
                        .putIfAbsent(Integer.parseInt(matcher.group(2)), column);
            }
        }
        stems.values().removeIf(months -> !runs(months));
        int steps = commonLength(stems);
        List<String> features = stems.keySet().stream()
                .filter(stem -> stems.get(stem).size() == steps)
                .toList();
        if (features.size() == 1 && !speaksOfTime(features.getFirst(), stems.get(features.getFirst()))) {
            return new CreditHistory(List.of(), List.of(), all);
        }
        List<List<String>> columns =
                features.stream().map(stem -> oldestFirst(stems.get(stem))).toList();
        List<String> moving = columns.stream().flatMap(List::stream).toList();
        return new CreditHistory(
                features,
                columns,
                all.stream().filter(column -> !moving.contains(column)).toList());
    }

    private static boolean speaksOfTime(String stem, TreeMap<Integer, String> months) {
        return TIME.matcher(stem).find() || months.firstKey() >= FIRST_YEAR;
    }

    /** Whether the numbers follow each other with one left out at most. */
    private static boolean runs(TreeMap<Integer, String> months) {
        return month(months.lastKey()) - month(months.firstKey()) <= months.size();
    }

    /** Year and month as months, other numbers as they are. */
    private static int month(int number) {
        return number < FIRST_MONTH ? number : number / 100 * MONTHS + number % 100;
    }

    /** The length that most stems share, the longer of two as frequent; −1 where none has enough months. */
    private static int commonLength(Map<String, TreeMap<Integer, String>> stems) {
        Map<Integer, Long> stemsOf = stems.values().stream()
                .filter(months -> months.size() >= FEWEST_STEPS)
                .collect(Collectors.groupingBy(TreeMap::size, TreeMap::new, Collectors.counting()));
        int common = -1;
        for (Map.Entry<Integer, Long> length : stemsOf.entrySet()) {
            if (common < 0 || length.getValue() >= stemsOf.get(common)) {
                common = length.getKey();
            }
        }
        return common;
    }

    private static List<String> oldestFirst(TreeMap<Integer, String> months) {
        boolean years = months.firstKey() >= FIRST_YEAR;
        return List.copyOf(years ? months.values() : months.descendingMap().values());
    }

    /** Whether the table tells of no months. */
    public boolean empty() {
        return features.isEmpty();
    }

    /** Number of months. */
    public int steps() {
        return empty() ? 0 : columns.getFirst().size();
    }

    /** Inputs of the values themselves: months × features, oldest month first. */
    public int[][] values(CreditEncoder encoder) {
        List<CreditEncoder.Input> inputs = encoder.inputs();
        int[][] values = new int[steps()][features.size()];
        for (int step = 0; step < steps(); step++) {
            for (int feature = 0; feature < features.size(); feature++) {
                CreditEncoder.Input number =
                        new CreditEncoder.Input(columns.get(feature).get(step), CreditEncoder.Kind.NUMBER, "");
                values[step][feature] = inputs.indexOf(number);
            }
        }
        return values;
    }

    /**
     * All inputs of each month, months × {@link #meanings}: the same place means the same in every month. −1 where a month
     * lacks an input, such as that of a code which it never has.
     */
    public int[][] stepInputs(CreditEncoder encoder) {
        List<CreditEncoder.Input> inputs = encoder.inputs();
        List<CreditEncoder.Input> meanings = meanings(encoder);
        int[][] found = new int[steps()][meanings.size()];
        for (int step = 0; step < steps(); step++) {
            for (int i = 0; i < found[step].length; i++) {
                CreditEncoder.Input meaning = meanings.get(i);
                String column = columns.get(features.indexOf(meaning.column())).get(step);
                found[step][i] = inputs.indexOf(new CreditEncoder.Input(column, meaning.kind(), meaning.level()));
            }
        }
        return found;
    }

    /** What {@link #stepInputs} has in a month, with the feature for a column: each that some month has. */
    public List<CreditEncoder.Input> meanings(CreditEncoder encoder) {
        List<CreditEncoder.Input> meanings = new ArrayList<>();
        for (int feature = 0; feature < features.size(); feature++) {
            String stem = features.get(feature);
            List<String> months = columns.get(feature);
            encoder.inputs().stream()
                    .filter(input -> months.contains(input.column()))
                    .map(input -> new CreditEncoder.Input(stem, input.kind(), input.level()))
                    .distinct()
                    .forEach(meanings::add);
        }
        return meanings;
    }

    /** All inputs of the columns that stand still. */
    public int[] rest(CreditEncoder encoder) {
        List<String> of = encoder.columns();
        return IntStream.range(0, of.size())
                .filter(i -> fixed.contains(of.get(i)))
                .toArray();
    }
}
