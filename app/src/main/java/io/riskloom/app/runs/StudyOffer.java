package io.riskloom.app.runs;

import io.riskloom.app.session.LiveStudy;
import io.riskloom.app.session.Session;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Study;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/** What can be done with the study that a run belongs to. */
final class StudyOffer {

    private final Session session;
    private final ObservableValue<Run> run;
    private final ReadOnlyObjectWrapper<Study> study = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper deletable = new ReadOnlyBooleanWrapper();
    private final BooleanProperty asking = new SimpleBooleanProperty();

    /** @param run its value may be null */
    StudyOffer(Session session, ObservableValue<Run> run) {
        this.session = session;
        this.run = run;
        run.subscribe(chosen -> look());
        session.studies().all().addListener((InvalidationListener) changed -> look());
    }

    /** Null where the run belongs to none. */
    ReadOnlyObjectProperty<Study> study() {
        return study.getReadOnlyProperty();
    }

    /** The fold of the run, from 1; 0 where there are none. */
    int fold() {
        Run chosen = run.getValue();
        return chosen != null && chosen.spec().inFolds() ? chosen.spec().fold() : 0;
    }

    /** Whether the study may be deleted: one that trains may not. */
    ReadOnlyBooleanProperty deletable() {
        return deletable.getReadOnlyProperty();
    }

    /** Whether the panel asks if the study shall be deleted. */
    BooleanProperty asking() {
        return asking;
    }

    /** Goes to the page Train and shows it. */
    void show() {
        session.watched().show(study.get());
    }

    void delete() {
        asking.set(false);
        session.studies().delete(study.get());
    }

    private void look() {
        Study now = Optional.ofNullable(run.getValue())
                .flatMap(session.studies()::of)
                .orElse(null);
        if (now == null || study.get() == null || !now.id().equals(study.get().id())) {
            asking.set(false);
        }
        study.set(now);
        LiveStudy live = session.studies().live().get();
        deletable.set(now != null
                && !(session.studies().running() && live.study().id().equals(now.id())));
    }
}
