package io.riskloom.engine.challenger;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Scorecard;
import io.riskloom.engine.model.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The plain credit models, fitted on the same rows: {@code scorecard}, {@code forest} and {@code boosting}. Where the library
 * for trees cannot be loaded or fails, those two are left out and say why; the scorecard always stands.
 *
 * @param fitted    the scorecard first
 * @param scorecard its points
 */
public record PlainCredits(List<PlainCredit> fitted, List<LeftOut> leftOut, Scorecard scorecard) {

    /** Parts of a specification's seed. */
    static final int FOREST = 21;

    static final int BOOSTING = 22;

    /** A model that could not be fitted. */
    public record LeftOut(String name, Notice reason) {}

    @FunctionalInterface
    private interface Fit {
        PlainCredit get() throws NoticeException;
    }

    public PlainCredits {
        fitted = List.copyOf(fitted);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * @param train rows to learn from, with both classes; no other row of the book is looked at
     * @param spec  for the bins, the points and the seed
     */
    public static PlainCredits fit(CreditBook book, int[] train, CreditSpec spec) throws NoticeException {
        return fit(book, train, spec, () -> false);
    }

    /** @throws CancellationException where it is stopped between two models */
    public static PlainCredits fit(CreditBook book, int[] train, CreditSpec spec, BooleanSupplier stopped)
            throws NoticeException {
        WoeScorecard card = WoeScorecard.fit(book, train, spec.bins());
        Scorecard points = PointsTable.of(card, spec.points(), spec.baseScore(), spec.baseOdds());
        return new PlainCredits(List.of(card), List.of(), points)
                .and(Forest.NAME, stopped, () -> Forest.fit(book, train, Seeds.mix(spec.seed(), FOREST)))
                .and(Boosting.NAME, stopped, () -> Boosting.fit(book, train, Seeds.mix(spec.seed(), BOOSTING)));
    }

    private PlainCredits and(String name, BooleanSupplier stopped, Fit fit) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException();
        }
        try {
            return new PlainCredits(with(fitted, fit.get()), leftOut, scorecard);
        } catch (NoticeException unloadable) {
            return new PlainCredits(fitted, with(leftOut, new LeftOut(name, unloadable.notice())), scorecard);
        }
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }
}
