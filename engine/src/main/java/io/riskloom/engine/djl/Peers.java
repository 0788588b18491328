package io.riskloom.engine.djl;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.model.Evaluation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The other series of a file beside the chosen one, where one network learns from all: each is cut by the dates of the chosen
 * one, so that no label of a training window ends after the chosen series' last one has ended, and where old days are
 * forgotten no window begins before the chosen series' first one. Only the chosen series stops, calibrates and judges.
 *
 * @param <T>     what is made of a series
 * @param learnt  by symbol, the chosen one first
 * @param leftOut symbols of those that are too short, or without the columns that the chosen one has
 */
record Peers<T>(Map<String, T> learnt, List<String> leftOut) {

    private static final int FEWEST_ORIGINS = 10;
    private static final int NAMED = 10;

    /** Makes of a series and its cut what a recipe needs; empty where it does not suit. */
    @FunctionalInterface
    interface Maker<T> {
        Optional<T> of(PriceHistory history, DateSplit split) throws NoticeException;
    }

    /**
     * @param forgetting whether days before the chosen series' training span are forgotten
     * @param first      made of the chosen series
     */
    static <T> Peers<T> of(
            Imported data, PriceHistory chosen, DateSplit split, boolean forgetting, T first, Maker<T> maker)
            throws NoticeException {
        Map<String, T> learnt = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        learnt.put(chosen.symbol(), first);
        for (PriceHistory other : ((Imported.Prices) data).series()) {
            if (other.symbol().equals(chosen.symbol())) {
                continue;
            }
            Optional<DateSplit> cut = cut(chosen, split, forgetting, other);
            Optional<T> made = cut.isEmpty() ? Optional.empty() : maker.of(other, cut.get());
            made.ifPresentOrElse(m -> learnt.put(other.symbol(), m), () -> leftOut.add(other.symbol()));
        }
        return new Peers<>(learnt, leftOut);
    }

    /** With {@code run.warning.seriesLeftOut} (count, the first {@value #NAMED} symbols) where some are. */
    Evaluation warned(Evaluation evaluation) {
        if (leftOut.isEmpty()) {
            return evaluation;
        }
        String names =
                leftOut.stream().limit(NAMED).collect(Collectors.joining(", ")) + (leftOut.size() > NAMED ? ", …" : "");
        return evaluation.with(List.of(Notice.of("run.warning.seriesLeftOut", leftOut.size(), names)));
    }

    /** Its training origins alone; empty where there are fewer than {@value #FEWEST_ORIGINS}. */
    static Optional<DateSplit> cut(PriceHistory chosen, DateSplit split, boolean forgetting, PriceHistory other) {
        int horizon = split.horizon();
        LocalDate end = chosen.dates().get(split.train().last() + horizon);
        LocalDate start = chosen.dates().get(split.trainingDays().first());
        List<LocalDate> dates = other.dates();
        int last = dates.size() - 1 - horizon;
        while (last >= 0 && dates.get(last + horizon).isAfter(end)) {
            last--;
        }
        int first = split.window();
        while (forgetting
                && first <= last
                && dates.get(first - split.window() + 1).isBefore(start)) {
            first++;
        }
        if (last - first + 1 < FEWEST_ORIGINS) {
            return Optional.empty();
        }
        Span none = new Span(last + 1, last);
        return Optional.of(new DateSplit(
                dates.size(), split.window(), horizon, split.embargo(), new Span(first, last), none, none));
    }
}
