package io.riskloom.engine.feature;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A series that is too short for its cut, and what would help: the longest shorter window, the shares nearest to those chosen
 * in steps of five per cent, or, where neither alone does, the longest window with any such shares.
 */
final class ShortSeries {
    /** Every task lets its window be so short. */
    private static final int SHORTEST = 10;

    private static final double STEP = 0.05;
    private static final int MOST_VALIDATION = 8;
    private static final int MOST_TEST = 10;
    private static final int MOST_TOGETHER = 16;

    private final DateCut cut;
    private final Predicate<DateCut> fits;

    /** @param fits whether the series is long enough for a cut */
    ShortSeries(DateCut cut, Predicate<DateCut> fits) {
        this.cut = cut;
        this.fits = fits;
    }

    /**
     * {@code data.error.tooShort} (rows, rows needed) where none of this helps; {@code .window} with the window, {@code .shares}
     * with the validation and the test share in per cent, {@code .either} and {@code .both} with window and shares. Where nothing is
     * forecast, {@code data.error.tooShortPaths} in its place.
     */
    NoticeException refusal(int rows, int needed) {
        OptionalInt window = window(cut);
        Optional<DateCut> shares = shares(cut);
        List<Object> args = new ArrayList<>(List.of(rows, needed));
        String help = window.isEmpty() ? shares.isEmpty() ? "" : ".shares" : shares.isEmpty() ? ".window" : ".either";
        if (help.isEmpty()) {
            Optional<DateCut> both = both();
            if (both.isEmpty()) {
                return new NoticeException(Notice.of(key(), args.toArray()));
            }
            help = ".both";
            window = OptionalInt.of(both.get().window());
            shares = both;
        }
        window.ifPresent(args::add);
        shares.ifPresent(s -> args.addAll(List.of(percent(s.validationShare()), percent(s.testShare()))));
        return new NoticeException(Notice.of(key() + help, args.toArray()));
    }

    private String key() {
        return cut.horizon() == 0 ? "data.error.tooShortPaths" : "data.error.tooShort";
    }

    private static long percent(double share) {
        return Math.round(100 * share);
    }

    private OptionalInt window(DateCut like) {
        return shorter()
                .filter(w -> fits.test(like.with(w, like.validationShare(), like.testShare())))
                .findFirst();
    }

    private IntStream shorter() {
        return IntStream.rangeClosed(1, cut.window() - SHORTEST).map(less -> cut.window() - less);
    }

    private Optional<DateCut> both() {
        return shorter()
                .mapToObj(w -> shares(cut.with(w, cut.validationShare(), cut.testShare())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Empty where one of them is 0, and is meant to be. */
    private Optional<DateCut> shares(DateCut like) {
        if (like.validationShare() == 0 || like.testShare() == 0) {
            return Optional.empty();
        }
        List<DateCut> others = new ArrayList<>();
        for (int v = 1; v <= MOST_VALIDATION; v++) {
            for (int t = 1; t <= Math.min(MOST_TEST, MOST_TOGETHER - v); t++) {
                others.add(like.with(like.window(), v * STEP, t * STEP));
            }
        }
        return others.stream().filter(fits).min(Comparator.comparingDouble(this::changed));
    }

    private double changed(DateCut other) {
        return Math.abs(other.validationShare() - cut.validationShare())
                + Math.abs(other.testShare() - cut.testShare());
    }
}
