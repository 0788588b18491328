package io.riskloom.app.session;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.StudySummary;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** A study while its runs train, as pages watch it, or one of the store as it was left. Changed on the JavaFX thread. */
public final class LiveStudy {

    /** What it is doing. */
    public enum State {
        TRAINING,
        STOPPING,
        ENDED
    }

    private final List<LiveMember> members;
    private final int atOnce;
    private final Runnable stop;
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private Study study;
    private State state;

    /**
     * @param known  runs that the study has already
     * @param atOnce runs that train at the same time, 0 for a study that has ended
     * @param stop   tells the engine to stop
     */
    LiveStudy(Study study, List<Run> known, int atOnce, Runnable stop) {
        this.study = study;
        this.atOnce = atOnce;
        this.stop = stop;
        this.state = atOnce == 0 ? State.ENDED : State.TRAINING;
        this.members = StudySummary.of(study.spec(), known).rows().stream()
                .map(row -> new LiveMember(row.member(), row.run()))
                .toList();
    }

    /** A study as the store knows it. */
    static LiveStudy replay(Study study, List<Run> known) {
        return new LiveStudy(study, known, 0, () -> {});
    }

    public Study study() {
        return study;
    }

    /** One for each planned run, in order. */
    public List<LiveMember> members() {
        return members;
    }

    public State state() {
        return state;
    }

    public boolean running() {
        return state != State.ENDED;
    }

    public int atOnce() {
        return atOnce;
    }

    /** Counts every change of the study, of a member or of a member's run: listen to it and look again. */
    public ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    public long finished() {
        return members.stream().filter(LiveMember::finished).count();
    }

    public long training() {
        return members.stream().filter(LiveMember::training).count();
    }

    /** Share of all epochs of all members that is done, in [0, 1]. */
    public double done() {
        return members.stream().mapToDouble(LiveMember::done).average().orElse(0);
    }

    /** What the finished runs say together. */
    public StudySummary summary() {
        return StudySummary.of(
                study.spec(),
                members.stream().flatMap(member -> member.run().stream()).toList());
    }

    /** The member whose run it is. */
    public Optional<LiveMember> member(String runId) {
        return members.stream()
                .filter(member ->
                        member.run().filter(run -> run.id().equals(runId)).isPresent())
                .findFirst();
    }

    /** Stops all runs after the step in progress; a second call does nothing. */
    public void cancel() {
        if (state == State.TRAINING) {
            state = State.STOPPING;
            stop.run();
            changed();
        }
    }

    /** It is over, and so are its runs. */
    void end(Study last) {
        study = last;
        state = State.ENDED;
        changed();
    }

    void update(Study now) {
        study = now;
    }

    /** Takes over why members could not begin, where none has a run since. */
    void takeRefusals(LiveStudy before) {
        for (int i = 0; i < members.size(); i++) {
            Notice refusal = before.members.get(i).refusal().get();
            if (refusal != null && members.get(i).run().isEmpty()) {
                members.get(i).refuse(refusal);
            }
        }
    }

    /** Whether both show the same runs of the same study. */
    boolean agrees(LiveStudy other) {
        return study.equals(other.study)
                && members.stream()
                        .map(LiveMember::run)
                        .toList()
                        .equals(other.members.stream().map(LiveMember::run).toList());
    }

    /** A run was deleted. */
    void forget(String run, Study shorter) {
        study = shorter;
        member(run).ifPresent(LiveMember::forget);
        changed();
    }

    void changed() {
        changes.set(changes.get() + 1);
    }

    /** Whether every run has finished. */
    public boolean whole() {
        return finished() == members.size();
    }

    /** Whether a run failed or could not begin. */
    public boolean failed() {
        return members.stream()
                .anyMatch(member -> member.refusal().get() != null
                        || member.run()
                                .filter(run -> run.outcome() instanceof Outcome.Failed)
                                .isPresent());
    }
}
