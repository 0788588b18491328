package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.CsvExport;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The page of generated paths: the sample of the evaluation first, then whatever the reader has the model draw. */
public final class GenerateViewModel {

    public static final int MOST_PATHS = 5000;
    public static final int LONGEST = 2520; // ten years of trading days

    /** Paths times days: what the charts still draw without a pause. */
    private static final int MOST_DAYS = 1_000_000;

    private final Session session;
    private final Texts texts;
    private final ChosenRun chosen;
    private final CsvExport export;
    private final IntegerProperty paths = new SimpleIntegerProperty(200);
    private final IntegerProperty length = new SimpleIntegerProperty(60);
    private final LongProperty seed = new SimpleLongProperty(1);
    private final IntegerProperty highlighted = new SimpleIntegerProperty(-1);
    private final IntegerProperty number = new SimpleIntegerProperty(0);
    private final ObjectProperty<Integer> days = new SimpleObjectProperty<>(1);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChartModel.FanChart> fan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChartModel.HistogramChart> distribution = new ReadOnlyObjectWrapper<>();
    private final ObservableList<FactRow> facts = FXCollections.observableArrayList();

    public GenerateViewModel(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.chosen = new ChosenRun(session, texts, "generate");
        this.export = new CsvExport(session);
        chosen.run().addListener((run, before, now) -> open());
        highlighted.addListener((value, before, now) -> {
            number.set(now.intValue() + 1);
            drawFan();
        });
        number.addListener((value, before, now) -> {
            int last = shown.get() == null ? 0 : shown.get().prices().length;
            highlighted.set(Math.min(now.intValue(), last) - 1);
            number.set(highlighted.get() + 1);
        });
        days.addListener((value, before, now) -> drawDistribution());
        shown.addListener((value, before, now) -> draw());
        texts.locale().addListener((locale, before, now) -> {
            listFacts();
            draw();
        });
        open();
    }

    public ChosenRun chosen() {
        return chosen;
    }

    public CsvExport export() {
        return export;
    }

    /** How many paths to draw, 1 … {@link #MOST_PATHS}. */
    public IntegerProperty paths() {
        return paths;
    }

    /** Days of each, 1 … {@link #LONGEST}. */
    public IntegerProperty length() {
        return length;
    }

    public LongProperty seed() {
        return seed;
    }

    /** Index of the path drawn strongly, −1 for none. */
    public IntegerProperty highlighted() {
        return highlighted;
    }

    /** The highlighted path as people count, from 1; 0 for none. More than there are is taken as the last. */
    public IntegerProperty highlightedNumber() {
        return number;
    }

    /** Days over which the distribution's returns go: 1, 5 or 20. */
    public ObjectProperty<Integer> days() {
        return days;
    }

    /** While the model draws paths. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChartModel.FanChart> fan() {
        return fan.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChartModel.HistogramChart> distribution() {
        return distribution.getReadOnlyProperty();
    }

    /** Stylised facts of the evaluation. */
    public ObservableList<FactRow> facts() {
        return facts;
    }

    /** Figure of the block bootstrap beside the model's own. */
    public StringBinding bootstrap(String metric) {
        return chosen.words(e -> texts.get(
                "generate.kpi.bootstrap", MetricWords.value(metric, chosen.challenger("blockBootstrap", metric))));
    }

    /** How many facts lie inside the real band, of the model and of the bootstrap. */
    public StringBinding factCount() {
        return Bindings.createStringBinding(
                () -> facts.isEmpty()
                        ? ""
                        : texts.get(
                                "generate.facts.count",
                                facts.stream().filter(FactRow::good).count(),
                                facts.size(),
                                facts.stream().filter(FactRow::bootstrapGood).count()),
                facts,
                texts.locale());
    }

    /** Said when the length in the field exceeds what a network draws at once that draws windows; else empty. */
    public StringBinding seams() {
        return Bindings.createStringBinding(
                () -> window().filter(window -> length.get() > window)
                        .map(window -> texts.get("generate.seams", window, (length.get() + window - 1) / window))
                        .orElse(""),
                chosen.run(),
                length,
                texts.locale());
    }

    /** Said when more is asked for than the charts can draw; else empty. */
    public StringBinding tooMuch() {
        return Bindings.createStringBinding(
                () -> fits()
                        ? ""
                        : texts.get(
                                "generate.tooMuch",
                                Formats.number(MOST_DAYS, 0),
                                Formats.number((double) MOST_DAYS / length.get(), 0)),
                paths,
                length,
                texts.locale());
    }

