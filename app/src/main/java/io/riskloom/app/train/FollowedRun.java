package io.riskloom.app.train;

import io.riskloom.app.result.ResultPage;
import io.riskloom.app.session.LiveRun;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
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

/** The session's run in progress, or the one that ended last, put into words as it goes. */
final class FollowedRun {

    /** Those that have a label, in the order of columns. */
    static final List<String> VALUES = List.of("gradientNorm", "learningRate", "discriminatorAccuracy", "wasserstein1");

    private final Session session;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper training = new ReadOnlyBooleanWrapper();
    private final ObservableList<EpochReport> epochs = FXCollections.observableArrayList();
    private final ObservableList<String> values = FXCollections.observableArrayList();
    private final ListChangeListener<Object> onEpoch = change -> refresh();
    private Subscription following = Subscription.EMPTY;
    private LiveRun live;

    FollowedRun(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        texts.locale().subscribe(this::refresh);
        session.live().subscribe(this::follow);
    }

    /** Null before the first run of this session. */
    ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty training() {
        return training.getReadOnlyProperty();
    }

    /** Set at once when a stop was asked for. */
    BooleanBinding stopping() {
        return Bindings.createBooleanBinding(
                () -> training.get() && live.stopping().get(), progress, training);
    }

    /** Newest last. */
    ObservableList<EpochReport> epochs() {
        return epochs;
    }

    /** Names of the further figures that the run's epochs give, in the order of {@link #VALUES}. */
    ObservableList<String> values() {
        return values;
    }

    /** What the run's end offers, as a key of a button: show the result, try again, or nothing while it trains. */
    Optional<String> offer() {
        return Optional.ofNullable(live).map(LiveRun::run).flatMap(run -> switch (run.get()
                .outcome()) {
            case Outcome.Running running -> Optional.empty();
            case Outcome.Finished finished ->
                Optional.of("train.show." + run.get().spec().task());
            case Outcome.Failed failed -> Optional.of("train.again");
            case Outcome.Cancelled cancelled -> Optional.of("train.again");
        });
    }

    /** Takes the offer. */
    void accept() {
        Run run = live.run().get();
        if (run.outcome() instanceof Outcome.Finished) {
            session.choose(run);
            session.page().set(ResultPage.of(run.spec().task()));
        } else {
            session.train(run.spec());
        }
    }

    void stop() {
        if (training.get()) {
            live.cancel();
        }
    }

    private void follow(LiveRun next) {
        following.unsubscribe();
        live = next;
        if (next != null) {
            next.epochs().addListener(onEpoch);
            following = Subscription.combine(
                    () -> next.epochs().removeListener(onEpoch),
                    next.run().subscribe(this::refresh),
                    next.stopping().subscribe(this::refresh),
                    next.progress().subscribe(this::refresh),
                    next.secondsLeft().subscribe(this::refresh));
            refresh();
        }
    }

    private void refresh() {
        if (live != null) {
            if (!epochs.equals(live.epochs())) {
                epochs.setAll(live.epochs());
                List<String> given = VALUES.stream()
                        .filter(name ->
                                epochs.stream().anyMatch(epoch -> epoch.values().containsKey(name)))
                        .toList();
                if (!values.equals(given)) {
                    values.setAll(given);
                }
            }
            training.set(live.run().get().outcome() instanceof Outcome.Running);
            progress.set(Progress.of(live, texts));
        }
    }
}
