package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartBrush;
import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.CsvExport;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.LastAsked;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The windows of the chosen run's walk-forward, a period of their test days, and what the engine says of it. */
final class WalkForwardViewModel {

    private final Session session;
    private final Texts texts;
    private final ChosenRun chosen;
    private final ObservableValue<PriceHistory> history;
    private final CsvExport export;
    private final LastAsked<PeriodWork.Question, PeriodWork.Answer> work;
    private final ReadOnlyObjectWrapper<WalkForward> walk = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DateChart> windows = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChartBrush> limits = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PeriodDays> whole = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<PeriodDays> period = new SimpleObjectProperty<>();
    private final DoubleProperty costs = new SimpleDoubleProperty();
    private final ObservableList<WalkForwardRow> rows = FXCollections.observableArrayList();
    private final ObservableList<PeriodPreset> presets = FXCollections.observableArrayList();
    private PeriodAxis axis = new PeriodAxis(List.of());

    WalkForwardViewModel(Session session, Texts texts, ChosenRun chosen, ObservableValue<PriceHistory> history) {
        this.session = session;
        this.texts = texts;
        this.chosen = chosen;
        this.history = history;
        this.export = new CsvExport(session);
        this.work = new LastAsked<>(session.tasks(), new PeriodWork()::answer);
        chosen.run().addListener((run, before, now) -> refresh());
        session.runs().addListener((InvalidationListener) changed -> refresh());
        session.studies().all().addListener((InvalidationListener) changed -> refresh());
        history.addListener((prices, before, now) -> draw());
        texts.locale().addListener((locale, before, now) -> draw());
        period.addListener((value, before, now) -> ask());
        costs.addListener((value, before, now) -> ask());
        refresh();
    }

    /** Null where no run is on show. */
    ReadOnlyObjectProperty<WalkForward> walk() {
        return walk.getReadOnlyProperty();
    }

    /** Prices and windows; null where the prices are not there. */
    ReadOnlyObjectProperty<DateChart> windows() {
        return windows.getReadOnlyProperty();
    }

    /** The test days among the days of {@link #windows()}; null without them. */
    ReadOnlyObjectProperty<ChartBrush> limits() {
        return limits.getReadOnlyProperty();
    }

    /** From the first to the last test day; null where no run is on show. */
    ReadOnlyObjectProperty<PeriodDays> whole() {
        return whole.getReadOnlyProperty();
    }

    /** The one that is looked at; null for all test days. */
    ObjectProperty<PeriodDays> period() {
        return period;
    }

    /** Of a unit of turnover, in basis points. */
    DoubleProperty costs() {
        return costs;
    }

    ObservableList<WalkForwardRow> rows() {
        return rows;
    }

    ObservableList<PeriodPreset> presets() {
        return presets;
    }

    /** What the period says; the answer is null until there is one. */
    ReadOnlyObjectProperty<LastAsked.Answer<PeriodWork.Question, PeriodWork.Answer>> scores() {
        return work.latest();
    }

    WalkForwardScores table() {
        return new WalkForwardScores(walk.get(), texts);
    }

    /** Chooses the run of the same window with another seed. */
    void seed(long seed) {
        WalkForward now = walk.get();
        if (now != null && now.seed() != seed) {
            now.study()
                    .flatMap(study -> WalkForward.ofSeed(seed, chosen.run().get(), study, session.runs()))
                    .ifPresent(chosen::choose);
        }
    }

    /** Chooses the run of a window and looks at its test days. */
    void open(WalkForwardRow row) {
        row.run().ifPresent(run -> {
            chosen.choose(run);
            period.set(WalkForward.tested(run)
                    .filter(tested -> !tested.equals(whole.get()))
                    .orElse(null));
        });
    }

    /** Days of the prices; none while they are not there. */
    PeriodAxis axis() {
        return axis;
    }

    /** The period as days of the chart; null for all of them. */
    ChartBrush brush() {
        PeriodDays now = period.get();
        return now == null || limits.get() == null ? null : axis.brush(now);
    }

    /** Looks at the days that were brushed; null for all of them. A chart that loses its prices says nothing. */
    void brush(ChartBrush brushed) {
        if (limits.get() == null) {
            return;
        }
        if (brushed == null) {
            period.set(null);
        } else if (!brushed.equals(brush())) {
            period.set(axis.days(brushed));
        }
    }

    CsvExport export() {
        return export;
    }

    String exportName() {
        WalkForward now = walk.get();
        return now == null
                ? "windows.csv"
                : "windows-"
                        + now.study()
                                .map(study -> study.id())
                                .orElse(now.runs().getFirst().id()) + ".csv";
    }

    void exportTo(Path file) {
        String csv = table().csv();
        export.save(file, out -> out.write(csv));
    }

    /** Why there are no windows below the prices; empty where all is well. */
    Optional<Notice> note() {
        return windows.get() != null && windows.get().rows().isEmpty()
                ? Optional.of(Notice.of("walk.note.changed"))
                : Optional.empty();
    }

    private void refresh() {
        Run run = chosen.run().get();
        if (run == null) {
            walk.set(null);
            whole.set(null);
            rows.clear();
            work.clear();
            draw();
            return;
        }
        WalkForward next = WalkForward.of(run, session.studies().of(run), session.runs());
        if (next.same(walk.get())) {
            return;
        }
        boolean otherRuns = walk.get() == null || next.runs().stream().noneMatch(walk.get()::holds);
        walk.set(next);
        export.forget();
        PeriodDays tested = tested(next);
        if (otherRuns) {
            costs.set(costs(next.spec()));
        }
        if (!String.valueOf(tested).equals(String.valueOf(whole.get()))) {
            period.set(null);
        }
        whole.set(tested);
        draw();
        ask();
    }

    private static PeriodDays tested(WalkForward walk) {
        List<PeriodDays> tested = walk.runs().stream()
                .flatMap(run -> WalkForward.tested(run).stream())
                .toList();
        return tested.isEmpty()
                ? null
                : new PeriodDays(
                        tested.stream()
                                .map(PeriodDays::from)
                                .min(LocalDate::compareTo)
                                .orElseThrow(),
                        tested.stream()
                                .map(PeriodDays::to)
                                .max(LocalDate::compareTo)
                                .orElseThrow());
    }

    private static double costs(RunSpec spec) {
        return switch (spec) {
            case ForecastSpec s -> s.costs();
            case ClassifySpec s -> s.costs();
            default -> 0;
        };
    }

    private void draw() {
        WalkForward now = walk.get();
        PriceHistory prices = now == null ? null : history.getValue();
        axis = new PeriodAxis(prices == null ? List.of() : prices.dates());
        rows.setAll(now == null ? List.of() : table().rows());
        limits.set(whole.get() == null ? null : axis.brush(whole.get()));
        windows.set(prices == null ? null : new WalkForwardWindows(now, prices, texts).chart());
        presets.setAll(presets(now, prices));
    }

    private List<PeriodPreset> presets(WalkForward now, PriceHistory prices) {
        if (limits.get() != null) {
            return PeriodPreset.of(
                    prices, new Span(limits.get().first(), limits.get().last()));
        }
        return now == null
                ? List.of()
                : PeriodPreset.of(now.runs().stream()
                        .flatMap(run -> WalkForward.origins(run).stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private void ask() {
        if (walk.get() != null && whole.get() != null) {
            work.ask(new PeriodWork.Question(walk.get(), period.get(), costs.get()));
        }
    }
}
