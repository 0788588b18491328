package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.DateLine;
import io.riskloom.app.chart.ChartModel.DateSpan;
import io.riskloom.app.chart.ChartModel.SpanRow;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.DayPart;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Splits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The price line, and below it what each fold uses which days for. */
final class WalkForwardWindows {

    private final WalkForward walk;
    private final PriceHistory history;
    private final Texts texts;
    private final BarUnit unit;

    WalkForwardWindows(WalkForward walk, PriceHistory history, Texts texts) {
        this.walk = walk;
        this.history = history;
        this.texts = texts;
        this.unit = BarUnit.of(history.dates());
    }

    /** Without windows where the file no longer has the days that the runs were trained on. */
    DateChart chart() {
        DateLine price = new DateLine(texts.get("walk.legend.close"), history.close(), Tone.FOREGROUND, false);
        return new DateChart(history.dates(), List.of(price), null, rows().orElse(List.of()));
    }

    /** A row for each run; empty where the file no longer has the days that they were trained on. */
    Optional<List<SpanRow>> rows() {
        List<SpanRow> rows = new ArrayList<>();
        for (Run run : walk.runs()) {
            Optional<List<DayPart>> parts = parts(run);
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            rows.add(new SpanRow(name(run), parts.get().stream().map(this::span).toList()));
        }
        return Optional.of(rows);
    }

    /** One window needs none. */
    private String name(Run run) {
        return run.spec().inFolds() ? texts.get("train.split.fold", run.spec().fold()) : "";
    }

    private DateSpan span(DayPart part) {
        String number = Formats.number(part.size(), 0);
        return new DateSpan(
                texts.get("train.split." + part.use()),
                part.first(),
                part.last(),
                part.use().shade(),
                unit == BarUnit.DAY
                        ? texts.get("train.split.days", number)
                        : texts.get("train.split.bars", number, unit.many(texts)));
    }

    private Optional<List<DayPart>> parts(Run run) {
        Optional<PeriodDays> tested = WalkForward.tested(run);
        int days = trainedOn();
        if (days == 0 || days > history.size() || tested.isEmpty()) {
            return Optional.empty();
        }
        try {
            RunSpec spec = run.spec();
            DateSplit split = Splits.dayFolds(spec, days).get(spec.inFolds() ? spec.fold() - 1 : 0);
            return fits(split, tested.get()) ? Optional.of(DayPart.of(spec, split, days)) : Optional.empty();
        } catch (NoticeException e) {
            return Optional.empty(); // fewer days than the run had
        }
    }

    /** Directions are tested on origins a horizon apart, up to the last one. */
    private boolean fits(DateSplit split, PeriodDays tested) {
        int late = index(tested.from()) - split.test().first();
        return late >= 0
                && late < split.horizon()
                && history.dates().get(split.test().last()).equals(tested.to());
    }

    /** How many days the file had when the runs were trained, 0 where that is no longer to be told. */
    private int trainedOn() {
        return walk.runs().stream().mapToInt(this::trainedOn).max().orElse(0);
    }

    /** A forecast was made from the last day then; a direction of the last fold reaches it. */
    private int trainedOn(Run run) {
        if (run.provenance().dataSha256().equals(history.source().sha256())) {
            return history.size();
        }
        return switch (WalkForward.evaluation(run).details()) {
            case Details.OfForecast forecast
            when forecast.ahead().size() > 0 -> index(forecast.ahead().origins().getFirst()) + 1;
            case Details.OfClassify direction
            when !direction.origins().isEmpty() && isLast(run.spec()) ->
                index(direction.origins().getLast()) + ((ClassifySpec) run.spec()).horizon() + 1;
            case Details other -> 0;
        };
    }

    private static boolean isLast(RunSpec spec) {
        return !spec.inFolds() || spec.fold() == spec.folds();
    }

    private int index(LocalDate date) {
        return Math.max(-1, Collections.binarySearch(history.dates(), date));
    }
}
