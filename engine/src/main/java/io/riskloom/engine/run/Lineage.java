package io.riskloom.engine.run;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.HeldOut;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Splits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a series have a share in one forecast, by {@link Splits}, {@link HeldOut} and the {@link Reach} of the
 * run's inputs and labels. A label is counted by the days on which its returns end.
 *
 * @param origin      day that the forecast starts from
 * @param otherSeries whether the file's other series trained the network too, on the same dates
 * @param rows        by {@link Use}, several of one use in order of time; without those that have none
 */
public record Lineage(int origin, LocalDate date, boolean otherSeries, List<Rows> rows) {

    public Lineage {
        rows = List.copyOf(rows);
    }

    /** What rows are used for. */
    public enum Use {
        /** They fitted means and standard deviations: of features, and for a forecast of targets. */
        SCALER,
        /** They trained the weights. */
        WEIGHTS,
        /** They chose the epoch. */
        CHOICE,
        /** They set the bands of forecasts. */
        CALIBRATION,
        /** Their outcomes, known at the origin, have moved adaptive bands since. */
        ADAPTATION,
        /** Origins left out so that no label of a span reaches into the next. */
        PURGED,
        /** Origins left out beyond those. */
        EMBARGOED,
        /** All that this forecast's inputs are computed from. */
        FEATURES,
        /** The window that the network sees. */
        WINDOW,
        /** What comes after the origin, as far as the history goes. */
        LABEL
    }

    /**
     * @param origins days that windows end and labels start from
     * @param days    all rows touched: windows, what their features look back on, labels
     * @param first   date of the first of these days
     * @param last    date of the last
     */
    public record Rows(Use use, Span origins, Span days, LocalDate first, LocalDate last) {}

    /** Of a run that was trained on the whole history; see {@link #of(RunSpec, PriceHistory, int, int)}. */
    public static Lineage of(RunSpec spec, PriceHistory history, int origin) throws NoticeException {
        return of(spec, history, history.size(), origin);
    }

    /**
     * @param spec      of one run, a forecast or a classification
     * @param trainedOn days that the history had when the run was trained
     * @param origin    a day with a full window behind it
     * @throws NoticeException           as {@link Splits#days}, and where the history lacks what the inputs need
     * @throws IndexOutOfBoundsException for an origin without a full window or outside the history
     */
    public static Lineage of(RunSpec spec, PriceHistory history, int trainedOn, int origin) throws NoticeException {
        DateSplit split = Splits.days(spec, trainedOn);
        if (origin < split.window() || origin >= history.size()) {
            throw new IndexOutOfBoundsException(
                    "origin " + origin + " is not in " + split.window() + "…" + (history.size() - 1));
        }
        Reach reach = Reach.of(spec, history);
        List<Rows> rows = new ArrayList<>();
        Collector to = new Collector(history, rows);
        switch (spec) {
            case ForecastSpec s -> {
                HeldOut held = HeldOut.of(split);
                to.add(Use.SCALER, split.train(), reach.scaler(split));
                to.add(Use.WEIGHTS, split.train(), reach.learnt(split.train()));
                to.add(Use.CHOICE, held.choice(), reach.learnt(held.choice()));
                to.add(Use.CALIBRATION, held.calibration(), reach.judged(held.calibration()));
                // a path's first step is known the day after, its last one only after the horizon
                int known = origin - (s.target().equals("path") ? 1 : s.horizon());
                if (s.bands().equals("adaptive") && known > held.calibration().last()) {
                    Span since = new Span(held.calibration().last() + 1, known);
                    to.add(Use.ADAPTATION, since, new Span(reach.features(since).first(), origin));
                }
                to.gaps(split, List.of(split.train(), held.choice(), held.calibration(), split.test()));
            }
            case ClassifySpec s -> {
                if (!s.seesImages()) {
                    to.add(Use.SCALER, split.train(), reach.features(split.train()));
                }
                to.add(Use.WEIGHTS, split.train(), reach.learnt(split.train()));
                to.add(Use.CHOICE, split.validation(), reach.learnt(split.validation()));
                to.gaps(split, List.of(split.train(), split.validation(), split.test()));
            }
            default -> throw new IllegalArgumentException("no forecasts of " + spec.task());
        }
        Span at = new Span(origin, origin);
        to.add(Use.FEATURES, at, reach.features(at));
        to.add(Use.WINDOW, at, new Span(origin - split.window() + 1, origin));
        to.add(Use.LABEL, at, reach.label(origin, history.size()));
        return new Lineage(origin, history.dates().get(origin), reach.otherSeries(), rows);
    }

    /** In order of time. */
    public List<Rows> of(Use use) {
        return rows.stream().filter(r -> r.use() == use).toList();
    }

    /** The first of a use, where there is one. */
    public Optional<Rows> first(Use use) {
        return of(use).stream().findFirst();
    }

    private record Collector(PriceHistory history, List<Rows> rows) {

        void add(Use use, Span origins, Span days) {
            if (origins.size() > 0 && days.size() > 0) {
                List<LocalDate> dates = history.dates();
                rows.add(new Rows(use, origins, days, dates.get(days.first()), dates.get(days.last())));
            }
        }

        /** Between neighbouring spans: first as many origins as the horizon, then the embargo. */
        void gaps(DateSplit split, List<Span> spans) {
            for (int i = 1; i < spans.size(); i++) {
                int after = spans.get(i - 1).last();
                Span purged = new Span(after + 1, after + split.horizon());
                Span embargoed = new Span(purged.last() + 1, spans.get(i).first() - 1);
                add(Use.PURGED, purged, purged);
                add(Use.EMBARGOED, embargoed, embargoed);
            }
        }
    }
}
