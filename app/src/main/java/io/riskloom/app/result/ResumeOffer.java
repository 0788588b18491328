package io.riskloom.app.result;

import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** Going on with a run that was stopped or failed, from its last checkpoint. Changed on the JavaFX thread. */
public final class ResumeOffer {

    private final Session session;
    private final ObservableValue<Run> run;
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Notice>> reason = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Notice> lack = Optional.empty();
    private boolean looked;

    /** @param run its value may be null */
    public ResumeOffer(Session session, ObservableValue<Run> run) {
        this.session = session;
        this.run = run;
        run.subscribe(this::look);
        session.working().subscribe(busy -> judge());
    }

    /** Whether the run stands still without a result. */
    public ReadOnlyBooleanProperty offered() {
        return offered.getReadOnlyProperty();
    }

    /** Whether its checkpoint and its data are there and nothing else trains. */
    public ReadOnlyBooleanProperty possible() {
        return possible.getReadOnlyProperty();
    }

    /** Why it is not possible. */
    public ReadOnlyObjectProperty<Optional<Notice>> reason() {
        return reason.getReadOnlyProperty();
    }

    /** Goes on and shows the run. */
    public void accept() {
        if (possible.get()) {
            session.watched().show(run.getValue());
            session.trainings().resume(run.getValue());
        }
    }

    private void look(Run now) {
        offered.set(
                now != null && (now.outcome() instanceof Outcome.Cancelled || now.outcome() instanceof Outcome.Failed));
        looked = false;
        judge();
        if (offered.get()) {
            session.trainings().obstacle(now, found -> {
                if (now == run.getValue()) {
                    lack = found;
                    looked = true;
                    judge();
                }
            });
        }
    }

    private void judge() {
        reason.set(looked ? lack.or(session::occupied) : Optional.empty());
        possible.set(looked && reason.get().isEmpty());
    }
}
