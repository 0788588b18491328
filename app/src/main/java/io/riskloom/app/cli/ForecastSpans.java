package io.riskloom.app.cli;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.HeldOut;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.run.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a forecaster used each day for, by date: {@code train}, {@code validation} (choice of the epoch), {@code bands}, {@code
 * test}, {@code new}. A part lasts until the next begins: origins that are left out between two count to the earlier, whose
 * labels reach them; days before training count to it, as it knows what came after them. Whatever follows the last test origin
 * is new.
 *
 * @param begins first day of each part; where the run's data are no longer at hand there is no telling validation and bands
 *     from train; without a part where the run told nothing
 * @param exact  whether validation and bands are told from train
 */
record ForecastSpans(NavigableMap<LocalDate, String> begins, boolean exact) {

    static final String TRAIN = "train";
    static final String VALIDATION = "validation";
    static final String BANDS = "bands";
    static final String TEST = "test";
    static final String NEW = "new";

    /** In order of time. */
    static final List<String> ALL = List.of(TRAIN, VALIDATION, BANDS, TEST, NEW);

    private ForecastSpans(Map<LocalDate, String> begins, boolean exact) {
        this(Collections.unmodifiableNavigableMap(new TreeMap<>(begins)), exact);
    }

    /**
     * By the run's own file where it is as it was, else by the given one where it holds the same days, else by the test days
     * that the run stored.
     *
     * @param history to be forecast
     */
    static ForecastSpans of(Run run, PriceHistory history) throws NoticeException, IOException {
        Optional<List<LocalDate>> own = own(run);
        if (own.isPresent()) {
            return cut(run, own.get());
        }
        if (!(run.outcome() instanceof Outcome.Finished(Evaluation e)
                && e.details() instanceof Details.OfForecast told)) {
            return new ForecastSpans(Map.of(), false);
        }
        Forecast test = told.test();
        List<LocalDate> days = history.dates();
        int end = Collections.binarySearch(days, told.ahead().origins().getLast());
        if (end >= 0 && run.provenance().dataSha256().equals(history.source().sha256())) {
            return cut(run, days);
        }
        ForecastSpans stored = stored(test.origins().getFirst(), test.origins().getLast());
        if (end < 0 || days.indexOf(test.origins().getFirst()) < 0) {
            return stored;
        }
        try {
            ForecastSpans same = cut(run, days.subList(0, end + 1));
            return same.agrees(stored) ? same : stored;
        } catch (NoticeException tooShort) {
            return stored; // fewer days before the test span than the run had
        }
    }

    private static ForecastSpans stored(LocalDate firstTest, LocalDate lastTest) {
        return new ForecastSpans(Map.of(LocalDate.MIN, TRAIN, firstTest, TEST, lastTest.plusDays(1), NEW), false);
    }

    /** Whether both have the same test span. */
    private boolean agrees(ForecastSpans stored) {
        return begins.entrySet().stream()
                .filter(part -> part.getValue().equals(TEST) || part.getValue().equals(NEW))
                .allMatch(part -> part.getValue().equals(stored.begins.get(part.getKey())));
    }

    /** The days of the run's series, where its file is still the one it was trained on. */
    private static Optional<List<LocalDate>> own(Run run) throws NoticeException, IOException {
        if (!Files.isRegularFile(Path.of(run.spec().data()))) {
            return Optional.empty();
        }
        Imported read = Training.read(run.spec());
        return read instanceof Imported.Prices prices
                        && read.source().sha256().equals(run.provenance().dataSha256())
                ? Optional.of(prices.seriesNamed(run.spec().series()).dates())
                : Optional.empty();
    }

    private static ForecastSpans cut(Run run, List<LocalDate> days) throws NoticeException {
        DateSplit split = Splits.days(run.spec(), days.size());
        HeldOut held = HeldOut.of(split);
        return new ForecastSpans(
                Map.of(
                        LocalDate.MIN,
                        TRAIN,
                        days.get(held.choice().first()),
                        VALIDATION,
                        days.get(held.calibration().first()),
                        BANDS,
                        days.get(split.test().first()),
                        TEST,
                        days.get(split.test().last()).plusDays(1),
                        NEW),
                true);
    }

    /** What the run used an origin of that day for; empty where it is not known. */
    String of(LocalDate day) {
        Map.Entry<LocalDate, String> part = begins.floorEntry(day);
        return part == null ? "" : part.getValue();
    }
}
