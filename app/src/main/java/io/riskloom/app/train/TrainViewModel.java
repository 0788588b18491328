package io.riskloom.app.train;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.RunSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The settings of the next run, what they will do, and the run in progress. */
public final class TrainViewModel {

    private final Session session;
    private final Texts texts;
    private final Map<String, Form> forms = new HashMap<>();
    private final ObservableList<String> tasks = FXCollections.observableArrayList();
    private final ObjectProperty<String> task = new SimpleObjectProperty<>();
    private final ObservableList<String> series = FXCollections.observableArrayList();
    private final ObjectProperty<String> chosenSeries = new SimpleObjectProperty<>("");
    private final ReadOnlyObjectWrapper<Form> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SplitPlan> split = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LayerPlan> layers = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Notice>> obstacle = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Boolean> showProgress = new SimpleObjectProperty<>(false);
    private final FollowedRun run;
    private BarUnit unit = BarUnit.DAY;
    private boolean loading; // a new file sets tasks and series one by one, and is planned once

    public TrainViewModel(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.run = new FollowedRun(session, texts);
        session.dataset().subscribe(this::loaded);
        task.subscribe(this::taskChosen);
        chosenSeries.subscribe(() -> {
            if (!loading) {
                measure();
                plan();
            }
        });
        run.training().subscribe(this::refreshReady);
        session.live().subscribe(live -> showProgress.set(live != null));
    }

    BooleanBinding empty() {
        return session.dataset().isNull().and(session.live().isNull());
    }

    /** Tasks that suit the loaded data. */
    ObservableList<String> tasks() {
        return tasks;
    }

    ObjectProperty<String> task() {
        return task;
    }

    /** Series of a price file that has several, else empty. */
    ObservableList<String> series() {
        return series;
    }

    /** Empty for the first or only one. */
    ObjectProperty<String> chosenSeries() {
        return chosenSeries;
    }

    /** Settings of the chosen task; kept while another task is chosen. Null without data. */
    ReadOnlyObjectProperty<Form> form() {
        return form.getReadOnlyProperty();
    }

    /** Null where the settings are not valid or the data too short. */
    ReadOnlyObjectProperty<SplitPlan> split() {
        return split.getReadOnlyProperty();
    }

    /** Null where the settings are not valid or the data too short. */
    ReadOnlyObjectProperty<LayerPlan> layers() {
        return layers.getReadOnlyProperty();
    }

    /** Why the data does not suit the settings. */
    ReadOnlyObjectProperty<Optional<Notice>> obstacle() {
        return obstacle.getReadOnlyProperty();
    }

    /** The run in progress or the last one. */
    FollowedRun run() {
        return run;
    }

    /** Whether a run can start. */
    ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** Whether the centre shows the run rather than the plan; set when a run starts, cleared when another task is chosen. */
    ObjectProperty<Boolean> showProgress() {
        return showProgress;
    }

    /** The specification as edited; empty where a setting is not valid or nothing is loaded. */
    Optional<RunSpec> spec() {
        Dataset dataset = session.dataset().get();
        if (dataset == null || form.get() == null || !form.get().valid().get()) {
            return Optional.empty();
        }
        String path = dataset.file().toAbsolutePath().toString();
        String name = chosenSeries.get() == null ? "" : chosenSeries.get();
        return Optional.of(form.get().spec(path, name, dataset.loaded().reading()));
    }

    /** What the run will do, in one sentence of the language as it is now; empty where a setting is not valid or nothing is loaded. */
    Optional<Notice> intro() {
        return spec().map(spec -> switch (spec) {
            case ForecastSpec s when unit == BarUnit.DAY -> Notice.of("train.intro.forecast", s.window(), s.horizon());
            case ForecastSpec s -> Notice.of("train.intro.forecast.bars", s.window(), s.horizon(), unit.many(texts));
            case ClassifySpec s
            when unit == BarUnit.DAY ->
                Notice.of("train.intro.classify", s.window(), s.imageSize(), s.horizon(), name(s));
            case ClassifySpec s ->
                Notice.of(
                        "train.intro.classify.bars", s.window(), s.imageSize(), s.horizon(), unit.many(texts), name(s));
            case CreditSpec s -> Notice.of("train.intro.credit");
            case GenerateSpec s when unit == BarUnit.DAY -> Notice.of("train.intro.generate", s.window());
            case GenerateSpec s -> Notice.of("train.intro.generate.bars", s.window(), unit.many(texts));
        });
    }