    private boolean fits() {
        return (long) paths.get() * length.get() <= MOST_DAYS;
    }

    /** Highlights the path that ends lowest. */
    public void highlightLowest() {
        highlightFirst(Shown::byEnd);
    }

    /** Highlights the path that ends highest. */
    public void highlightHighest() {
        highlightFirst(now -> now.byEnd().reversed());
    }

    private void highlightFirst(Function<Shown, List<Integer>> order) {
        if (shown.get() != null) {
            order.apply(shown.get()).stream().findFirst().ifPresent(highlighted::set);
        }
    }

    /** What is on show: number of paths, days and start price. */
    public StringBinding summary() {
        return Bindings.createStringBinding(
                () -> shown.get() == null
                        ? ""
                        : texts.get(
                                "generate.summary",
                                Formats.number(shown.get().paths().paths(), 0),
                                Formats.number(shown.get().paths().length(), 0),
                                Formats.number(shown.get().paths().startPrice(), 2)),
                shown,
                texts.locale());
    }

    /** The highlighted path: last price, change and largest fall; empty for none. */
    public StringBinding highlightedWords() {
        return Bindings.createStringBinding(
                () -> shown.get() == null ? "" : shown.get().pathWords(highlighted.get(), texts),
                shown,
                highlighted,
                texts.locale());
    }

    /** Has the model draw paths; the answer replaces what is on show. */
    public void generate() {
        Run run = chosen.run().get();
        if (run == null || busy.get() || !fits()) {
            return;
        }
        busy.set(true);
        Requests.GenerateRequest request =
                new Requests.GenerateRequest(session.model(run), paths.get(), length.get(), seed.get());
        session.ask(
                Notice.of("generate.task"),
                engine -> engine.generate(request),
                answer -> {
                    busy.set(false);
                    if (run == chosen.run().get()) {
                        show(run, answer);
                    }
                },
                reason -> {
                    busy.set(false);
                    session.report(reason);
                });
    }

    /** Writes the paths on show. */
    public void exportTo(Path file) {
        Shown now = shown.get();
        if (now != null) {
            export.save(file, now::csv);
        }
    }

    /** Name that the save dialog proposes. */
    public String exportName() {
        Run run = chosen.run().get();
        return run == null ? "paths.csv" : "paths-" + run.id() + ".csv";
    }

    private Optional<Details.OfGenerate> details() {
        return chosen.evaluation()
                .map(Evaluation::details)
                .filter(Details.OfGenerate.class::isInstance)
                .map(Details.OfGenerate.class::cast);
    }

    private Optional<Integer> window() {
        return chosen.run().get() != null && chosen.run().get().spec() instanceof GenerateSpec spec && spec.joins()
                ? Optional.of(spec.window())
                : Optional.empty();
    }

    private void open() {
        export.forget();
        shown.set(null);
        listFacts();
        Run run = chosen.run().get();
        details().ifPresent(d -> {
            paths.set(Math.clamp(d.sample().paths(), 1, MOST_PATHS));
            length.set(Math.clamp(d.sample().length(), 1, LONGEST));
            show(run, d.sample());
        });
    }

    private void show(Run run, PathSet set) {
        double[] real = details().map(Details.OfGenerate::real).orElse(new double[0]);
        session.tasks()
                .run(
                        Notice.of("generate.task.draw"),
                        item -> Shown.of(set, real),
                        ready -> {
                            if (run == chosen.run().get()) {
                                export.forget();
                                highlighted.set(-1);
                                shown.set(ready);
                            }
                        },
                        session::report);
    }

    private void listFacts() {
        facts.setAll(details().map(Details.OfGenerate::facts).orElse(List.of()).stream()
                .map(fact -> FactRow.of(fact, texts))
                .toList());
    }

    private void draw() {
        drawFan();
        drawDistribution();
    }

    private void drawFan() {
        fan.set(drawable() ? GenerateCharts.fan(shown.get(), highlighted.get(), texts) : null);
    }

    private void drawDistribution() {
        distribution.set(drawable() ? GenerateCharts.distribution(shown.get(), days.get(), texts) : null);
    }

    private boolean drawable() {
        return shown.get() != null && shown.get().prices().length > 0;
    }
}
