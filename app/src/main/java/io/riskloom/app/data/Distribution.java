package io.riskloom.app.data;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How a column is spread over good and bad applicants. */
final class Distribution {

    /** Levels that a chart shows at most; the most frequent ones. */
    static final int LEVELS = 24;

    private static final int FEWEST_BINS = 5;
    private static final int MOST_BINS = 40;

    private Distribution() {}

    /** A column's cells, counted by group. */
    sealed interface Counts {

        /**
         * Numbers by bin.
         *
         * @param good all where the table has no target
         * @param bad  empty where it has none
         */
        record Bins(double[] edges, double[] good, double[] bad) implements Counts {}

        /**
         * Applicants by level, those whose cell is missing last.
         *
         * @param bad empty where the table has no target
         */
        record Levels(int[] all, int[] bad) implements Counts {}
    }

    static Counts count(CreditBook book, CreditColumn column) {
        return switch (column) {
            case CreditColumn.Numeric numeric -> bins(book, numeric);
            case CreditColumn.Categorical categorical -> levels(book, categorical);
        };
    }

    static ChartModel chart(Counts counts, CreditBook book, CreditColumn column, Texts texts) {
        return switch (counts) {
            case Counts.Bins bins -> histogram(bins, book, column.name(), texts);
            case Counts.Levels levels -> bars(levels, book, (CreditColumn.Categorical) column, texts);
        };
    }

    /** What the chart leaves out: missing numbers, rare levels. */
    static String remark(CreditColumn column, Texts texts) {
        return switch (column) {
            case CreditColumn.Numeric numeric
            when numeric.missing() > 0 -> texts.get("data.chart.gaps", Formats.number(numeric.missing(), 0));
            case CreditColumn.Numeric numeric -> "";
            case CreditColumn.Categorical categorical -> {
                int levels = categorical.levels().size() + (categorical.missing() > 0 ? 1 : 0);
                yield levels <= LEVELS ? "" : texts.get("data.chart.levels", LEVELS, levels);
            }
        };
    }

    private static Counts.Bins bins(CreditBook book, CreditColumn.Numeric column) {
        double[] values = column.values();
        boolean[] bad = book.bad();
        double[] edges = edges(values);
        double[] good = new double[edges.length - 1];
        double[] defaulted = new double[bad.length == 0 ? 0 : edges.length - 1];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                (bad.length > 0 && bad[i] ? defaulted : good)[bin(edges, values[i])]++;
            }
        }
        return new Counts.Bins(edges, good, defaulted);
    }

    private static Counts.Levels levels(CreditBook book, CreditColumn.Categorical column) {
        int[] count = new int[column.levels().size() + 1];
        int[] codes = column.codes();
        boolean[] bad = book.bad();
        int[] badCount = new int[bad.length == 0 ? 0 : count.length];
        int missing = count.length - 1;
        for (int i = 0; i < codes.length; i++) {
            int level = codes[i] < 0 ? missing : codes[i];
            count[level]++;
            if (bad.length > 0 && bad[i]) {
                badCount[level]++;
            }
        }
        return new Counts.Levels(count, badCount);
    }

    /**
     * Share of each group's applicants by bin in percent, so that groups of different size can be compared; each group's shares
     * sum to 100 over the cells that are there.
     */
    private static HistogramChart histogram(Counts.Bins bins, CreditBook book, String name, Texts texts) {
        List<HistogramChart.Bars> groups = new ArrayList<>();
        if (bins.bad().length == 0) {
            groups.add(new HistogramChart.Bars(texts.get("data.chart.all"), shares(bins.good()), Tone.ACCENT));
        } else {
            groups.add(new HistogramChart.Bars(book.goodLabel(), shares(bins.good()), Tone.GOOD));
            groups.add(new HistogramChart.Bars(book.badLabel(), shares(bins.bad()), Tone.BAD));
        }
        return new HistogramChart(bins.edges(), groups, name, texts.get("data.chart.share"), List.of());
    }

    /** Bad rate in percent by level, the worst first; share of applicants where the table has no target. */
    private static BarChart bars(Counts.Levels levels, CreditBook book, CreditColumn.Categorical column, Texts texts) {
        int[] count = levels.all();
        int missing = count.length - 1;
        boolean rated = levels.bad().length > 0;
        List<BarChart.Bar> shown = IntStream.range(0, count.length)
                .filter(level -> count[level] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer level) -> count[level]).reversed())
                .limit(LEVELS)
                .map(level -> new BarChart.Bar(
                        (level == missing
                                        ? texts.get("data.chart.missing")
                                        : column.levels().get(level)) + " (" + Formats.number(count[level], 0) + ")",
                        100.0
                                * (rated
                                        ? levels.bad()[level] / (double) count[level]
                                        : count[level] / (double) book.size()),
                        Tone.ACCENT))
                .sorted(Comparator.comparingDouble(BarChart.Bar::value).reversed())
                .toList();
        return new BarChart(shown, texts.get(rated ? "data.chart.badRate" : "data.chart.share"));
    }

    /**
     * Equal bins by Freedman and Diaconis's rule (1981), width 2·IQR·n^(−1/3), 5 to 40 of them. Whole numbers with few different
     * values get a bin each.
     */
    static double[] edges(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length == 0) {
            return new double[] {0, 1};
        }
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        boolean whole = Arrays.stream(sorted).allMatch(v -> v == Math.rint(v));
        if (whole && high - low < MOST_BINS) {
            return IntStream.rangeClosed(0, (int) (high - low) + 1)
                    .mapToDouble(i -> low - 0.5 + i)
                    .toArray();
        }
        if (low == high) {
            return new double[] {low - 0.5, low + 0.5};
        }
        double spread = sorted[(int) (sorted.length * 0.75)] - sorted[sorted.length / 4];
        double width = 2 * spread / Math.cbrt(sorted.length);
        double wanted = width > 0 ? Math.ceil((high - low) / width) : MOST_BINS;
        int bins = (int) Math.clamp(wanted, FEWEST_BINS, MOST_BINS);
        return IntStream.rangeClosed(0, bins)
                .mapToDouble(i -> low + (high - low) * i / bins)
                .toArray();
    }

    private static int bin(double[] edges, double value) {
        int bins = edges.length - 1;
        int index = (int) ((value - edges[0]) / (edges[bins] - edges[0]) * bins);
        return Math.clamp(index, 0, bins - 1);
    }

    private static double[] shares(double[] counts) {
        double sum = Arrays.stream(counts).sum();
        return Arrays.stream(counts).map(c -> sum == 0 ? 0 : 100 * c / sum).toArray();
    }
}
