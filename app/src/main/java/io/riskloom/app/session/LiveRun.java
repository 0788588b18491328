package io.riskloom.app.session;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Run;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A run while it trains, as pages watch it. Changed on the JavaFX thread. */
public final class LiveRun {

    private final ObjectProperty<Run> run;
    private final ObservableList<EpochReport> epochs = FXCollections.observableArrayList();
    private final DoubleProperty progress = new SimpleDoubleProperty(0);
    private final DoubleProperty secondsLeft = new SimpleDoubleProperty(Double.NaN);
    private final BooleanProperty stopping = new SimpleBooleanProperty();
    private final Runnable cancel;

    LiveRun(Run run, Runnable cancel) {
        this.run = new SimpleObjectProperty<>(run);
        this.epochs.setAll(run.epochs());
        this.cancel = cancel;
    }

    /** Its outcome is {@code Running} until it has ended. */
    public ObjectProperty<Run> run() {
        return run;
    }

    public ObservableList<EpochReport> epochs() {
        return epochs;
    }

    /** Share of all epochs that is done, in [0, 1]. */
    public DoubleProperty progress() {
        return progress;
    }

    /** NaN until the first epoch is over. */
    public DoubleProperty secondsLeft() {
        return secondsLeft;
    }

    /** Set at once by {@link #cancel()}, before the engine has stopped. */
    public BooleanProperty stopping() {
        return stopping;
    }

    /** A second call does nothing. */
    public void cancel() {
        if (!stopping.get()) {
            stopping.set(true);
            cancel.run();
        }
    }
}
