package io.riskloom.engine.djl;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.Returns;
import io.riskloom.engine.feature.SharedDays;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.judge.PathJudge;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Splits;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What a generator may learn and what it is judged on. Return t of a series is ln(close(t + 1) / close(t)); all series have the
 * same days.
 *
 * @param histories of the series, the main one first
 * @param split     of the days
 */
record PathData(List<PriceHistory> histories, DateSplit split) {

    PathData {
        histories = List.copyOf(histories);
    }

    /**
     * @throws NoticeException as {@link RunFolder#series} and {@link Splits#days} say; {@code run.error.constant}, {@code
     *     run.error.constantValidation} or {@code run.error.constantTest} (series) where the returns of a span do not vary
     */
    static PathData of(GenerateSpec spec, Imported data) throws NoticeException {
        List<PriceHistory> all = histories(spec, data);
        PathData cut = new PathData(all, Splits.days(spec, all.getFirst().size()));
        for (int s = 0; s < all.size(); s++) {
            String series = all.get(s).symbol();
            requireMoving(cut.training(s), "run.error.constant", series);
            requireMoving(cut.validation(s), "run.error.constantValidation", series);
            requireMoving(cut.test(s), "run.error.constantTest", series);
        }
        return cut;
    }

    /** The series that are learnt, the main one first; of several the days that all have. */
    static List<PriceHistory> histories(GenerateSpec spec, Imported data) throws NoticeException {
        PriceHistory main = RunFolder.series(data, spec);
        return spec.joint() && data instanceof Imported.Prices prices
                ? SharedDays.of(main, prices.series())
                : List.of(main);
    }

    private static void requireMoving(double[] returns, String key, String series) throws NoticeException {
        if (Arrays.stream(returns).allMatch(r -> r == returns[0])) {
            throw new NoticeException(Notice.of(key, series));
        }
    }

    PriceHistory main() {
        return histories.getFirst();
    }

    int series() {
        return histories.size();
    }

    /** Returns that weights, transforms and scalers are fitted on. */
    double[] training(int series) {
        return part(series, split.trainingDays().first(), split.trainingDays().last());
    }

    /** Returns that choose the epoch. */
    double[] validation(int series) {
        return part(series, split.validation().first(), split.validation().last());
    }

    /** Returns that nothing is fitted on. */
    double[] test(int series) {
        return part(series, split.test().first(), split.test().last());
    }

    /** Training and validation returns and those between: what a plain simulator is given, which chooses no epoch. */
    double[] known(int series) {
        return part(series, split.trainingDays().first(), split.validation().last());
    }

    /** The same with all known days as the training span, for a generator that is trained again for a known number of epochs. */
    PathData allKnown() {
        Span known = new Span(split.train().first(), split.validation().last());
        return new PathData(
                histories,
                new DateSplit(
                        split.rows(),
                        split.window(),
                        split.horizon(),
                        split.embargo(),
                        known,
                        split.validation(),
                        split.test()));
    }

    /** All returns up to the last day of the file. */
    double[] all(int series) {
        return Returns.log(histories.get(series).close());
    }

    /** The day of each test return. */
    List<LocalDate> testDates() {
        return main().dates().subList(split.test().first(), split.test().last() + 1);
    }

    /** The day of each known return. */
    List<LocalDate> knownDates() {
        return main().dates()
                .subList(split.trainingDays().first(), split.validation().last() + 1);
    }

    /** What the generator is judged on. */
    PathJudge.Days judged() {
        double[][] returns = new double[series()][];
        Arrays.setAll(returns, this::all);
        return new PathJudge.Days(
                histories.stream().map(PriceHistory::symbol).toList(),
                returns,
                split.trainingDays().first() - 1,
                split.validation().last(),
                split.test().first() - 1,
                split.test().last(),
                knownDates(),
                testDates());
    }

    private double[] part(int series, int firstDay, int lastDay) {
        return Arrays.copyOfRange(all(series), firstDay - 1, lastDay);
    }
}
