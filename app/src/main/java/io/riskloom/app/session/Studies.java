package io.riskloom.app.session;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.service.StudyJob;
import io.riskloom.engine.store.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The studies of the project. Starts them and goes on with them, one at a time and none beside a single run. */
public final class Studies {

    private final Session session;
    private final Project project;
    private final EngineStarter starter;
    private final ObservableList<Study> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<LiveStudy> live = new ReadOnlyObjectWrapper<>();
    private StudyWatch watch;

    Studies(Session session, EngineStarter starter) {
        this.session = session;
        this.project = session.project();
        this.starter = starter;
    }

    /** Newest first. */
    public ObservableList<Study> all() {
        return all;
    }

    /** The study in progress or the last that ended in this session; null before the first. */
    public ReadOnlyObjectProperty<LiveStudy> live() {
        return live.getReadOnlyProperty();
    }

    /** Whether {@link #live()} is there and has not ended. */
    public boolean running() {
        return live.get() != null && live.get().running();
    }

    /** The study that a run belongs to. */
    public Optional<Study> of(Run run) {
        return all.stream().filter(study -> study.runs().contains(run.id())).findFirst();
    }

    /** A run of the study in progress, as it trains. */
    public Optional<LiveRun> trains(Run run) {
        return Optional.ofNullable(live.get())
                .filter(LiveStudy::running)
                .flatMap(study -> study.member(run.id()))
                .map(member -> member.live().get());
    }

    /** {@link #live()} while it is that one and runs, else as the store knows it: its runs may have gone on alone since. */
    LiveStudy open(Study study) {
        boolean own = live.get() != null && live.get().study().id().equals(study.id());
        if (own && running()) {
            return live.get();
        }
        List<Run> members = session.runs().stream()
                .filter(run -> study.runs().contains(run.id()))
                .sorted(Comparator.comparing(Run::started))
                .toList();
        LiveStudy replay = LiveStudy.replay(study, members);
        if (own) {
            replay.takeRefusals(live.get()); // the store knows nothing of what could not begin
        }
        return replay;
    }

    /** A new study. One beside another training is refused with a notice. */
    public void train(RunSpec spec) {
        begin(
                Notice.of("common.task.startStudy", spec.model()),
                events -> new StudyJob(project, spec, "auto", starter, ChildOptions.forSpec(spec), events));
    }

    /** Goes on with a study that was stopped or in which a run failed; what has finished stays.
     * The device and the threads are those of the run that was begun last. */
    public void resume(Study study) {
        begin(
                Notice.of("common.task.startStudy", study.id()),
                events -> StudyJob.resume(project, study.id(), starter, events));
    }

    private void begin(Notice title, StudyWatch.Opening opening) {
        session.beginnings().begin(title, () -> new StudyWatch(session, opening), this::watch);
    }

    private void watch(StudyWatch begun) {
        watch = begun;
        put(begun.live().study());
        live.set(begun.live());
        session.tasks().background(() -> begun.start(this::ended));
    }

    private void ended(Study study, Notice storeFailure) {
        put(study);
        session.runs().stream()
                .filter(run -> study.runs().contains(run.id()) && run.outcome() instanceof Outcome.Finished)
                .findFirst()
                .ifPresent(session::chooseFirst);
        if (storeFailure != null) {
            session.report(storeFailure);
        }
    }

    /** A run has become one of the study's. */
    void joined(LiveStudy study, Run run) {
        Study known = study.study();
        if (!known.runs().contains(run.id())) {
            List<String> runs = new ArrayList<>(known.runs());
            runs.add(run.id());
            Study longer = withRuns(known, runs);
            study.update(longer);
            put(longer);
        }
    }

    private static Study withRuns(Study study, List<String> runs) {
        return new Study(study.id(), study.spec(), study.dataSha256(), study.started(), study.seconds(), runs);
    }

    private void put(Study study) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(study.id())) {
                all.set(i, study);
                return;
            }
        }
        all.addFirst(study);
    }

    void show(List<Study> stored) {
        all.setAll(stored);
    }

    /** Removes a study with its runs and their weights. */
    public void delete(Study study) {
        session.tasks()
                .run(
                        Notice.of("common.task.delete", study.id()),
                        item -> {
                            project.deleteStudy(study.id());
                            return study;
                        },
                        gone -> {
                            all.removeIf(other -> other.id().equals(gone.id()));
                            session.forget(gone.runs());
                        },
                        session::report);
    }

    /** A run was deleted: its study has one less, or is gone with its last. */
    void forget(String run) {
        all.stream().filter(study -> study.runs().contains(run)).findFirst().ifPresent(study -> {
            Study shorter = withRuns(
                    study, study.runs().stream().filter(id -> !id.equals(run)).toList());
            if (live.get() != null && live.get().study().id().equals(study.id())) {
                live.get().forget(run, shorter);
            }
            if (shorter.runs().isEmpty()) {
                all.remove(study);
            } else {
                put(shorter);
            }
        });
    }

    /** Stops the study in progress and waits until it is saved; takes some seconds at most. */
    void close() {
        if (running()) {
            watch.stop();
        }
    }
}
