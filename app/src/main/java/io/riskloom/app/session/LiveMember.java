package io.riskloom.app.session;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.run.StudyPlan;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A run of a study while it waits, trains or has ended. Changed on the JavaFX thread. */
public final class LiveMember {

    private final StudyPlan.Member plan;
    private final ReadOnlyObjectWrapper<LiveRun> live = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Notice> refusal = new ReadOnlyObjectWrapper<>();

    LiveMember(StudyPlan.Member plan, Optional<Run> known) {
        this.plan = plan;
        known.map(LiveRun::replay).ifPresent(live::set);
    }

    /** Which fold and which seed. */
    public StudyPlan.Member plan() {
        return plan;
    }

    /** Null while it waits. */
    public ReadOnlyObjectProperty<LiveRun> live() {
        return live.getReadOnlyProperty();
    }

    public Optional<Run> run() {
        return Optional.ofNullable(live.get()).map(known -> known.run().get());
    }

    /** Why it could not begin; null where it could. */
    public ReadOnlyObjectProperty<Notice> refusal() {
        return refusal.getReadOnlyProperty();
    }

    public boolean training() {
        return run().filter(run -> run.outcome() instanceof Outcome.Running).isPresent();
    }

    public boolean finished() {
        return run().filter(run -> run.outcome() instanceof Outcome.Finished).isPresent();
    }

    /** Share of its epochs that is done, those included from which it will go on; 1 where it has finished. */
    double done() {
        if (live.get() == null) {
            return 0;
        }
        return training() || finished()
                ? live.get().progress().get()
                : live.get().made();
    }

    void begin(LiveRun begun) {
        refusal.set(null);
        live.set(begun);
    }

    void forget() {
        live.set(null);
    }

    void refuse(Notice reason) {
        refusal.set(reason);
    }
}
