package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.CsvExport;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Audit;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The forecast page: the chosen run, the prices it was trained on, and the chart of both. */
public final class ForecastViewModel {

    /** Ways to look at a run. */
    enum View {
        FORECAST,
        FOLDS,
        BANDS,
        LEAKS
    }

    private final Texts texts;
    private final ChosenRun chosen;
    private final CsvExport export;
    private final RunPrices prices;
    private final Overlays overlays;
    private final Origin origin = new Origin();
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.FORECAST);
    private final BooleanBinding inStudy;
    private final IntegerProperty step = new SimpleIntegerProperty(1);
    private final ObservableList<Integer> steps = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ChartModel> chart = new ReadOnlyObjectWrapper<>();

    public ForecastViewModel(Session session, Texts texts) {
        this.texts = texts;
        this.chosen = new ChosenRun(session, texts, "forecast", "classify");
        this.export = new CsvExport(session);
        this.prices = new RunPrices(session);
        this.overlays = new Overlays(session);
        this.inStudy = Bindings.createBooleanBinding(
                () -> chosen.run().get() != null
                        && WalkForward.ofFolds(session.studies().of(chosen.run().get()))
                                .isPresent(),
                chosen.run(),
                session.studies().all());
        chosen.run().addListener((run, before, now) -> show());
        prices.series().addListener((series, before, now) -> draw());
        step.addListener((value, before, now) -> draw());
        origin.day().addListener((day, before, now) -> draw());
        overlays.chosen().addListener((InvalidationListener) changed -> draw());
        texts.locale().addListener((locale, before, now) -> draw());
        show();
    }

    public ChosenRun chosen() {
        return chosen;
    }

    public CsvExport export() {
        return export;
    }

    ObjectProperty<View> view() {
        return view;
    }

    /** Whether the run is a fold of a study, whose figures its walk-forward shows. */
    BooleanBinding inStudy() {
        return inStudy;
    }

    RunPrices prices() {
        return prices;
    }

    Overlays overlays() {
        return overlays;
    }

    /** The test day that is looked at closely, in the chart and for leaks. */
    Origin origin() {
        return origin;
    }

    /** A bar of the chart was clicked: the forecast made then is looked at; nothing for −1. */
    void chooseBar(int bar) {
        if (bar >= 0 && prices.series().get() != null) {
            origin.choose(prices.series().get().drawn().dates().get(bar));
        }
    }

    /** The bar of a day on the chart, −1 where it has none. */
    int bar(LocalDate day) {
        return day == null || prices.series().get() == null
                ? -1
                : Math.max(
                        -1,
                        Collections.binarySearch(prices.series().get().drawn().dates(), day));
    }

    /** Days ahead at which the test span's forecasts are drawn. */
    public IntegerProperty step() {
        return step;
    }

    /** Days ahead that the chosen run speaks of, ascending; empty for directions. */
    public ObservableList<Integer> steps() {
        return steps;
    }

    /** Null until the prices are there. */
    public ReadOnlyObjectProperty<ChartModel> chart() {
        return chart.getReadOnlyProperty();
    }

    /** Why the chart is missing or differs from what was trained on; null where all is well. */
    public ReadOnlyObjectProperty<Notice> note() {
        return prices.note();
    }

    public StringBinding noteWords() {
        return Bindings.createStringBinding(
                () -> note().get() == null ? "" : texts.of(note().get()), note(), texts.locale());
    }

    /** Whether the note is a reason for caution; that days have come since is none. */
    boolean caution() {
        return note().get() != null && !note().get().key().equals("forecast.note.longer");
    }

    /** The model among the plain ones; empty without a run. */
    Optional<Ranking> ranking() {
        return chosen.evaluation()
                .map(e -> Ranking.of(chosen.run().get().spec(), e, texts))
                .filter(ranking -> !ranking.entries().isEmpty());
    }

    public Optional<Details.OfForecast> details() {
        return details(Details.OfForecast.class);
    }

    Optional<Details.OfClassify> directions() {
        return details(Details.OfClassify.class);
    }

    private <D extends Details> Optional<D> details(Class<D> kind) {
        return chosen.evaluation()
                .map(Evaluation::details)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    List<Audit> audits() {
        return chosen.evaluation().map(Evaluation::audits).orElse(List.of());
    }

    /** Why an audit was not made or where it was broken off. */
    List<Notice> auditNotes() {
        return chosen.evaluation().map(Evaluation::auditNotes).orElse(List.of());
    }

    /** First and last day of the test span and its number of forecasts. */
    public StringBinding testSpan() {
        return chosen.words(e -> {
            List<LocalDate> days = origins();
            LocalDate first =
                    details().map(Details.OfForecast::testStart).orElse(days.isEmpty() ? null : days.getFirst());
            return days.isEmpty()
                    ? ""
                    : texts.get("forecast.testSpan", Formats.day(first), Formats.day(days.getLast()), days.size());
        });
    }

    private List<LocalDate> origins() {
        return details()
                .map(d -> d.test().origins())
                .or(() -> directions().map(Details.OfClassify::origins))
                .orElse(List.of());
    }

    /** Writes the forecasts of the test span and those from the last day, with those of the runs drawn beside them. */
    public void exportTo(Path file) {
        Run run = chosen.run().get();
        details().ifPresent(d -> {
            ForecastCsv csv = new ForecastCsv().add(run.id(), d.test(), d.ahead());
            overlays.overlays()
                    .forEach(o -> csv.add(
                            o.run().id(), o.details().test(), o.details().ahead()));
            export.save(file, csv::write);
        });
        directions().ifPresent(d -> export.save(file, out -> ForecastCsv.write(out, d)));
    }

    /** Name that the save dialog proposes. */
    public String exportName() {
        Run run = chosen.run().get();
        return run == null ? "forecast.csv" : "forecast-" + run.id() + ".csv";
    }

    private void show() {
        export.forget();
        prices.show(null);
        chart.set(null);
        Run run = chosen.run().get();
        List<Integer> range = details()
                .map(d -> Arrays.stream(d.ahead().steps()).boxed().toList())
                .orElse(List.of());
        if (!steps.equals(range)) {
            steps.setAll(range);
            step.set(range.isEmpty() ? 1 : range.getFirst());
        }
        if (view.get() == View.BANDS && details().isEmpty()) {
            view.set(View.FORECAST); // directions have probabilities, no bands
        }
        origin.among(origins());
        overlays.show(run);
        prices.show(run);
    }

    private void draw() {
        ShownSeries series = prices.series().get();
        if (series == null) {
            return;
        }
        details()
                .ifPresent(d -> chart.set(ForecastCharts.forecast(
                        series.drawn(),
                        d,
                        overlays.overlays(),
                        step.get(),
                        origin.day().get(),
                        texts)));
        directions().ifPresent(d -> chart.set(ForecastCharts.direction(series.prices(), d, texts)));
    }
}
