package io.riskloom.app.session;

import io.riskloom.app.task.TaskItem;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.service.EngineService;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import io.riskloom.engine.store.StoreException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open project: loaded data, runs, the run in progress, the engine to ask. The only state that pages share; changed on
 * the JavaFX thread.
 */
public final class Session implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Tasks tasks;
    private final Project project;
    private final EngineHost engines;
    private final DataShelf data;
    private final ReadOnlyObjectWrapper<LiveRun> live = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Notice> problem = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Run> runs = FXCollections.observableArrayList();
    private final ObservableMap<String, Run> chosen = FXCollections.observableHashMap();
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(true);
    private final Map<String, String> latest = new ConcurrentHashMap<>();
    private final Set<String> unsaved = ConcurrentHashMap.newKeySet();
    private boolean starting;
    private TrainingWatch watch;
    private final ObjectProperty<String> page = new SimpleObjectProperty<>("data");

    public Session(Tasks tasks, Project project, EngineHost engines) {
        this.tasks = tasks;
        this.project = project;
        this.engines = engines;
        this.data = new DataShelf(this);
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

    /** The run in progress or the last that ended in this session; null before the first. */
    public ReadOnlyObjectProperty<LiveRun> live() {
        return live.getReadOnlyProperty();
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

    /** The run that a task's page shows, by task; a run that ends is chosen at once. */
    public ObservableMap<String, Run> chosen() {
        return chosen;
    }

    public void choose(Run run) {
        chosen.put(run.spec().task(), run);
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
                item -> new Restored(project.runs(), data.remembered()),
                found -> {
                    show(found.runs());
                    data.restore(named, found.files(), fallback);
                },
                this::report);
    }

    private record Restored(List<Run> runs, ShelfMemory.Kept files) {}

    private void show(List<Run> found) {
        runs.setAll(found.stream()
                .sorted(Comparator.comparing(Run::started).reversed())
                .toList());
        for (Run run : found) {
            if (run.outcome() instanceof Outcome.Finished) {
                chosen.merge(run.spec().task(), run, (a, b) -> a.started().isAfter(b.started()) ? a : b);
            }
        }
    }

    /** Reads a file in the background; on success it becomes the {@link #dataset()}, on failure nothing changes. */
    public TaskItem load(Path file) {
        return data.open(file);
    }

    /** Whether {@link #live()} is there and has not ended. */
    public boolean training() {
        return live.get() != null && live.get().run().get().outcome() instanceof Outcome.Running;
    }

    /** Trains in a child process of its own. One run at a time; a second is refused with a notice. */
    public void train(RunSpec spec) {
        if (starting) {
            return; // the click before is still on its way
        }
        if (training()) {
            report(Notice.of("common.error.busy", live.get().run().get().id()));
            return;
        }
        problem.set(null);
        starting = true;
        tasks.run(
                Notice.of("common.task.start", spec.model()),
                item -> new TrainingWatch(this, spec),
                begun -> {
                    starting = false;
                    watch = begun;
                    live.set(begun.live());
                    runs.addFirst(begun.live().run().get());
                    tasks.background(begun::start);
                },
                failure -> {
                    starting = false;
                    report(failure);
                });
    }

    EngineHost engines() {
        return engines;
    }

    void ended(Run run) {
        replace(run);
        if (run.outcome() instanceof Outcome.Finished) {
            choose(run);
        }
    }

    void replace(Run run) {
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
                    runs.removeIf(r -> r.id().equals(gone.id()));
                    chosen.values().removeIf(r -> r.id().equals(gone.id()));
                },
                this::report);
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
     * As above, with the failure handled by the caller. Cancelling ends the engine that works on the answer; the next question
     * starts another.
     */
    public <T> TaskItem ask(
            Notice title,
            Function<EngineService, CompletableFuture<T>> question,
            Consumer<T> answer,
            Consumer<Notice> failed) {
        CompletableFuture<T> future = new CompletableFuture<>();
        TaskItem item = tasks.follow(title, future, () -> tasks.background(engines::drop), answer, failed);
        tasks.background(() -> {
            try {
                question.apply(engines.questions()).whenComplete((value, error) -> {
                    if (error == null) {
                        future.complete(value);
                    } else {
                        future.completeExceptionally(error);
                    }
                });
            } catch (RuntimeException e) {
                future.completeExceptionally(e);
            }
        });
        return item;
    }

    /** Where a run's trained model is. */
    public Requests.ModelRef model(Run run) {
        return new Requests.ModelRef(run.spec(), project.modelFolder(run.id()).toString());
    }

    /** Remembers a setting of the project. */
    public void remember(String key, String value) {
        latest.put(key, value);
        unsaved.add(key);
        tasks.background(() -> {
            try {
                store(key);
                tasks.ui(() -> saved.set(true));
            } catch (StoreException e) {
                tasks.ui(() -> report(e.notice()));
            }
        });
    }

    /** Stores the value given last, so that two quick changes end as the second, whichever thread comes first. */
    private void store(String key) {
        synchronized (latest) {
            if (unsaved.contains(key)) {
                project.setting(key, latest.get(key));
                unsaved.remove(key);
            }
        }
    }

    /** The value given last, stored or about to be. */
    public Optional<String> remembered(String key) {
        return Optional.ofNullable(latest.get(key)).or(() -> project.setting(key));
    }

    public List<Run> finished(String task) {
        return runs.stream()
                .filter(r -> r.spec().task().equals(task) && r.outcome() instanceof Outcome.Finished)
                .toList();
    }

    /** Stops the run in progress, waits until it is saved, and closes the project; takes some seconds at most. */
    @Override
    public void close() {
        if (watch != null) {
            watch.stop();
        }
        engines.close();
        storeUnsaved();
        project.close();
    }

    /** What was remembered just before the window closed is not lost. */
    private void storeUnsaved() {
        for (String key : List.copyOf(unsaved)) {
            try {
                store(key);
            } catch (StoreException e) {
                LOG.error("the setting {} could not be stored", key, e);
            }
        }
    }
}
