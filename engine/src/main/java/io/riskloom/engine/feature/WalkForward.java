package io.riskloom.engine.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folds in the order of time. The last {@code testShare} of all origins is cut into consecutive test spans, the first ones
 * one origin longer where they do not divide evenly; what is later than a fold's test span is unknown to it:
 *
 * <pre>
 *  expanding  [== train ==]·[validation]·[test 1]
 *             [===== train =====]·[validation]·[test 2]
 *             [========= train =========]·[validation]·[test 3]
 *  sliding    [== train ==]·[validation]·[test 1]
 *                    [== train ==]·[validation]·[test 2]
 *                           [== train ==]·[validation]·[test 3]
 * </pre>
 *
 * Each validation span is the last {@code validationShare} of all origins before its test span, in both schemes: it grows
 * from fold to fold where the training spans only slide; at each · the horizon and
 * the embargo are left out.
 */
final class WalkForward {

    private final DateCut cut;
    private final int days;
    private final int folds;

    WalkForward(DateCut cut, int days, int folds) {
        if (folds < 2) {
            throw new IllegalArgumentException("folds must be at least 2, not " + folds);
        }
        this.cut = cut;
        this.days = days;
        this.folds = folds;
    }

    /** Empty where a span would be too small. */
    Optional<List<DateSplit>> expanding() {
        List<DateSplit> splits = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            Optional<DateSplit> split = fold(fold);
            if (split.isEmpty()) {
                return Optional.empty();
            }
            splits.add(split.get());
        }
        return Optional.of(splits);
    }

    /** Empty where a span would be too small. */
    Optional<List<DateSplit>> sliding() {
        return expanding().map(splits -> splits.stream()
                .map(split -> lastOf(split, splits.getFirst().train().size()))
                .toList());
    }

    private static DateSplit lastOf(DateSplit split, int origins) {
        Span train = new Span(split.train().last() - origins + 1, split.train().last());
        return new DateSplit(
                split.rows(),
                split.window(),
                split.horizon(),
                split.embargo(),
                train,
                split.validation(),
                split.test());
    }

    private Optional<DateSplit> fold(int fold) {
        int first = cut.window();
        int all = (int) Math.round(cut.testShare() * cut.origins(days));
        int later = 0;
        for (int i = fold + 1; i < folds; i++) {
            later += size(all, i);
        }
        int end = days - 1 - cut.horizon() - later;
        int test = size(all, fold);
        int before = Math.max(0, end - test - cut.gap() - first + 1);
        int validation = (int) Math.round(cut.validationShare() * before);
        return cut.split(days, first, end, validation, test);
    }

    private int size(int all, int fold) {
        return all / folds + (fold < all % folds ? 1 : 0);
    }
}
