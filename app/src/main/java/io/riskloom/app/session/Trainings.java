package io.riskloom.app.session;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.service.TrainingJob;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Starts runs and goes on with runs that stood still, one at a time, each in a child process of its own. */
public final class Trainings {

    private final Session session;
    private final Project project;
    private final EngineStarter starter;
    private final ReadOnlyObjectWrapper<LiveRun> live = new ReadOnlyObjectWrapper<>();
    private TrainingWatch watch;

    Trainings(Session session, EngineStarter starter) {
        this.session = session;
        this.project = session.project();
        this.starter = starter;
    }

    /** The run in progress or the last that ended in this session; null before the first. */
    public ReadOnlyObjectProperty<LiveRun> live() {
        return live.getReadOnlyProperty();
    }

    /** Whether {@link #live()} is there and has not ended. */
    public boolean running() {
        return live.get() != null && live.get().run().get().outcome() instanceof Outcome.Running;
    }

    /** A new run. A second one beside it is refused with a notice. */
    public void train(RunSpec spec) {
        begin(
                Notice.of("common.task.start", spec.model()),
                events -> new TrainingJob(project, spec, "auto", starter, ChildOptions.forSpec(spec), events));
    }

    /** Goes on with a run that was stopped or failed, from its last checkpoint; what speaks against it is told by the frame. */
    public void resume(Run run) {
        begin(
                Notice.of("common.task.resume", run.id()),
                events -> TrainingJob.resume(project, run.id(), starter, events));
    }

    /**
     * What speaks against {@link #resume}, as far as files tell without reading them; asked in the background, answered on the
     * JavaFX thread.
     */
    public void obstacle(Run run, Consumer<Optional<Notice>> answer) {
        session.tasks().background(() -> {
            Optional<Notice> found = obstacle(run);
            session.tasks().ui(() -> answer.accept(found));
        });
    }

    private Optional<Notice> obstacle(Run run) {
        Path data = Path.of(run.spec().data());
        if (!Files.exists(project.modelFolder(run.id()).resolve(Recipe.CHECKPOINT))) {
            return Optional.of(Notice.of("service.noCheckpoint", run.id()));
        }
        return Files.exists(data) ? Optional.empty() : Optional.of(Notice.of("common.error.noFile", data));
    }

    private void begin(Notice title, TrainingWatch.Opening opening) {
        session.beginnings().begin(title, () -> new TrainingWatch(session.tasks(), opening), this::watch);
    }

    private void watch(TrainingWatch begun) {
        watch = begun;
        live.set(begun.live());
        session.begun(begun.live().run().get());
        session.tasks().background(() -> begun.start(this::ended));
    }

    private void ended(Run run, Notice storeFailure) {
        if (storeFailure != null) {
            session.report(storeFailure);
        }
        session.ended(run);
    }

    /** Stops the run in progress and waits until it is saved; takes some seconds at most. */
    void close() {
        if (running()) {
            watch.stop();
        }
    }
}
