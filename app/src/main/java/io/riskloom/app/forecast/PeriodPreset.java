package io.riskloom.app.forecast;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.judge.Regimes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A period that is worth a look by itself.
 *
 * @param name its name, to be put into words
 */
record PeriodPreset(Notice name, PeriodDays period) {

    /** Models that merely carry a late trend forward lose their lead without these. */
    private static final int LATEST = 80;

    /**
     * Regimes of a test span: its calendar years where there are several, its calmest and its wildest third, all but its last
     * {@value #LATEST} days.
     *
     * @param days ascending, from the first to the last test day
     */
    static List<PeriodPreset> of(List<LocalDate> days) {
        List<PeriodPreset> presets = new ArrayList<>();
        if (!days.isEmpty() && PriceHistory.dated(days.getFirst())) {
            var years = Regimes.years(days);
            if (years.size() > 1) {
                years.forEach((year, span) ->
                        presets.add(new PeriodPreset(Notice.of("walk.regime.year", year), period(days, span))));
            }
        }
        if (days.size() > 2 * LATEST) {
            presets.add(new PeriodPreset(
                    Notice.of("walk.regime.withoutLast", LATEST), period(days, new Span(0, days.size() - 1 - LATEST))));
        }
        return presets;
    }

    /** As above, with the thirds of a history. */
    static List<PeriodPreset> of(PriceHistory history, Span days) {
        List<LocalDate> dates = history.dates();
        List<PeriodPreset> presets = new ArrayList<>(of(dates.subList(days.first(), days.last() + 1)));
        double[] close = history.close();
        Regimes.calmest(close, days)
                .ifPresent(
                        span -> presets.add(new PeriodPreset(Notice.of("walk.regime.calmest"), period(dates, span))));
        Regimes.wildest(close, days)
                .ifPresent(
                        span -> presets.add(new PeriodPreset(Notice.of("walk.regime.wildest"), period(dates, span))));
        return presets;
    }

    private static PeriodDays period(List<LocalDate> dates, Span span) {
        return new PeriodDays(dates.get(span.first()), dates.get(span.last()));
    }
}
