package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.CsvExport;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.LastAsked;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The page of generated paths: the sample of the evaluation first, then whatever the reader has the model draw. */
public final class GenerateViewModel {

    private final Session session;
    private final Texts texts;
    private final ChosenRun chosen;
    private final CsvExport export;
    private final Drawing drawing;
    private final FileWriting files;
    private final LastAsked<PathSight, Rivals> rivals;
    private final NearestModel nearest;
    private final ObjectProperty<GenerateTab> tab = new SimpleObjectProperty<>(GenerateTab.PATHS);
    private final IntegerProperty highlighted = new SimpleIntegerProperty(-1);
    private final IntegerProperty number = new SimpleIntegerProperty(0);
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChartModel.FanChart> fan = new ReadOnlyObjectWrapper<>();
    private PathRequest.Start shownStart = PathRequest.Start.ANY_DAY;

    public GenerateViewModel(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.chosen = new ChosenRun(session, texts, "generate");
        this.export = new CsvExport(session);
        this.drawing = new Drawing(session, texts, chosen);
        this.files = new FileWriting(session, texts, chosen, drawing);
        this.rivals = new LastAsked<PathSight, Rivals>(session.tasks(), Rivals::of).telling(session::report);
        this.nearest = new NearestModel(session);
        chosen.run().addListener((run, before, now) -> open());
        highlighted.addListener((value, before, now) -> {
            number.set(now.intValue() + 1);
            drawFan();
            lookForNearest();
        });
        number.addListener((value, before, now) -> {
            int last = shown.get() == null ? 0 : shown.get().prices().length;
            highlighted.set(Math.min(now.intValue(), last) - 1);
            number.set(highlighted.get() + 1);
        });
        shown.addListener((value, before, now) -> drawFan());
        drawing.start().addListener((value, before, now) -> {
            if (now != shownStart) {
                generate();
            }
        });
        texts.locale().addListener((locale, before, now) -> drawFan());
        open();
    }

    public ChosenRun chosen() {
        return chosen;
    }

    Session session() {
        return session;
    }

    CsvExport export() {
        return export;
    }

    Drawing drawing() {
        return drawing;
    }

    FileWriting files() {
        return files;
    }

    /** The real days that the highlighted path is nearest to. */
    NearestModel nearest() {
        return nearest;
    }

    ObjectProperty<GenerateTab> tab() {
        return tab;
    }

    /** What is on show; null before the first run. */
    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Index of the path drawn strongly, −1 for none. */
    IntegerProperty highlighted() {
        return highlighted;
    }

    /** The highlighted path as people count, from 1; 0 for none. More than there are is taken as the last. */
    IntegerProperty highlightedNumber() {
        return number;
    }

    ReadOnlyObjectProperty<ChartModel.FanChart> fan() {
        return fan.getReadOnlyProperty();
    }

    /** What the evaluation of the chosen run knows. */
    Optional<Details.OfGenerate> details() {
        return chosen.evaluation().flatMap(GenerateViewModel::details);
    }

    static Optional<Details.OfGenerate> details(Evaluation evaluation) {
        return Optional.of(evaluation.details())
                .filter(Details.OfGenerate.class::isInstance)
                .map(Details.OfGenerate.class::cast);
    }

    /** What a step of the chosen run's paths spans. */
    BarUnit unit() {
        return Units.of(chosen);
    }

    /** Empty for runs of earlier versions. */
    Optional<PathSight> sight() {
        return details().map(Details.OfGenerate::sight);
    }

    /** Paths of the plain simulators; its {@code answer()} is null before {@link #simulate()}. */
    ReadOnlyObjectProperty<LastAsked.Answer<PathSight, Rivals>> plain() {
        return rivals.latest();
    }

    /** Has the plain simulators draw their paths for the chosen run, unless they have. */
    void simulate() {
        sight().filter(sight -> sight != rivals.latest().get().question()).ifPresent(rivals::ask);
    }

    /** Highlights the path that ends lowest. */
    void highlightLowest() {
        highlightEnd(List::getFirst);
    }

    /** Highlights the path that ends highest. */
    void highlightHighest() {
        highlightEnd(List::getLast);
    }

    private void highlightEnd(ToIntFunction<List<Integer>> which) {
        if (shown.get() != null && !shown.get().byEnd().isEmpty()) {
            highlighted.set(which.applyAsInt(shown.get().byEnd()));
        }
    }

    /** Highlights the path that lies nearest to a place on the chart. */
    void highlightAt(double step, double price) {
        if (shown.get() != null) {
            highlighted.set(shown.get().nearest(step, price));
        }
    }

    /** What is on show: number of paths, days and start price, and whose where several series were generated. */
    StringBinding summary() {
        return Bindings.createStringBinding(
                () -> shown.get() == null ? "" : summary(shown.get().paths()), shown, texts.locale());
    }

    private String summary(PathSet set) {
        String words = texts.get(
                "generate.summary",
                Formats.number(set.paths(), 0),
                unit().count(set.length(), texts),
                Formats.number(set.startPrice(), 2));
        return set.others().isEmpty() || set.series().isEmpty() ? words : texts.get("generate.of", set.series(), words);
    }

    /** The highlighted path: last price, change and largest fall; empty for none. */
    StringBinding highlightedWords() {
        return Bindings.createStringBinding(
                () -> shown.get() == null ? "" : shown.get().pathWords(highlighted.get(), texts),
                shown,
                highlighted,
                texts.locale());
    }

    /** Has the model draw paths; the answer replaces what is on show. */
    public void generate() {
        PathRequest.Start start = drawing.start().get();
        drawing.ask(
                (run, answer) -> {
                    if (run == chosen.run().get()) {
                        shownStart = start;
                        show(run, answer);
                    }
                },
                () -> drawing.start().set(shownStart));
    }

    /** Writes the paths on show. */
    void exportTo(Path file) {
        Shown now = shown.get();
        if (now != null) {
            export.save(file, now::csv);
        }
    }

    /** Name that the save dialog proposes. */
    String exportName() {
        Run run = chosen.run().get();
        return run == null ? "paths.csv" : "paths-" + run.id() + ".csv";
    }

    /** That for a file of paths that are not shown. */
    String fileName() {
        Run run = chosen.run().get();
        return run == null ? "paths-all.csv" : "paths-" + run.id() + "-all.csv";
    }

    private void open() {
        drawing.cancel(); // what the run before draws would not be shown
        export.forget();
        shown.set(null);
        nearest.clear(NearestModel.CHOOSE);
        rivals.clear();
        shownStart = PathRequest.Start.ANY_DAY; // as the evaluation draws its sample
        drawing.start().set(shownStart);
        Run run = chosen.run().get();
        details().ifPresent(d -> {
            drawing.paths().set(Math.clamp(d.sample().paths(), 1, Drawing.MOST_PATHS));
            drawing.length().set(Math.clamp(d.sample().length(), 1, Drawing.LONGEST));
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

    private void lookForNearest() {
        int path = highlighted.get();
        Optional<PathSight> sight = sight();
        if (path < 0 || shown.get() == null) {
            nearest.clear(NearestModel.CHOOSE);
        } else if (sight.isEmpty()) {
            nearest.clear(NearestModel.NOT_KEPT);
        } else {
            nearest.look(sight.get(), shown.get().returns()[path], path + 1);
        }
    }

    private void drawFan() {
        boolean drawable = shown.get() != null && shown.get().prices().length > 0;
        fan.set(drawable ? GenerateCharts.fan(shown.get(), highlighted.get(), unit(), texts) : null);
    }
}
