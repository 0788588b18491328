package io.riskloom.engine.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Stratified k-fold: every row is tested in exactly one fold, and each fold has its share of the bad rows and of the good
 * ones, to a row. The validation rows of a fold are drawn in the same way from those that it does not test. Rows of one
 * group are never in two parts of a fold; the shares then hold as nearly as whole groups allow. The same seed gives the
 * same folds, whatever the model.
 */
public final class KFold {

    private KFold() {}

    /**
     * @param bad        one a row
     * @param groups     one a row, below 0 for a row that belongs to none; empty where there are no groups
     * @param folds      at least 2
     * @param validation share of the rows that a fold does not test, in [0, 1)
     */
    public static List<StratifiedSplit> of(boolean[] bad, int[] groups, int folds, double validation, long seed) {
        if (folds < 2 || !(validation >= 0 && validation < 1)) {
            throw new IllegalArgumentException(folds + " folds, validation share " + validation);
        }
        int[] apart = groups.length == 0 ? filled(bad.length, -1) : groups;
        double[] even = new double[folds];
        Arrays.fill(even, 1.0 / folds);
        int[] tested = Deal.parts(IntStream.range(0, bad.length).toArray(), bad, apart, even, seed);
        List<StratifiedSplit> splits = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            splits.add(split(tested, fold, bad, apart, validation, seed + fold + 1));
        }
        return splits;
    }

    private static int[] filled(int length, int value) {
        int[] array = new int[length];
        Arrays.fill(array, value);
        return array;
    }

    private static StratifiedSplit split(
            int[] tested, int fold, boolean[] bad, int[] groups, double validation, long seed) {
        int[] rest = where(tested, part -> part != fold);
        int[] held = new int[rest.length];
        if (validation > 0) {
            held = Deal.parts(rest, bad, groups, new double[] {1 - validation, validation}, seed);
        }
        return new StratifiedSplit(pick(rest, held, 0), pick(rest, held, 1), where(tested, part -> part == fold));
    }

    private static int[] where(int[] parts, IntPredicate wanted) {
        return IntStream.range(0, parts.length)
                .filter(i -> wanted.test(parts[i]))
                .toArray();
    }

    private static int[] pick(int[] rows, int[] parts, int part) {
        return IntStream.range(0, rows.length)
                .filter(i -> parts[i] == part)
                .map(i -> rows[i])
                .toArray();
    }
}
