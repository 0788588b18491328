package io.riskloom.app.result;

import io.riskloom.app.chart.ChartModel.Shade;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.HeldOut;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Days of a series that a fold puts to one use, by their index.
 *
 * @param last the last one, included
 */
public record DayPart(Use use, int first, int last) {

    /** What a part of the data is for. */
    public enum Use {
        TRAINING(Tone.ACCENT, 1),
        VALIDATION(Tone.ACCENT, 0.35),
        /** Days whose errors set the bands of a forecast; they had no say in the weights. */
        CALIBRATION(Tone.ACCENT, 0.65),
        TEST(Tone.FOREGROUND, 1),
        /** Days after a span into which its labels reach: nothing else uses them. */
        PURGED(Tone.AMBER, 1),
        /** Days left out beyond those. */
        EMBARGO(Tone.AMBER, 0.4),
        /** Days that only fill the first window. */
        WARM_UP(Tone.MUTED, 0.4),
        /** Days that a fold leaves to earlier or later ones. */
        UNUSED(Tone.MUTED, 0.12);

        private final Shade shade;

        Use(Tone tone, double opacity) {
            this.shade = new Shade(tone, opacity);
        }

        /** As charts colour it. */
        public Shade shade() {
            return shade;
        }
    }

    public int size() {
        return last - first + 1;
    }

    /** The spans of one fold from left to right; every day of the series is in exactly one of them. */
    public static List<DayPart> of(RunSpec spec, DateSplit split, int days) {
        List<DayPart> parts = new ArrayList<>();
        int first = split.train().first();
        add(parts, Use.UNUSED, first - split.window() - 1);
        add(parts, Use.WARM_UP, first - 1);
        spans(spec, split).forEach((use, span) -> {
            if (span.size() > 0) {
                add(parts, Use.PURGED, Math.min(next(parts) + split.horizon(), span.first()) - 1);
                add(parts, Use.EMBARGO, span.first() - 1);
                add(parts, use, span.last());
            }
        });
        add(parts, Use.PURGED, Math.min(next(parts) + split.horizon(), days) - 1);
        add(parts, Use.UNUSED, days - 1);
        return List.copyOf(parts);
    }

    /** The spans that a run uses, in order of days. */
    private static Map<Use, Span> spans(RunSpec spec, DateSplit split) {
        Map<Use, Span> spans = new LinkedHashMap<>();
        spans.put(Use.TRAINING, split.train());
        if (spec instanceof ForecastSpec) {
            HeldOut held = HeldOut.of(split);
            spans.put(Use.VALIDATION, held.choice());
            spans.put(Use.CALIBRATION, held.calibration());
        } else {
            spans.put(Use.VALIDATION, split.validation());
        }
        spans.put(Use.TEST, split.test());
        return spans;
    }

    private static int next(List<DayPart> parts) {
        return parts.isEmpty() ? 0 : parts.getLast().last() + 1;
    }

    /** The days from the next one to {@code last}; none where that is past. */
    private static void add(List<DayPart> parts, Use use, int last) {
        if (last >= next(parts)) {
            parts.add(new DayPart(use, next(parts), last));
        }
    }
}
