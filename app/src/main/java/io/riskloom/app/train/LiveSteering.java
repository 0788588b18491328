package io.riskloom.app.train;

import io.riskloom.app.session.LiveRun;
import io.riskloom.app.session.LiveRun.Steering;
import io.riskloom.app.session.Session;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** What can be asked of the run in progress. */
final class LiveSteering {

    private final Session session;
    private final ReadOnlyBooleanWrapper training = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Steering> state = new ReadOnlyObjectWrapper<>(Steering.GOES_ON);
    private Subscription following = Subscription.EMPTY;

    LiveSteering(Session session) {
        this.session = session;
        session.live().subscribe(this::follow);
    }

    ReadOnlyBooleanProperty training() {
        return training.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Steering> state() {
        return state.getReadOnlyProperty();
    }

    /** Pauses a run that goes on, has one go on that pauses. */
    void pauseOrGoOn() {
        if (training.get()) {
            if (paused()) {
                session.live().get().goOn();
            } else {
                session.live().get().pause();
            }
        }
    }

    /** Whether a pause was asked for. */
    boolean paused() {
        return state.get() == Steering.PAUSING || state.get() == Steering.PAUSED;
    }

    /** Whether an end was asked for. */
    boolean ending() {
        return state.get() == Steering.KEEPING || state.get() == Steering.STOPPING;
    }

    /** Ends with the best epoch so far. */
    void keep() {
        if (training.get()) {
            session.live().get().keep();
        }
    }

    void stop() {
        if (training.get()) {
            session.live().get().cancel();
        }
    }

    private void follow(LiveRun live) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (live != null) {
            following = Subscription.combine(
                    live.steering().subscribe(state::set),
                    live.run().subscribe(run -> training.set(session.training())));
        }
    }
}