    private String name(RunSpec spec) {
        return texts.get("common.model." + spec.model());
    }

    /** What a row of the chosen series spans. */
    BarUnit unit() {
        return unit;
    }

    /** Target column of a credit table, else empty. */
    String target() {
        Dataset dataset = session.dataset().get();
        return dataset != null && dataset.imported() instanceof Imported.Credit credit
                ? credit.book().target()
                : "";
    }

    /** Name of the loaded file, empty without one. */
    String dataName() {
        return session.dataset().get() == null ? "" : session.dataset().get().name();
    }

    void train() {
        if (ready.get() && !session.training()) {
            spec().ifPresent(session::train);
        }
    }

    void reset() {
        if (form.get() != null) {
            form.get().reset();
        }
    }

    void openData() {
        session.page().set("data");
    }

    private void loaded(Dataset dataset) {
        if (dataset == null) {
            plan(); // the last file was closed
            return;
        }
        List<String> suitable = tasksFor(dataset.imported());
        loading = true;
        tasks.setAll(suitable);
        List<String> names =
                switch (dataset.imported()) {
                    case Imported.Prices prices
                    when prices.series().size() > 1 ->
                        prices.series().stream().map(PriceHistory::symbol).toList();
                    case Imported.Prices prices -> List.of();
                    case Imported.Credit credit -> List.of();
                };
        String before = chosenSeries.get(); // a list bound to the choice takes it away with the names
        series.setAll(names);
        chosenSeries.set(names.contains(before) ? before : names.isEmpty() ? "" : names.getFirst());
        if (task.get() == null || !suitable.contains(task.get())) {
            task.set(suitable.getFirst());
        }
        loading = false;
        measure();
        plan();
    }

    static List<String> tasksFor(Imported data) {
        return switch (data) {
            case Imported.Prices prices -> List.of("forecast", "classify", "generate");
            case Imported.Credit credit -> List.of("credit");
        };
    }

    private void taskChosen(String name) {
        if (name != null) {
            form.set(forms.computeIfAbsent(name, this::newForm));
            if (!run.training().get()) {
                showProgress.set(false);
            }
            if (!loading) {
                plan();
            }
        }
    }

    private Form newForm(String name) {
        Form fresh = new Form(name);
        fresh.fields().forEach(field -> field.text().subscribe(typed -> {
            if (fresh == form.get()) {
                plan();
            }
        }));
        return fresh;
    }

    private void measure() {
        unit = session.dataset().get() != null && session.dataset().get().imported() instanceof Imported.Prices prices
                ? BarUnit.of(prices.seriesNamed(chosenSeries.get() == null ? "" : chosenSeries.get())
                        .dates())
                : BarUnit.DAY;
    }

    private void plan() {
        split.set(null);
        layers.set(null);
        obstacle.set(Optional.empty());
        Dataset dataset = session.dataset().get();
        Optional<RunSpec> spec = spec();
        if (dataset != null && spec.isPresent() && tasks.contains(spec.get().task())) {
            cut(spec.get(), dataset.imported());
        }
        refreshReady();
    }

    private void cut(RunSpec spec, Imported data) {
        try {
            if (data instanceof Imported.Credit credit && credit.book().bad().length == 0) {
                throw new NoticeException(Notice.of("train.obstacle.noTarget"));
            }
            SplitPlan cut = SplitPlan.of(spec, data);
            layers.set(LayerPlan.of(spec, data, features(spec, data), unit));
            split.set(cut);
        } catch (NoticeException e) {
            obstacle.set(Optional.of(e.notice()));
        }
    }

    private static int features(RunSpec spec, Imported data) {
        if (!(spec instanceof ForecastSpec) || !(data instanceof Imported.Prices prices)) {
            return 0;
        }
        return ForecastWindows.featureNames(prices.seriesNamed(spec.series())).size();
    }

    private void refreshReady() {
        ready.set(split.get() != null && !run.training().get());
    }
}
