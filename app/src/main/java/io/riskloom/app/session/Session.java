package io.riskloom.app.session;

import io.riskloom.app.task.TaskItem;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.PathFileReport;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.ScoreReport;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.EngineService;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/**
 * The open project: loaded data, runs, the run in progress, the engine to ask. The only state that pages share; changed on
 * the JavaFX thread.
 */
public final class Session implements AutoCloseable {

    private final Tasks tasks;
    private final Project project;
    private final EngineHost engines;
    private final DataShelf data;
    private final Trainings trainings;
    private final Studies studies;
    private final Beginnings beginnings;
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final Watched watched;
    private final ReadOnlyObjectWrapper<Notice> problem = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Run> runs = FXCollections.observableArrayList();
    private final ObservableMap<String, Run> chosen = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<Run> latest = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(true);
    private final ProjectSettings settings;
    private final ObjectProperty<String> page = new SimpleObjectProperty<>("data");

    public Session(Tasks tasks, Project project, EngineHost engines) {
        this.tasks = tasks;
        this.project = project;
        this.engines = engines;
        this.settings = new ProjectSettings(this);
        this.data = new DataShelf(this);
        this.trainings = new Trainings(this, engines.starter());
        this.studies = new Studies(this, engines.starter());
        this.beginnings = new Beginnings(this);
        beginnings.open().subscribe(open -> working.set(busy()));
        live().flatMap(LiveRun::run).subscribe(run -> working.set(busy()));
        studies.live().flatMap(LiveStudy::changes).subscribe(count -> working.set(busy()));
        this.watched = new Watched(this);
    }

    public Tasks tasks() {
        return tasks;
    }

    public Project project() {
        return project;
    }

    /** The opened files. */
    public DataShelf data() {
        return data;
    }

    /** The file that pages work on, null before one is loaded. */
    public ReadOnlyObjectProperty<Dataset> dataset() {
        return data.active();
    }

    /** Starts and resumes runs. */
    public Trainings trainings() {
        return trainings;
    }

    /** Starts studies and goes on with them. */
    public Studies studies() {
        return studies;
    }

    /** What the page Train shows. */
    public Watched watched() {
        return watched;
    }

    /** See {@link Trainings#live()}. */
    public ReadOnlyObjectProperty<LiveRun> live() {
        return trainings.live();
    }

    /** What went wrong last and was not yet dismissed; the frame shows it. */
    public ReadOnlyObjectProperty<Notice> problem() {
        return problem.getReadOnlyProperty();
    }

    public void dismissProblem() {
        problem.set(null);
    }

    /** Shows a failure in the frame; that something was cancelled is no failure. */
    public void report(Notice notice) {
        if (notice.equals(Tasks.CANCELLED)) {
            return;
        }
        if (notice.key().startsWith("store.error")) {
            saved.set(false);
        }
        problem.set(notice);
    }

    /** Whether all that was done stands in the project's file. */
    public ReadOnlyBooleanProperty saved() {
        return saved.getReadOnlyProperty();
    }

    /** All runs of the project, newest first. */
    public ObservableList<Run> runs() {
        return runs;
    }

    /** The run that a task's page shows, by task; a single run that ends is chosen at once. */
    public ObservableMap<String, Run> chosen() {
        return chosen;
    }

    public void choose(Run run) {
        chosen.put(run.spec().task(), run);
        latest.set(run);
    }

    /** The run chosen last, whichever its task; null before the first. */
    public ReadOnlyObjectProperty<Run> latest() {
        return latest.getReadOnlyProperty();
    }

    /** Id of the page on screen; set it to go there. */
    public ObjectProperty<String> page() {
        return page;
    }

    /**
     * Reads the project's runs, then files.
     *
     * @param named    the files that were asked for; where none was, those that were open last
     * @param fallback opened where the project has none yet
     */
    public void restore(List<Path> named, Optional<Path> fallback) {
        tasks.run(
                Notice.of("common.task.open"),
                item -> new Restored(project.runs(), project.studies(), data.remembered()),
                found -> {
                    studies.show(found.studies());
                    show(found.runs());
                    data.restore(named, found.files(), fallback);
                },
                this::report);
    }

    private record Restored(List<Run> runs, List<Study> studies, ShelfMemory.Kept files) {}

    private void show(List<Run> found) {
        List<Run> newestFirst = found.stream()
                .sorted(Comparator.comparing(Run::started).reversed())
                .toList();
        runs.setAll(newestFirst);
        Map<String, Run> newest = new LinkedHashMap<>();
        newestFirst.stream()
                .filter(run -> run.outcome() instanceof Outcome.Finished)
                .forEach(run -> newest.putIfAbsent(run.spec().task(), run));
        // the newest of all last: a page of several tasks shows the one chosen last
        newest.values().stream().sorted(Comparator.comparing(Run::started)).forEach(this::choose);
    }

    /** Reads a file in the background; on success it becomes the {@link #dataset()}, on failure nothing changes. */
    public TaskItem load(Path file) {
        return data.open(file);
    }

    /** See {@link Trainings#running()}. */
    public boolean training() {
        return trainings.running();
    }

    /** Whether a run or a study is in progress or about to begin. */
    public boolean busy() {
        return beginnings.open().get() || training() || studies.running();
    }

    /** {@link #busy()} to listen to. */
    public ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    Beginnings beginnings() {
        return beginnings;
    }

