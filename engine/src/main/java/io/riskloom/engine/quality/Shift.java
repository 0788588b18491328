package io.riskloom.engine.quality;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.quality.Finding.Severity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Population stability index of each column between a first file, on which a model was trained, and a second: Σ (pᵢ − qᵢ)
 * ln(pᵢ / qᵢ) over bins i with the shares pᵢ of the first and qᵢ of the second. Numbers are cut at the deciles of the first
 * file, equal deciles joined; levels are bins of their own; missing cells and levels that the first file does not have are
 * one bin each. An empty share counts as {@value #FLOOR}. Below 0.1 is stable, above 0.25 is a shift (Siddiqi 2006).
 */
public final class Shift {

    /** A bin that is empty in one file would make the index infinite. */
    private static final double FLOOR = 1e-4;

    private static final double NOTABLE = 0.1;
    private static final double LARGE = 0.25;
    private static final int BINS = 10;

    private Shift() {}

    /** One a feature of the first book, in its order. */
    public static List<ColumnShift> between(CreditBook first, CreditBook second) {
        Map<String, CreditColumn> others = new HashMap<>();
        second.features().forEach(column -> others.put(column.name(), column));
        return first.features().stream()
                .map(column -> between(column, others.get(column.name())))
                .toList();
    }

    /** Of the log returns from row to row. */
    public static ColumnShift between(PriceHistory first, PriceHistory second) {
        return new ColumnShift("return", psi(returns(first), returns(second)), 0);
    }

    /** Columns that moved by 0.1 and more, the farthest first. */
    public static List<Finding> findings(List<ColumnShift> shifts) {
        return shifts.stream()
                .filter(shift -> shift.psi() >= NOTABLE)
                .sorted((a, b) -> Double.compare(b.psi(), a.psi()))
                .map(shift -> new Finding(
                        Check.SHIFT,
                        shift.psi() >= LARGE ? Severity.WARNING : Severity.NOTE,
                        "",
                        shift.name(),
                        shift.unseenLevels(),
                        List.of(),
                        Notice.of(
                                shift.unseenLevels() > 0 ? "quality.shift.levels" : "quality.shift",
                                shift.name(),
                                Plain.number(Math.rint(1000 * shift.psi()) / 1000),
                                shift.unseenLevels()),
                        List.of()))
                .toList();
    }

    private static ColumnShift between(CreditColumn first, CreditColumn second) {
        return switch (first) {
            case CreditColumn.Numeric a
            when second instanceof CreditColumn.Numeric b -> new ColumnShift(a.name(), psi(a.values(), b.values()), 0);
            case CreditColumn.Categorical a when second instanceof CreditColumn.Categorical b -> levels(a, b);
            default -> new ColumnShift(first.name(), Double.NaN, 0);
        };
    }

    private static ColumnShift levels(CreditColumn.Categorical first, CreditColumn.Categorical second) {
        Map<String, Integer> bins = new HashMap<>();
        for (String level : first.levels()) {
            bins.put(level, bins.size() + 2); // 0 is missing, 1 unseen
        }
        double[] p = new double[bins.size() + 2];
        double[] q = new double[bins.size() + 2];
        for (int code : first.codes()) {
            p[code < 0 ? 0 : code + 2]++;
        }
        for (int code : second.codes()) {
            q[code < 0 ? 0 : bins.getOrDefault(second.levels().get(code), 1)]++;
        }
        int unseen = (int) IntStream.of(second.codes())
                .filter(code -> code >= 0 && !bins.containsKey(second.levels().get(code)))
                .distinct()
                .count();
        return new ColumnShift(first.name(), psiOfCounts(p, q), unseen);
    }

    /** Of numbers; NaN is missing. */
    static double psi(double[] first, double[] second) {
        double[] sorted = Order.sorted(first);
        double[] cuts = IntStream.range(1, BINS)
                .mapToDouble(i -> Order.quantile(sorted, (double) i / BINS))
                .filter(cut -> !Double.isNaN(cut))
                .distinct()
                .toArray();
        return psiOfCounts(counts(first, cuts), counts(second, cuts));
    }

    /** Missing first, then the bins; a cut belongs to the bin below it. */
    private static double[] counts(double[] values, double[] cuts) {
        double[] counts = new double[cuts.length + 2];
        for (double value : values) {
            if (Double.isNaN(value)) {
                counts[0]++;
            } else {
                int place = Arrays.binarySearch(cuts, value);
                counts[1 + (place < 0 ? -1 - place : place)]++;
            }
        }
        return counts;
    }

    /** NaN where one of the files has no rows. */
    static double psiOfCounts(double[] first, double[] second) {
        double all = Arrays.stream(first).sum();
        double allOther = Arrays.stream(second).sum();
        if (all == 0 || allOther == 0) {
            return Double.NaN;
        }
        double psi = 0;
        for (int i = 0; i < first.length; i++) {
            double p = Math.max(FLOOR, first[i] / all);
            double q = Math.max(FLOOR, second[i] / allOther);
            psi += (p - q) * Math.log(p / q);
        }
        return psi;
    }

    private static double[] returns(PriceHistory history) {
        double[] close = history.close();
        return IntStream.range(1, close.length)
                .mapToDouble(i -> Math.log(close[i] / close[i - 1]))
                .toArray();
    }
}
