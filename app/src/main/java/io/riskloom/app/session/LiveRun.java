package io.riskloom.app.session;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.EngineEvents.Refit;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A run while it trains, as pages watch it, or one of the store as it was left. Changed on the JavaFX thread. */
public final class LiveRun {

    /** What was asked of a run, and whether it has heeded it yet. */
    public enum Steering {
        GOES_ON,
        /** The step in progress ends first. */
        PAUSING,
        PAUSED,
        /** Ends with the best epoch so far. */
        KEEPING,
        STOPPING
    }

    /** How the engine is told. */
    interface Controls {
        Controls NONE = new Controls() {
            @Override
            public void cancel() {}

            @Override
            public void keep() {}

            @Override
            public void pause() {}

            @Override
            public void goOn() {}
        };

        void cancel();

        void keep();

        void pause();

        void goOn();
    }

    private final ObjectProperty<Run> run;
    private final ObservableList<EpochReport> epochs = FXCollections.observableArrayList();
    private final DoubleProperty progress = new SimpleDoubleProperty(0);
    private final DoubleProperty secondsLeft = new SimpleDoubleProperty(Double.NaN);
    private final DoubleProperty samplesPerSecond = new SimpleDoubleProperty(Double.NaN);
    private final ObjectProperty<Refit> refit = new SimpleObjectProperty<>();
    private final DoubleProperty refitted = new SimpleDoubleProperty(0);
    private final ObjectProperty<Steering> steering = new SimpleObjectProperty<>(Steering.GOES_ON);
    private final BooleanBinding stopping = steering.isEqualTo(Steering.STOPPING);
    private final Controls controls;

    LiveRun(Run run, Controls controls) {
        this.run = new SimpleObjectProperty<>(run);
        this.epochs.setAll(run.epochs());
        this.progress.set(made());
        this.controls = controls;
    }

    /** A run as the store knows it; nothing can be asked of it. */
    static LiveRun replay(Run run) {
        LiveRun replay = new LiveRun(run, Controls.NONE);
        if (!(run.outcome() instanceof Outcome.Running)) {
            replay.end(run);
        }
        return replay;
    }

    /** Share of its epochs that the run has behind it, in [0, 1]; one that goes on begins there. */
    double made() {
        return epochs.isEmpty()
                ? 0
                : Math.min(
                        1, (double) epochs.getLast().epoch() / run.get().spec().epochs());
    }

    /** It is over. */
    void end(Run last) {
        progress.set(1);
        secondsLeft.set(0);
        run.set(last);
    }

    /** As it stands where its outcome could not be stored. */
    Run broken(Notice reason) {
        Run begun = run.get();
        return new Run(
                begun.id(),
                begun.spec(),
                begun.provenance(),
                begun.started(),
                begun.seconds(),
                List.copyOf(epochs),
                new Outcome.Failed(reason));
    }

    /** Its outcome is {@code Running} until it has ended. */
    public ObjectProperty<Run> run() {
        return run;
    }

    /** In order, each number once. */
    public ObservableList<EpochReport> epochs() {
        return epochs;
    }

    /** Share of all epochs that is done, in [0, 1]. */
    public DoubleProperty progress() {
        return progress;
    }

    /** NaN until the first steps are over. */
    public DoubleProperty secondsLeft() {
        return secondsLeft;
    }

    /** Rows learnt a second in the epoch in progress; NaN before its first step. */
    public DoubleProperty samplesPerSecond() {
        return samplesPerSecond;
    }

    /** While the model is trained anew on all known days; else null. */
    public ObjectProperty<Refit> refit() {
        return refit;
    }

    /** Share of that training that is done, in [0, 1]. */
    public DoubleProperty refitted() {
        return refitted;
    }

    public ObjectProperty<Steering> steering() {
        return steering;
    }

    /** Set at once by {@link #cancel()}, before the engine has stopped. */
    public BooleanBinding stopping() {
        return stopping;
    }

    /** A second call does nothing. */
    public void cancel() {
        if (!stopping.get()) {
            steering.set(Steering.STOPPING);
            controls.cancel();
        }
    }

    /** Ends after the step in progress with the best epoch so far; a run that is being stopped stops. */
    public void keep() {
        if (!ending()) {
            steering.set(Steering.KEEPING);
            controls.keep();
        }
    }

    /** Waits before the next step. */
    public void pause() {
        if (steering.get() == Steering.GOES_ON) {
            steering.set(Steering.PAUSING);
            controls.pause();
        }
    }

    public void goOn() {
        if (!ending()) {
            steering.set(Steering.GOES_ON);
            controls.goOn();
        }
    }

    /** The engine says that it waits or goes on; the latter may come late, after the next pause was asked for. */
    void paused(boolean waits) {
        if (waits && steering.get() == Steering.PAUSING) {
            steering.set(Steering.PAUSED);
        } else if (!waits && steering.get() == Steering.PAUSED) {
            steering.set(Steering.GOES_ON);
        }
    }

    private boolean ending() {
        return steering.get() == Steering.STOPPING || steering.get() == Steering.KEEPING;
    }
}
