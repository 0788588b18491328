package io.riskloom.engine.feature;

import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.quality.SpecialCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the bins of columns on the same training rows. Numbers are cut at quantiles into 40 classes, levels put in order of
 * their share of bad ({@link LevelClasses}), and both joined by {@link BinMerge} to bins of a twentieth of the rows or more. A special code ({@link
 * SpecialCodes}) is a bin of its own, and so are missing cells.
 */
final class WoeBinning {

    private static final int CLASSES = 40;
    private static final int LEAST_SHARE = 20;

    private final boolean[] bad;
    private final int[] rows;
    private final int most;
    private final int allBad;

    WoeBinning(boolean[] bad, int[] rows, int most) {
        this.rows = rows;
        this.bad = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            this.bad[i] = bad[rows[i]];
        }
        this.most = most;
        this.allBad = (int) Arrays.stream(rows).filter(row -> bad[row]).count();
        if (allBad == 0 || allBad == rows.length || most < 1) {
            throw new IllegalArgumentException(
                    allBad + " bad rows of " + rows.length + " and at most " + most + " bins");
        }
    }

    WoeBins bins(CreditColumn column) {
        return switch (column) {
            case CreditColumn.Numeric numbers -> {
                double[] all = numbers.values();
                double[] values =
                        Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
                yield new WoeBins(column.name(), true, ofNumbers(values));
            }
            case CreditColumn.Categorical categories -> {
                int[] all = categories.codes();
                int[] codes = Arrays.stream(rows).map(row -> all[row]).toArray();
                yield new WoeBins(column.name(), false, ofLevels(categories.levels(), codes));
            }
        };
    }

    private List<WoeBins.Bin> ofNumbers(double[] values) {
        List<Double> codes = SpecialCodes.of(values);
        double[] edges = ranges(values, codes);
        int ranges = edges.length + 1;
        int[] binOf = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int edge = Arrays.binarySearch(edges, values[i]);
            int code = codes.indexOf(values[i]);
            binOf[i] = Double.isNaN(values[i])
                    ? ranges + codes.size()
                    : code >= 0 ? ranges + code : edge < 0 ? -edge - 1 : edge + 1;
        }
        Tally tally = Tally.of(ranges + codes.size() + 1, binOf, bad);
        List<WoeBins.Bin> bins = new ArrayList<>();
        for (int i = 0; i < ranges; i++) {
            double low = i == 0 ? Double.NEGATIVE_INFINITY : edges[i - 1];
            double high = i == edges.length ? Double.POSITIVE_INFINITY : edges[i];
            bins.add(bin(WoeBins.RANGE, low, high, List.of(), tally, i));
        }
        for (int c = 0; c < codes.size(); c++) {
            bins.add(bin(WoeBins.SPECIAL, codes.get(c), codes.get(c), List.of(), tally, ranges + c));
        }
        bins.add(bin(WoeBins.MISSING, Double.NaN, Double.NaN, List.of(), tally, ranges + codes.size()));
        return bins;
    }

    /** First values of the ranges after the first one; equal values stay in one range. */
    private double[] ranges(double[] values, List<Double> codes) {
        int[] order = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]) && !codes.contains(values[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        int size = Math.max(1, rows.length / CLASSES);
        int[] classOf = new int[values.length];
        Arrays.fill(classOf, -1);
        List<Double> lows = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < order.length; i++) {
            double value = values[order[i]];
            if (i == 0 || i - start >= size && value != values[order[i - 1]]) {
                lows.add(value);
                start = i;
            }
            classOf[order[i]] = lows.size() - 1;
        }
        int[] firsts = BinMerge.monotone(Tally.of(lows.size(), classOf, bad), least(), most);
        return Arrays.stream(firsts).skip(1).mapToDouble(lows::get).toArray();
    }

    private List<WoeBins.Bin> ofLevels(List<String> names, int[] codes) {
        Tally all = Tally.of(names.size(), codes, bad);
        LevelClasses classes = LevelClasses.of(all, least());
        int[] firsts = BinMerge.monotone(classes.tally(), least(), most);
        Tally joined = classes.tally().joined(firsts);
        List<WoeBins.Bin> bins = new ArrayList<>();
        double other = 0;
        for (int i = 0; i < firsts.length; i++) {
            int end = i + 1 < firsts.length ? firsts[i + 1] : classes.levels().size();
            List<String> levels = classes.levels().subList(firsts[i], end).stream()
                    .flatMapToInt(Arrays::stream)
                    .sorted()
                    .mapToObj(names::get)
                    .toList();
            bins.add(bin(WoeBins.LEVELS, Double.NaN, Double.NaN, levels, joined, i));
            boolean holdsRare = classes.rare() >= firsts[i] && classes.rare() < end;
            other = holdsRare ? bins.getLast().woe() : other;
        }
        int[] gaps = Arrays.stream(codes).map(code -> code < 0 ? 0 : -1).toArray();
        bins.add(bin(WoeBins.MISSING, Double.NaN, Double.NaN, List.of(), Tally.of(1, gaps, bad), 0));
        bins.add(new WoeBins.Bin(WoeBins.OTHER, Double.NaN, Double.NaN, List.of(), 0, 0, other));
        return bins;
    }

    private int least() {
        return Math.ceilDiv(rows.length, LEAST_SHARE);
    }

    private WoeBins.Bin bin(String kind, double low, double high, List<String> levels, Tally tally, int place) {
        int good = tally.good()[place];
        int bads = tally.bad()[place];
        return new WoeBins.Bin(kind, low, high, levels, good, bads, woe(good, bads));
    }

    /** With both counts half an applicant higher where one is 0; 0 where both are. */
    private double woe(int good, int bads) {
        if (good + bads == 0) {
            return 0;
        }
        double half = good == 0 || bads == 0 ? 0.5 : 0;
        return Math.log((good + half) / (rows.length - allBad)) - Math.log((bads + half) / allBad);
    }
}
