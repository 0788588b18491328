package io.riskloom.engine.model;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditGroups;
import io.riskloom.engine.feature.DateCut;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.KFold;
import io.riskloom.engine.feature.StratifiedSplit;
import java.nio.file.Path;
import java.util.List;

/**
 * The parts of the data that a specification asks for: what a run trains with and what a picture of it shows. Whatever is
 * fitted (scalers, encoders, priors, bands) is fitted on the training part of one fold, or on its validation part where it
 * says so.
 */
public final class Splits {

    /** Test returns of a fold: ten pairs for the autocorrelation at a lag of 50 days, three in a tail of 5 %. */
    private static final int FOLD_RETURNS = 60;

    /** Part of the seed by which rows are drawn. */
    private static final int ROWS = 2;

    /** Applicants from which what is usual can be learnt at all. */
    private static final int LEAST_ROWS = 50;

    private Splits() {}

    /**
     * The cut of a price series for one run.
     *
     * @param days of the series
     * @throws NoticeException {@code data.error.tooShort} (rows, rows needed), {@code data.error.tooShortFolds} (rows,
     *     rows needed, folds), {@code run.error.fold} (fold, folds) where
     *     there is no such fold, {@code run.error.study} (runs) where the specification stands for several runs
     */
    public static DateSplit days(RunSpec spec, int days) throws NoticeException {
        return chosen(spec, dayFolds(spec, days));
    }

    /** All cuts that the scheme makes, in the order of the folds; one for a hold-out. */
    public static List<DateSplit> dayFolds(RunSpec spec, int days) throws NoticeException {
        requireFold(spec);
        DateCut cut = cut(spec);
        return switch (spec.scheme()) {
            case Validation.EXPANDING -> cut.expanding(days, spec.folds());
            case Validation.SLIDING -> cut.sliding(days, spec.folds());
            default -> List.of(cut.holdOut(days));
        };
    }

    private static DateCut cut(RunSpec spec) {
        return switch (spec) {
            case ForecastSpec s ->
                new DateCut(s.window(), s.horizon(), s.embargo(), s.validationShare(), s.testShare(), true, least(s));
            case ClassifySpec s ->
                new DateCut(s.window(), s.horizon(), s.embargo(), s.validationShare(), s.testShare(), false, least(s));
            case GenerateSpec s ->
                new DateCut(s.window(), 0, s.embargo(), s.validationShare(), s.testShare(), false, least(s));
            case AnomalySpec s -> throw new IllegalArgumentException("a credit table is not cut by date");
            case CreditSpec s -> throw new IllegalArgumentException("a credit table is not cut by date");
        };
    }

    /** A fold that learns from a few windows or stops on them says nothing; a hold-out is warned of it, but needs two. */
    private static DateCut.Least least(ForecastSpec spec) {
        int ten = DateCut.Least.TEN.train();
        int learnt = DateCut.Least.ofTenWindows(spec.stride(), 1).train();
        return spec.inFolds()
                ? new DateCut.Least(learnt, learnt, ten)
                : new DateCut.Least(Math.max(ten, spec.stride() + 1), ten, ten);
    }

    /** A fold that judges or stops on a few windows says nothing, nor does their mean; a hold-out is warned of it. */
    private static DateCut.Least least(ClassifySpec spec) {
        return spec.inFolds() ? DateCut.Least.ofTenWindows(spec.stride(), spec.horizon()) : DateCut.Least.TEN;
    }

    /** A window at least for each of the critic's steps. */
    private static DateCut.Least least(GenerateSpec spec) {
        DateCut.Least ten = DateCut.Least.TEN;
        int windows = Math.max(ten.train(), spec.criticSteps());
        return new DateCut.Least(windows, ten.validation(), spec.inFolds() ? FOLD_RETURNS : ten.test());
    }

    /**
     * The rows of a credit book for one run.
     *
     * @throws NoticeException {@code run.error.tooFewCases} (bad, good) or {@code run.error.tooFewInFolds} (bad, good,
     *     folds) where a part would lack a class; for groups {@code run.error.groupsUnnamed} (), {@code
     *     run.error.noGroups} (column, file) or {@code run.error.tooFewGroups} (column, groups, folds); as
     *     {@link #days(RunSpec, int)} for the fold
     */
    public static StratifiedSplit rows(CreditSpec spec, CreditBook book) throws NoticeException {
        return chosen(spec, rowFolds(spec, book));
    }

    /** The rows of one run that learns without labels: drawn without a look at them, where the book has any. */
    public static StratifiedSplit rows(AnomalySpec spec, CreditBook book) throws NoticeException {
        if (spec.study()) {
            throw new NoticeException(Notice.of("run.error.study", spec.runs()));
        }
        if (book.size() < LEAST_ROWS) {
            throw new NoticeException(Notice.of("run.error.tooFewApplicants", book.size(), LEAST_ROWS));
        }
        boolean[] alike = new boolean[book.size()];
        return StratifiedSplit.of(alike, spec.validationShare(), spec.testShare(), Seeds.mix(spec.seed(), ROWS));
    }

    /** All splits that the scheme makes, in the order of the folds; one for a hold-out. */
    public static List<StratifiedSplit> rowFolds(CreditSpec spec, CreditBook book) throws NoticeException {
        requireFold(spec);
        boolean[] bad = book.bad();
        long seed = Seeds.mix(spec.seed(), ROWS);
        List<StratifiedSplit> folds = spec.inFolds()
                ? KFold.of(bad, groups(spec, book), spec.folds(), spec.validationShare(), seed)
                : List.of(StratifiedSplit.of(bad, spec.validationShare(), spec.testShare(), seed));
        for (StratifiedSplit fold : folds) {
            if (!fold.everyPartHasBoth(bad)) {
                long count = Math.round(book.eventRate() * bad.length);
                long good = bad.length - count;
                throw new NoticeException(
                        spec.inFolds()
                                ? Notice.of("run.error.tooFewInFolds", count, good, spec.folds())
                                : Notice.of("run.error.tooFewCases", count, good));
            }
        }
        return folds;
    }

    private static int[] groups(CreditSpec spec, CreditBook book) throws NoticeException {
        if (!spec.scheme().equals(Validation.GROUPED)) {
            return new int[0];
        }
        if (spec.groups().isBlank()) {
            throw new NoticeException(Notice.of("run.error.groupsUnnamed"));
        }
        CreditGroups groups = CreditGroups.of(book, spec.groups()).orElseThrow(() -> {
            Path file = Path.of(book.source().path()).getFileName();
            return new NoticeException(Notice.of("run.error.noGroups", spec.groups(), file));
        });
        if (groups.count() < Math.max(3, spec.folds())) {
            throw new NoticeException(Notice.of("run.error.tooFewGroups", spec.groups(), groups.count(), spec.folds()));
        }
        return groups.numbers();
    }

    private static <T> T chosen(RunSpec spec, List<T> folds) throws NoticeException {
        if (spec.study()) {
            throw new NoticeException(Notice.of("run.error.study", spec.runs()));
        }
        return folds.get(spec.inFolds() ? spec.fold() - 1 : 0);
    }

    private static void requireFold(RunSpec spec) throws NoticeException {
        if (spec.inFolds() && spec.fold() > spec.folds()) {
            throw new NoticeException(Notice.of("run.error.fold", spec.fold(), spec.folds()));
        }
    }
}