    /** Why nothing else can train now; empty where something can. */
    public Optional<Notice> occupied() {
        if (training()) {
            return Optional.of(
                    Notice.of("common.error.busy", live().get().run().get().id()));
        }
        if (studies.running()) {
            return Optional.of(Notice.of(
                    "common.error.busyStudy", studies.live().get().study().id()));
        }
        return busy() ? Optional.of(Notice.of("common.error.busyStart")) : Optional.empty();
    }

    /** See {@link Trainings#train} and, for a specification that stands for several runs, {@link Studies#train}. */
    public void train(RunSpec spec) {
        if (spec.study()) {
            studies.train(spec);
        } else {
            trainings.train(spec);
        }
    }

    /** A run has begun or is taken up again. */
    void begun(Run run) {
        if (runs.stream().anyMatch(known -> known.id().equals(run.id()))) {
            replace(run);
        } else {
            runs.addFirst(run);
        }
    }

    /** A run of a study has ended; what its page shows stays. */
    void endedInStudy(Run run) {
        replace(run);
    }

    /** Chooses a run where its page shows none yet. */
    void chooseFirst(Run run) {
        chosen.putIfAbsent(run.spec().task(), run);
    }

    void ended(Run run) {
        replace(run);
        if (run.outcome() instanceof Outcome.Finished) {
            choose(run);
        }
    }

    private void replace(Run run) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).id().equals(run.id())) {
                runs.set(i, run);
            }
        }
    }

    /** Removes a run with its weights. */
    public void delete(Run run) {
        tasks.run(
                Notice.of("common.task.delete", run.id()),
                item -> {
                    project.delete(run.id());
                    return run;
                },
                gone -> {
                    studies.forget(gone.id());
                    forget(List.of(gone.id()));
                },
                this::report);
    }

    /** Takes runs away that the project has no longer. */
    void forget(List<String> ids) {
        runs.removeIf(run -> ids.contains(run.id()));
        chosen.values().removeIf(run -> ids.contains(run.id()));
    }

    /**
     * Asks the engine, started on first use. The answer comes on the JavaFX thread; failures are shown by the frame.
     *
     * @param question such as {@code e -> e.features(request)}
     */
    public <T> TaskItem ask(Notice title, Function<EngineService, CompletableFuture<T>> question, Consumer<T> answer) {
        return ask(title, question, answer, this::report);
    }

    /**
     * As above, with the failure handled by the caller. Cancelling gives up this question only; see {@link EngineHost#giveUp}.
     */
    public <T> TaskItem ask(
            Notice title,
            Function<EngineService, CompletableFuture<T>> question,
            Consumer<T> answer,
            Consumer<Notice> failed) {
        Question<T> asked = new Question<>(engines, question);
        TaskItem item = tasks.follow(title, asked.answer(), () -> tasks.background(asked::giveUp), answer, failed);
        tasks.background(asked::send);
        return item;
    }

    /**
     * Scores a file into another, by an engine of its own. Cancelling asks it to stop: whether the file was written says the
     * report.
     *
     * @param scored how far it is, on the JavaFX thread
     */
    public TaskItem scoreFile(
            Requests.ScoreFileRequest request,
            Consumer<EngineEvents.Scored> scored,
            Consumer<ScoreReport> done,
            Consumer<Notice> failed) {
        Notice title = Notice.of("common.task.score", Path.of(request.data()).getFileName());
        return tasks.runToEnd(title, new FileScoring(tasks, engines, request, title, scored), done, failed);
    }

    /**
     * Draws paths into a file, by an engine of its own. Cancelling asks it to stop: whether the file was written says the report.
     *
     * @param written how far it is, on the JavaFX thread
     */
    public TaskItem writePaths(
            Requests.PathFileRequest request,
            Consumer<EngineEvents.Written> written,
            Consumer<PathFileReport> done,
            Consumer<Notice> failed) {
        Notice title =
                Notice.of("common.task.writePaths", Path.of(request.out()).getFileName());
        return tasks.runToEnd(title, new PathFiling(tasks, engines, request, title, written), done, failed);
    }

    /**
     * TimeGAN's scores of a generator, by an engine of its own; takes minutes.
     *
     * @param judged how far it is, on the JavaFX thread
     */
    public TaskItem judgePaths(
            Requests.ProtocolRequest request,
            Consumer<EngineEvents.Judged> judged,
            Consumer<ProtocolScores> done,
            Consumer<Notice> failed) {
        Notice title = Notice.of("generate.task.protocol");
        return tasks.run(title, new PathJudging(tasks, engines, request, title, judged), done, failed);
    }

    /** An engine of its own for a lesson of the playground; none is started before it is asked. */
    public LessonEngine lesson() {
        return new LessonEngine(
                tasks, engines, CompletableFuture.delayedExecutor(LessonEngine.IDLE_MINUTES, TimeUnit.MINUTES));
    }

    /** Where a run's trained model is. */
    public Requests.ModelRef model(Run run) {
        return new Requests.ModelRef(run.spec(), project.modelFolder(run.id()).toString());
    }

    /** Remembers a setting of the project. */
    public void remember(String key, String value) {
        settings.remember(key, value);
    }

    /** The value given last, stored or about to be. */
    public Optional<String> remembered(String key) {
        return settings.remembered(key);
    }

    void stored() {
        saved.set(true);
    }

    public List<Run> finished(String task) {
        return runs.stream()
                .filter(r -> r.spec().task().equals(task) && r.outcome() instanceof Outcome.Finished)
                .toList();
    }

    /** Stops what is in progress, waits until it is saved, and closes the project; takes some seconds at most. */
    @Override
    public void close() {
        beginnings.close();
        trainings.close();
        studies.close();
        engines.close();
        settings.close();
        project.close();
    }
}
