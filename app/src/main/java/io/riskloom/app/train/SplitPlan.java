package io.riskloom.app.train;

import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.HeldOut;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.feature.StratifiedSplit;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.RunSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which days or applicants train, stop and judge a run; cut by the engine's own splits. */
record SplitPlan(List<Part> parts) {

    /** What a part is for. */
    enum Use {
        /** Days that only fill the first window. */
        WARM_UP,
        TRAINING,
        /** Days between two spans that neither uses, so that no label of one reaches into the other. */
        PURGED,
        VALIDATION,
        /** Days whose errors set the bands of a forecast; they had no say in the weights. */
        CALIBRATION,
        TEST
    }

    /**
     * @param count days or applicants
     * @param from  first day, empty for applicants
     * @param to    last day, empty for applicants
     * @param bad   bad applicants among them, −1 for days
     */
    record Part(Use use, int count, String from, String to, int bad) {}

    SplitPlan {
        parts = List.copyOf(parts);
    }

    /** @throws NoticeException where the data is too short for the settings */
    static SplitPlan of(RunSpec spec, Imported data) throws NoticeException {
        return switch (data) {
            case Imported.Prices prices -> {
                PriceHistory history = prices.seriesNamed(spec.series());
                DateSplit split = dateSplit(spec, history.size());
                yield dates(history, cut(spec, split));
            }
            case Imported.Credit credit -> applicants((CreditSpec) spec, credit.book());
        };
    }

    /** The engine's cut of a price series for a specification. */
    static DateSplit dateSplit(RunSpec spec, int days) throws NoticeException {
        return switch (spec) {
            case ForecastSpec s -> DateSplit.of(days, s.window(), s.horizon(), s.validationShare(), s.testShare());
            case ClassifySpec s -> DateSplit.of(days, s.window(), s.horizon(), s.validationShare(), s.testShare());
            case GenerateSpec s -> DateSplit.of(days, s.window(), 0, 0, s.testShare());
            case CreditSpec s -> throw new IllegalArgumentException("a credit table is not cut by date");
        };
    }

    /** The spans that a run uses, in order of days. */
    private static Map<Use, Span> cut(RunSpec spec, DateSplit split) throws NoticeException {
        Map<Use, Span> spans = new LinkedHashMap<>();
        spans.put(Use.TRAINING, split.train());
        if (spec instanceof ForecastSpec s) {
            HeldOut held = HeldOut.of(split, s.validationShare(), s.testShare());
            spans.put(Use.VALIDATION, held.choice());
            spans.put(Use.CALIBRATION, held.calibration());
        } else {
            spans.put(Use.VALIDATION, split.validation());
        }
        spans.put(Use.TEST, split.test());
        return spans;
    }

    private static SplitPlan dates(PriceHistory history, Map<Use, Span> spans) {
        List<Part> parts = new ArrayList<>();
        int next = 0;
        Use before = Use.WARM_UP;
        for (Map.Entry<Use, Span> entry : spans.entrySet()) {
            Span span = entry.getValue();
            if (span.size() > 0) {
                add(parts, before, history, next, span.first() - 1);
                add(parts, entry.getKey(), history, span.first(), span.last());
                next = span.last() + 1;
                before = Use.PURGED;
            }
        }
        add(parts, Use.PURGED, history, next, history.size() - 1);
        return new SplitPlan(parts);
    }

    private static void add(List<Part> parts, Use use, PriceHistory history, int first, int last) {
        if (last >= first) {
            String from = Formats.day(history.dates().get(first));
            String to = Formats.day(history.dates().get(last));
            parts.add(new Part(use, last - first + 1, from, to, -1));
        }
    }

    private static SplitPlan applicants(CreditSpec spec, CreditBook book) {
        boolean[] bad = book.bad();
        StratifiedSplit split = StratifiedSplit.of(bad, spec.validationShare(), spec.testShare(), spec.seed());
        return new SplitPlan(List.of(
                part(Use.TRAINING, split.train(), bad),
                part(Use.VALIDATION, split.validation(), bad),
                part(Use.TEST, split.test(), bad)));
    }

    private static Part part(Use use, int[] rows, boolean[] bad) {
        int count = 0;
        for (int row : rows) {
            count += bad[row] ? 1 : 0;
        }
        return new Part(use, rows.length, "", "", count);
    }

    int total() {
        return parts.stream().mapToInt(Part::count).sum();
    }
}
