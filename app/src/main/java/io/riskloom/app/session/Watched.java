package io.riskloom.app.session;

import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Study;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;

/** What the page Train shows: the plan of the next run, or a run in progress or of the store. Changed on the JavaFX thread. */
public final class Watched {

    private static final String PAGE = "train";

    private final Session session;
    private final ReadOnlyObjectWrapper<LiveRun> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LiveStudy> study = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Boolean> open = new SimpleObjectProperty<>(false);
    private final ReadOnlyObjectWrapper<RunSpec> draft = new ReadOnlyObjectWrapper<>();

    Watched(Session session) {
        this.session = session;
        session.runs().addListener((ListChangeListener<Run>) change -> settle());
        session.live().subscribe(live -> {
            if (live != null) {
                run.set(live);
                study.set(null);
                open.set(true);
            }
        });
        session.studies().live().subscribe(live -> {
            if (live != null) {
                study.set(live);
                open.set(true);
            }
        });
        session.studies().all().addListener((ListChangeListener<Study>) change -> settleStudy());
    }

    /** The run in progress, the one chosen last, or the newest of the project; null before there is any. */
    public ReadOnlyObjectProperty<LiveRun> run() {
        return run.getReadOnlyProperty();
    }

    /** The study shown in the run's place; null where a run is. */
    public ReadOnlyObjectProperty<LiveStudy> study() {
        return study.getReadOnlyProperty();
    }

    /** Whether the run or the study is shown rather than the plan. */
    public ObjectProperty<Boolean> open() {
        return open;
    }

    /** Settings that shall be edited before the next run; null where there are none, or once they were taken. */
    public ReadOnlyObjectProperty<RunSpec> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Chooses the run to watch. */
    public void choose(Run chosen) {
        study.set(null);
        watch(chosen);
    }

    private void watch(Run chosen) {
        LiveRun live = session.live().get();
        run.set(
                live != null && isOf(live, chosen)
                        ? live
                        : session.studies().trains(chosen).orElseGet(() -> LiveRun.replay(chosen)));
    }

    /** Chooses the study to watch. */
    public void choose(Study chosen) {
        study.set(session.studies().open(chosen));
    }

    /** Goes to the page and shows a study. */
    public void show(Study chosen) {
        choose(chosen);
        open.set(true);
        session.page().set(PAGE);
    }

    /** Goes to the page and shows how a run trains or has trained. */
    public void show(Run chosen) {
        choose(chosen);
        open.set(true);
        session.page().set(PAGE);
    }

    /** Goes to the page with a run's settings in its form. */
    public void edit(RunSpec spec) {
        draft.set(spec);
        open.set(false);
        session.page().set(PAGE);
    }

    /** The draft, which is gone with that. */
    public Optional<RunSpec> takeDraft() {
        Optional<RunSpec> taken = Optional.ofNullable(draft.get());
        draft.set(null);
        return taken;
    }

    /** A run that was deleted is shown no longer, one that changed as it is now. */
    private void settle() {
        settleStudy();
        LiveRun shown = run.get();
        Optional<Run> now = session.runs().stream()
                .filter(other -> shown != null && isOf(shown, other))
                .findFirst();
        if (now.isEmpty()) {
            session.runs().stream().findFirst().ifPresentOrElse(this::watch, () -> run.set(null));
        } else if (shown != session.live().get()
                && !now.get().equals(shown.run().get())) {
            watch(now.get());
        }
    }

    /** A study that was deleted is shown no longer, one whose runs have changed as it is now. */
    private void settleStudy() {
        LiveStudy shown = study.get();
        if (shown != null) {
            study.set(session.studies().all().stream()
                    .filter(other -> other.id().equals(shown.study().id()))
                    .findFirst()
                    .map(session.studies()::open)
                    .map(now -> now.agrees(shown) ? shown : now)
                    .orElse(null));
        }
    }

    private static boolean isOf(LiveRun live, Run run) {
        return live.run().get().id().equals(run.id());
    }
}
