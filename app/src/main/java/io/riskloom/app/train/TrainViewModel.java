package io.riskloom.app.train;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.ResumeOffer;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.CreditDefaults;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
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
    private final ObservableList<String> groupColumns = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Form> form = new ReadOnlyObjectWrapper<>();
    private final Planning planning;
    private final EncoderMemory encoders = new EncoderMemory();
    private final SightModel sight;
    private final ApplicantSightModel applicant;
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final FollowedRun run;
    private final LiveFacts facts;
    private final ResumeOffer resume;
    private final LiveSteering steering;
    private final StudyModel study;
    private final long machine;
    private BarUnit unit = BarUnit.DAY;
    private boolean loading; // a new file or a draft sets many things one by one, and is planned once

    public TrainViewModel(Session session, Texts texts) {
        this(session, texts, Clock.systemDefaultZone(), Machine.memory());
    }

    /** @param machine bytes of memory */
    TrainViewModel(Session session, Texts texts, Clock clock, long machine) {
        this.session = session;
        this.texts = texts;
        this.machine = machine;
        this.planning = new Planning(session.tasks());
        this.sight = new SightModel(session.tasks());
        this.applicant = new ApplicantSightModel(session.tasks());
        this.run = new FollowedRun(session, texts, clock);
        this.facts = new LiveFacts(session, texts, run);
        this.resume = new ResumeOffer(session, run.run());
        this.steering = new LiveSteering(session);
        this.study = new StudyModel(session, texts, clock);
        session.dataset().subscribe(this::loaded);
        task.subscribe(this::taskChosen);
        chosenSeries.subscribe(() -> {
            if (!loading) {
                planning.clear();
                measure();
                renew();
            }
        });
        ready.bind(planning.plan()
                .isNotNull()
                .and(planning.settled())
                .and(session.working().not()));
        session.runs()
                .addListener((InvalidationListener) changed -> renew()); // a run that has ended tells how fast it was
        session.watched().draft().subscribe(this::edit);
    }

    BooleanBinding empty() {
        return session.dataset()
                .isNull()
                .and(session.watched().run().isNull())
                .and(session.watched().study().isNull());
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

    /** Columns of a credit table by which rows can be kept together. */
    ObservableList<String> groupColumns() {
        return groupColumns;
    }

    /** Settings of the chosen task; kept while another task is chosen. Null without data. */
    ReadOnlyObjectProperty<Form> form() {
        return form.getReadOnlyProperty();
    }

    /** Null where the settings are not valid or do not suit the data or the machine. */
    ReadOnlyObjectProperty<Plan> plan() {
        return planning.plan();
    }

    /** All that can be told of the run, possible or not. */
    ReadOnlyObjectProperty<Draft> draft() {
        return planning.draft();
    }

    /** Why the run cannot be as the settings say. */
    ReadOnlyObjectProperty<Optional<Notice>> obstacle() {
        return planning.obstacle();
    }

    /** What the network will see of a series. */
    SightModel sight() {
        return sight;
    }

    /** What the network will see of a table of applicants. */
    ApplicantSightModel applicant() {
        return applicant;
    }

    /** The run on show. */
    FollowedRun run() {
        return run;
    }

    /** Of a generator in training. */
    LiveFacts facts() {
        return facts;
    }

    /** Going on with the run on show. */
    ResumeOffer resume() {
        return resume;
    }

    /** The run in progress, on show or not. */
    LiveSteering steering() {
        return steering;
    }

    /** The study on show, and the one in progress. */
    StudyModel study() {
        return study;
    }

    /** How many runs the settings stand for; 1 where they are not valid. */
    int runs() {
        return plan().get() == null ? 1 : plan().get().split().runs();
    }

    /** Whether a run can start. */
    ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** Whether the centre shows the run rather than the plan; set when a run starts, cleared when another task is chosen. */
    ObjectProperty<Boolean> showProgress() {
        return session.watched().open();
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
        return spec().map(spec -> Intro.of(spec, unit, texts));
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
        if (ready.get() && !session.busy()) {
            spec().ifPresent(session::train);
        }
    }

    void reset() {
        if (form.get() != null) {
            atOnce(form.get()::reset);
        }
    }

    void openData() {
        session.page().set("data");
    }

    private void loaded(Dataset dataset) {
        if (dataset == null) {
            renew(); // the last file was closed
            return;
        }
        List<String> suitable = tasksFor(dataset.imported());
        planning.clear();
        atOnce(() -> {
            offer(dataset, suitable);
            suit(dataset);
            takeDraft(dataset);
        });
    }

    /** Changes several settings and plans once. */
    private void atOnce(Runnable changes) {
        loading = true;
        try {
            changes.run();
        } finally {
            loading = false;
        }
        measure();
        renew();
    }

    private void offer(Dataset dataset, List<String> suitable) {
        tasks.setAll(suitable);
        groupColumns.setAll(
                dataset.imported() instanceof Imported.Credit credit
                        ? credit.book().features().stream()
                                .map(CreditColumn::name)
                                .toList()
                        : List.of());
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
    }

    /** The size of a credit table decides on defaults. */
    private void suit(Dataset dataset) {
        if (dataset.imported() instanceof Imported.Credit credit) {
            forms.computeIfAbsent("credit", this::newForm)
                    .suit("table", CreditDefaults.table(credit.book().size()));
        }
    }

    static List<String> tasksFor(Imported data) {
        return switch (data) {
            case Imported.Prices prices -> List.of("forecast", "classify", "generate");
            case Imported.Credit credit when credit.book().bad().length == 0 -> List.of("anomaly");
            case Imported.Credit credit -> List.of("credit", "anomaly");
        };
    }

    private void taskChosen(String name) {
        if (name != null) {
            form.set(forms.computeIfAbsent(name, this::newForm));
            if (!session.busy()) {
                showProgress().set(false);
            }
            planning.clear();
            renew();
        }
    }

    private Form newForm(String name) {
        Form fresh = new Form(name);
        fresh.edits().subscribe((before, now) -> {
            if (fresh == form.get()) {
                renew();
            }
        });
        return fresh;
    }

    private void measure() {
        unit = session.dataset().get() != null && session.dataset().get().imported() instanceof Imported.Prices prices
                ? BarUnit.of(prices.seriesNamed(chosenSeries.get() == null ? "" : chosenSeries.get())
                        .dates())
                : BarUnit.DAY;
    }

    private void renew() {
        if (loading) {
            return;
        }
        Dataset dataset = session.dataset().get();
        Optional<RunSpec> spec = spec();
        if (dataset != null && spec.isPresent() && tasks.contains(spec.get().task())) {
            List<Run> runs = List.copyOf(session.runs());
            planning.ask(new Planner(dataset.imported(), unit, runs, machine, encoders), spec.get());
        } else {
            planning.clear();
        }
        if (spec.isPresent() && dataset.imported() instanceof Imported.Prices prices) {
            sight.show(spec.get(), prices.seriesNamed(spec.get().series()), unit);
        } else {
            sight.clear();
        }
        if (spec.isPresent()
                && spec.get() instanceof CreditSpec credit
                && dataset.imported() instanceof Imported.Credit table) {
            applicant.show(credit, table.book());
        } else {
            applicant.clear();
        }
    }

    /** Takes a run's settings into the form, as soon as its file is open. */
    private void edit(RunSpec draft) {
        if (draft == null) {
            return;
        }
        Path file = Path.of(draft.data()).toAbsolutePath().normalize();
        Dataset dataset = session.dataset().get();
        if (dataset == null || !dataset.file().equals(file)) {
            session.load(file);
        } else {
            atOnce(() -> takeDraft(dataset));
        }
    }

    private void takeDraft(Dataset dataset) {
        RunSpec draft = session.watched().draft().get();
        boolean same = draft != null
                && dataset.file().equals(Path.of(draft.data()).toAbsolutePath().normalize());
        if (same && tasks.contains(draft.task())) {
            session.watched().takeDraft();
            task.set(draft.task());
            chosenSeries.set(series.contains(draft.series()) ? draft.series() : chosenSeries.get());
            form.get().take(draft);
        }
    }
}
