package io.riskloom.app.train;

import io.riskloom.app.text.Formats;
import io.riskloom.app.train.SplitPlan.Block;
import io.riskloom.app.train.SplitPlan.Line;
import io.riskloom.app.train.SplitPlan.Part;
import io.riskloom.app.train.SplitPlan.Use;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.HeldOut;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Splits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The days of a series as the spans of one fold; every day is in exactly one part. */
final class SplitDays {

    private final PriceHistory history;
    private final List<Part> parts = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private int next;

    private SplitDays(PriceHistory history) {
        this.history = history;
    }

    static List<Line> of(RunSpec spec, PriceHistory history) throws NoticeException {
        return Splits.dayFolds(spec, history.size()).stream()
                .map(split -> new SplitDays(history).line(split, spans(spec, split)))
                .toList();
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

    private Line line(DateSplit split, Map<Use, Span> spans) {
        int first = split.train().first();
        add(Use.UNUSED, first - split.window() - 1);
        add(Use.WARM_UP, first - 1);
        spans.forEach((use, span) -> {
            if (span.size() > 0) {
                add(Use.PURGED, Math.min(next + split.horizon(), span.first()) - 1);
                add(Use.EMBARGO, span.first() - 1);
                add(use, span.last());
            }
        });
        add(Use.PURGED, Math.min(next + split.horizon(), history.size()) - 1);
        add(Use.UNUSED, history.size() - 1);
        return new Line(parts, blocks);
    }

    /** The days from the next one to {@code last}; none where that is past. */
    private void add(Use use, int last) {
        if (last >= next) {
            String from = Formats.day(history.dates().get(next));
            String to = Formats.day(history.dates().get(last));
            Part part = new Part(use, last - next + 1, from, to, -1);
            parts.add(part);
            blocks.add(new Block(part, next, part.count()));
            next = last + 1;
        }
    }
}
