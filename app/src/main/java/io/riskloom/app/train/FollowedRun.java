package io.riskloom.app.train;

import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.result.ResultPage;
import io.riskloom.app.session.LiveRun;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** The run that the page shows, put into words as it goes. */
final class FollowedRun {

    private final Session session;
    private final Texts texts;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper training = new ReadOnlyBooleanWrapper();
    private final ObservableList<EpochReport> epochs = FXCollections.observableArrayList();
    private final ObservableList<EpochValue> values = FXCollections.observableArrayList();
    private final ListChangeListener<Object> onEpoch = change -> refresh();
    private Subscription following = Subscription.EMPTY;
    private LiveRun live;

    FollowedRun(Session session, Texts texts, Clock clock) {
        this.session = session;
        this.texts = texts;
        this.clock = clock;
        texts.locale().subscribe(locale -> refresh());
        session.watched().run().subscribe(this::follow);
    }

    /** Null where the project has no run. */
    ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** The run as it was when it last changed, without the epochs since; null where the project has none. */
    ReadOnlyObjectProperty<Run> run() {
        return run.getReadOnlyProperty();
    }

    /** Whether it is in progress. */
    ReadOnlyBooleanProperty training() {
        return training.getReadOnlyProperty();
    }

    /** Newest last. */
    ObservableList<EpochReport> epochs() {
        return epochs;
    }

    /** The further figures that the run's epochs give. */
    ObservableList<EpochValue> values() {
        return values;
    }

    /** All runs of the project, newest first. */
    ObservableList<Run> all() {
        return session.runs();
    }

    void choose(Run other) {
        session.watched().choose(other);
    }

    /** @param value empty for the losses */
    LineChart chart(Optional<EpochValue> value) {
        return CurveChart.of(run.get(), epochs, value, texts);
    }

    /** What the run's end offers, as a key of a button: show the result, try again, or nothing while it trains. */
    Optional<String> offer() {
        return Optional.ofNullable(run.get()).flatMap(ended -> switch (ended.outcome()) {
            case Outcome.Running running -> Optional.empty();
            case Outcome.Finished finished ->
                Optional.of("train.show." + ended.spec().task());
            case Outcome.Failed failed -> Optional.of("train.again");
            case Outcome.Cancelled cancelled -> Optional.of("train.again");
        });
    }

    /** Takes the offer. */
    void accept() {
        Run ended = run.get();
        if (ended.outcome() instanceof Outcome.Finished) {
            session.choose(ended);
            session.page().set(ResultPage.of(ended.spec().task()));
        } else if (!session.busy()) {
            session.train(ended.spec());
        }
    }

    /** Whether the offer would be refused, because something else trains. */
    BooleanBinding blocked() {
        return Bindings.createBooleanBinding(
                () -> session.working().get()
                        && offer().filter(key -> key.equals("train.again")).isPresent(),
                session.working(),
                progress);
    }

    private void follow(LiveRun next) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        live = next;
        if (next == null) {
            training.set(false);
            run.set(null);
            progress.set(null);
        } else {
            next.epochs().addListener(onEpoch);
            following = Subscription.combine(
                    () -> next.epochs().removeListener(onEpoch),
                    next.run().subscribe(now -> refresh()),
                    next.steering().subscribe(now -> refresh()),
                    next.progress().subscribe(now -> refresh()),
                    next.refit().subscribe(now -> refresh()),
                    next.refitted().subscribe(now -> refresh()),
                    next.samplesPerSecond().subscribe(now -> refresh()),
                    next.secondsLeft().subscribe(now -> refresh()));
            refresh();
        }
    }

    private void refresh() {
        if (live != null) {
            run.set(live.run().get());
            if (!epochs.equals(live.epochs())) {
                epochs.setAll(live.epochs());
                List<EpochValue> given = EpochValue.of(epochs);
                if (!values.equals(given)) {
                    values.setAll(given);
                }
            }
            training.set(run.get().outcome() instanceof Outcome.Running);
            progress.set(Progress.of(live, clock, texts));
        }
    }
}
