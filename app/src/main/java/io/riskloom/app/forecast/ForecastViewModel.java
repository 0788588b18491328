package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.CsvExport;
import io.riskloom.app.result.Row;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.run.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The forecast page: the chosen run, the prices it was trained on, and the chart of both. */
public final class ForecastViewModel {

    private final Session session;
    private final Texts texts;
    private final ChosenRun chosen;
    private final CsvExport export;
    private final IntegerProperty step = new SimpleIntegerProperty(1);
    private final ObservableList<Integer> steps = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<PriceHistory> history = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChartModel.ForecastChart> chart = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Notice> note = new ReadOnlyObjectWrapper<>();
    private TaskItem reading;
    private Object asked; // the reading that is waited for, null where none

    public ForecastViewModel(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.chosen = new ChosenRun(session, texts, "forecast");
        this.export = new CsvExport(session);
        chosen.run().addListener((run, before, now) -> show());
        session.dataset().addListener((data, before, now) -> {
            Run run = chosen.run().get();
            if (history.get() == null && run != null && (asked == null || isOpen(run))) {
                show();
            }
        });
        step.addListener((value, before, now) -> draw());
        texts.locale().addListener((locale, before, now) -> draw());
        show();
    }

    public ChosenRun chosen() {
        return chosen;
    }

    public CsvExport export() {
        return export;
    }

    /** Steps ahead at which the test span's forecasts are drawn, from 1. */
    public IntegerProperty step() {
        return step;
    }

    /** 1 … horizon of the chosen run. */
    public ObservableList<Integer> steps() {
        return steps;
    }

    /** Null until the prices are there. */
    public ReadOnlyObjectProperty<ChartModel.ForecastChart> chart() {
        return chart.getReadOnlyProperty();
    }

    /** Why the chart is missing or differs from what was trained on; null where all is well. */
    public ReadOnlyObjectProperty<Notice> note() {
        return note.getReadOnlyProperty();
    }

    public StringBinding noteWords() {
        return Bindings.createStringBinding(() -> note.get() == null ? "" : texts.of(note.get()), note, texts.locale());
    }

    /** The plain models on the same test days, in relative MAE where there is one. */
    public List<Row> challengers() {
        return chosen.challengers(List.of(Metric.REL_MAE, Metric.MAE));
    }

    public Optional<Details.OfForecast> details() {
        return chosen.evaluation()
                .map(Evaluation::details)
                .filter(Details.OfForecast.class::isInstance)
                .map(Details.OfForecast.class::cast);
    }

    /** What stands below the Sharpe ratio, which is annualised as one of daily returns. */
    public StringBinding sharpeNote() {
        return chosen.words(e -> {
            BarUnit unit = details().map(d -> BarUnit.of(d.test().origins())).orElse(BarUnit.DAY);
            return unit == BarUnit.DAY
                    ? chosen.interval(Metric.SHARPE_NET, "forecast.kpi.sharpe").get()
                    : texts.get("forecast.kpi.sharpe.notDaily", unit.each(texts));
        });
    }

    /** First and last day of the test span and its number of forecasts. */
    public StringBinding testSpan() {
        return chosen.words(e -> details()
                .filter(d -> d.test().size() > 0)
                .map(d -> texts.get(
                        "forecast.testSpan",
                        d.testStart(),
                        d.test().origins().getLast(),
                        d.test().size()))
                .orElse(""));
    }

    /** Writes the forecasts of the test span and those from the last day. */
    public void exportTo(Path file) {
        details().ifPresent(d -> export.save(file, out -> ForecastCsv.write(out, d.test(), d.ahead())));
    }

    /** Name that the save dialog proposes. */
    public String exportName() {
        Run run = chosen.run().get();
        return run == null ? "forecast.csv" : "forecast-" + run.id() + ".csv";
    }

    private void show() {
        stop();
        export.forget();
        history.set(null);
        note.set(null);
        chart.set(null);
        Run run = chosen.run().get();
        List<Integer> range = details()
                .map(d -> IntStream.rangeClosed(1, d.ahead().horizon()).boxed().toList())
                .orElse(List.of());
        if (!steps.equals(range)) {
            steps.setAll(range);
            step.set(1);
        }
        if (run != null) {
            find(run);
        }
    }

    /** Whether the active file is the run's, read as the run read it. */
    private boolean isOpen(Run run) {
        Dataset open = session.dataset().get();
        return open != null
                && same(open.file(), Path.of(run.spec().data()))
                && open.loaded().reading().equals(run.spec().reading());
    }

    private void find(Run run) {
        if (isOpen(run)) {
            take(run, session.dataset().get().imported());
            return;
        }
        Object ask = new Object();
        asked = ask;
        reading = session.tasks()
                .run(
                        Notice.of("common.task.load", Path.of(run.spec().data()).getFileName()),
                        item -> Training.read(run.spec()),
                        read -> answer(ask, () -> take(run, read)),
                        reason -> answer(ask, () -> note.set(reason)));
    }

    /** Drops what comes after another run was chosen or the file was found open. */
    private void answer(Object ask, Runnable use) {
        if (asked == ask) {
            asked = null;
            use.run();
        }
    }

    private void stop() {
        asked = null;
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
    }

    private void take(Run run, Imported read) {
        if (!(read instanceof Imported.Prices prices)) {
            note.set(Notice.of(
                    "forecast.note.noPrices", Path.of(run.spec().data()).getFileName()));
            return;
        }
        String hash = run.provenance() == null ? "" : run.provenance().dataSha256();
        if (!hash.isEmpty() && !hash.equals(read.source().sha256())) {
            note.set(Notice.of(
                    "forecast.note.changed", Path.of(run.spec().data()).getFileName()));
        }
        Optional<PriceHistory> series = prices.find(run.spec().series());
        if (series.isEmpty()) {
            note.set(Notice.of(
                    "forecast.note.noSeries",
                    Path.of(run.spec().data()).getFileName(),
                    run.spec().series()));
            return;
        }
        history.set(series.get());
        draw();
    }

    private void draw() {
        if (history.get() == null) {
            return;
        }
        details().ifPresent(d -> chart.set(ForecastCharts.of(history.get(), d, step.get(), texts)));
    }

    private static boolean same(Path a, Path b) {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }
}
