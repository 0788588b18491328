package io.riskloom.app.credit;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Test applicants parted by a column: by level, by age band, by value where a number has few, else by the quarters of the test
 * applicants' values. Applicants without a value are a group of their own; groups without an applicant are left out.
 *
 * @param names  of the groups
 * @param group  of each test applicant
 */
record GroupCut(List<String> names, int[] group) {

    /** More groups than this are joined to "others", the smallest first. */
    static final int MOST = 12;

    private static final int FEW = 6;
    private static final double[] AGES = {25, 35, 45, 55, 65};
    private static final double YOUNGEST = 15;
    private static final double OLDEST = 100;

    /** @param rows of the test applicants */
    static GroupCut of(CreditColumn column, int[] rows, Texts texts) {
        return switch (column) {
            case CreditColumn.Categorical c -> levels(c, rows, texts);
            case CreditColumn.Numeric n -> numbers(n, rows, texts);
        };
    }

    private static GroupCut levels(CreditColumn.Categorical column, int[] rows, Texts texts) {
        int[] codes = column.codes();
        int[] sizes = new int[column.levels().size()];
        for (int row : rows) {
            if (codes[row] >= 0) {
                sizes[codes[row]]++;
            }
        }
        List<Integer> bySize = IntStream.range(0, sizes.length)
                .boxed()
                .sorted((a, b) -> Integer.compare(sizes[b], sizes[a]))
                .toList();
        boolean joined = bySize.size() > MOST;
        List<Integer> own = joined ? bySize.subList(0, MOST - 1) : bySize;
        List<String> names = new ArrayList<>(
                own.stream().map(code -> column.levels().get(code)).toList());
        int others = names.size();
        names.add(texts.get("credit.fairness.others"));
        names.add(texts.get("credit.scorecard.bin.missing"));
        int[] place = new int[sizes.length];
        Arrays.fill(place, others);
        for (int i = 0; i < own.size(); i++) {
            place[own.get(i)] = i;
        }
        return of(
                names,
                Arrays.stream(rows)
                        .map(row -> codes[row] < 0 ? others + 1 : place[codes[row]])
                        .toArray());
    }

    private static GroupCut numbers(CreditColumn.Numeric column, int[] rows, Texts texts) {
        double[] values = column.values();
        double[] test = Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
        double[] distinct = DoubleStream.of(test)
                .filter(v -> !Double.isNaN(v))
                .distinct()
                .sorted()
                .toArray();
        List<String> names = new ArrayList<>();
        double[] starts; // of each group after the first
        if (isAge(column.name()) && years(test)) {
            starts = AGES;
        } else if (distinct.length <= FEW) {
            starts = Arrays.copyOfRange(distinct, Math.min(1, distinct.length), distinct.length);
            Arrays.stream(distinct).mapToObj(Value::number).forEach(names::add);
        } else {
            starts = quarters(test);
        }
        for (int i = 0; names.size() < starts.length + 1; i++) {
            names.add(band(starts, i, texts));
        }
        names.add(texts.get("credit.scorecard.bin.missing"));
        int missing = names.size() - 1;
        return of(
                names,
                Arrays.stream(test)
                        .mapToInt(v -> Double.isNaN(v)
                                ? missing
                                : (int) Arrays.stream(starts)
                                        .filter(s -> v >= s)
                                        .count())
                        .toArray());
    }

    private static String band(double[] starts, int i, Texts texts) {
        if (starts.length == 0) {
            return texts.get("credit.scorecard.bin.all");
        }
        if (i == 0) {
            return texts.get("credit.scorecard.bin.below", Value.number(starts[0]));
        }
        return i == starts.length
                ? texts.get("credit.scorecard.bin.from", Value.number(starts[i - 1]))
                : texts.get("credit.scorecard.bin.between", Value.number(starts[i - 1]), Value.number(starts[i]));
    }

    private static double[] quarters(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return IntStream.of(1, 2, 3)
                .mapToDouble(q -> sorted[q * sorted.length / 4])
                .distinct()
                .filter(edge -> edge > sorted[0])
                .toArray();
    }

    /** Whether the middle value can be somebody's age: codes of age groups are not years. */
    private static boolean years(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double median = sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
        return median >= YOUNGEST && median <= OLDEST;
    }

    private static boolean isAge(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.equals("age") || plain.startsWith("age_") || plain.endsWith("_age") || plain.contains("年龄");
    }

    /** Without the groups that nobody is in. */
    private static GroupCut of(List<String> names, int[] group) {
        List<String> kept = new ArrayList<>();
        int[] place = new int[names.size()];
        for (int g = 0; g < place.length; g++) {
            int at = g;
            place[g] = kept.size();
            if (Arrays.stream(group).anyMatch(each -> each == at)) {
                kept.add(names.get(g));
            }
        }
        return new GroupCut(kept, Arrays.stream(group).map(g -> place[g]).toArray());
    }
}
