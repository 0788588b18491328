package io.riskloom.engine.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * The levels of a category as classes for {@link BinMerge}, from the highest share of bad down. Levels of fewer than 20 rows,
 * or of 1 %, are one class together. Where the classes differ no more than chance makes them (Pearson's χ² of their shares of
 * bad, 5 %), all levels are one class: put in order of the outcome, noise looks like a trend.
 *
 * @param levels of each class, in the order of the column
 * @param rare   class of the rare levels where they are enough rows to be judged together, else −1
 */
record LevelClasses(List<int[]> levels, Tally tally, int rare) {

    private static final int FEWEST = 20;
    private static final int LEAST_SHARE = 100;
    private static final double SURE = 0.95;

    /**
     * @param all   counts of every level
     * @param prior rows with the share of bad of all that a class is taken to have besides when it is put in order, so that small
     *     ones come to the middle
     */
    static LevelClasses of(Tally all, double prior) {
        int[] rows = IntStream.range(0, all.classes()).map(all::size).toArray();
        int fewest = Math.max(FEWEST, Math.ceilDiv(Arrays.stream(rows).sum(), LEAST_SHARE));
        List<int[]> classes = new ArrayList<>();
        int[] seldom = where(rows, 1, fewest - 1);
        if (seldom.length > 0) {
            classes.add(seldom);
        }
        for (int level : where(rows, fewest, Integer.MAX_VALUE)) {
            classes.add(new int[] {level});
        }
        if (!differ(counts(all, classes))) {
            int[] every = where(rows, 1, Integer.MAX_VALUE);
            classes = every.length == 0 ? List.of() : List.of(every);
        }
        List<int[]> sorted = sorted(classes, all, prior);
        boolean judged = seldom.length > 0
                && Arrays.stream(seldom).map(level -> rows[level]).sum() >= fewest;
        int rare = judged
                ? IntStream.range(0, sorted.size())
                        .filter(c -> Arrays.binarySearch(sorted.get(c), seldom[0]) >= 0)
                        .findFirst()
                        .orElseThrow()
                : -1;
        return new LevelClasses(sorted, counts(all, sorted), rare);
    }

    private static int[] where(int[] rows, int least, int most) {
        return IntStream.range(0, rows.length)
                .filter(level -> rows[level] >= least && rows[level] <= most)
                .toArray();
    }

    private static List<int[]> sorted(List<int[]> classes, Tally all, double prior) {
        Tally counts = counts(all, classes);
        double share = counts.classes() == 0 ? 0 : counts.share();
        return IntStream.range(0, classes.size())
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -(counts.bad()[c] + prior * share) / (counts.size(c) + prior)))
                .map(classes::get)
                .toList();
    }

    private static Tally counts(Tally all, List<int[]> classes) {
        return new Tally(
                classes.stream()
                        .mapToInt(levels ->
                                Arrays.stream(levels).map(l -> all.good()[l]).sum())
                        .toArray(),
                classes.stream()
                        .mapToInt(levels ->
                                Arrays.stream(levels).map(l -> all.bad()[l]).sum())
                        .toArray());
    }

    private static boolean differ(Tally counts) {
        double share = counts.share();
        if (counts.classes() < 2 || share == 0 || share == 1) {
            return false;
        }
        double sum = 0;
        for (int c = 0; c < counts.classes(); c++) {
            double gap = counts.bad()[c] - counts.size(c) * share;
            sum += gap * gap / (counts.size(c) * share * (1 - share));
        }
        return new ChiSquaredDistribution(counts.classes() - 1.0).cumulativeProbability(sum) > SURE;
    }
}
