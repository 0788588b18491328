package io.riskloom.app.playground.gan;

import io.riskloom.app.session.LessonEngine;
import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaFrame.Kept;
import io.riskloom.engine.lesson.ArenaLook;
import io.riskloom.engine.lesson.ArenaPhase;
import io.riskloom.engine.lesson.ArenaPreset;
import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.lesson.ArenaTrace;
import io.riskloom.engine.service.Requests;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Two networks in a duel, watched: settings, the moment that is shown, play, one step, back to what was kept. */
public final class GanViewModel {

    /** After these the engine knows nothing of the duel any more. */
    private static final Set<String> LOST = Set.of("service.childDied", "arena.error.unknown");

    private static final int FIRST_PACE = 5;

    private final Session session;
    private final LessonEngine engine;
    private final Orders orders;
    private final SettingsHistory history = new SettingsHistory();
    private final ReadOnlyObjectWrapper<ArenaSettings> settings =
            new ReadOnlyObjectWrapper<>(ArenaPreset.RING.settings());
    private final ReadOnlyObjectWrapper<ArenaFrame> frame = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ArenaLook> look = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Notice>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final IntegerProperty pace = new SimpleIntegerProperty(FIRST_PACE);
    private final ObjectProperty<ArenaPhase> phase = new SimpleObjectProperty<>(ArenaPhase.BOTH);
    private final SlowMotion slow = new SlowMotion(this);
    private final CollapseGuide guide = new CollapseGuide(this);
    private Chronicle chronicle = new Chronicle();
    private int duels;
    private boolean looked;
    private boolean behind;
    private boolean lost;
    private Runnable reached;
    private float[] pointed;
    private float[] unanswered;
    private int left;

    public GanViewModel(Session session) {
        this.session = session;
        this.engine = session.lesson();
        this.orders = new Orders(engine, this::failed, this::answerPointer);
        session.dataset().subscribe((was, is) -> {
            if (settings.get().data().ofPaths()) {
                prices().ifPresent(data -> change("data", s -> s.with(data)));
            }
        });
    }

    /** From now on the engine may be started. */
    void shown() {
        looked = true;
        engine.wake();
        if (frame.get() == null || behind) {
            behind = false;
            follow();
        }
    }

    /** Nobody looks: what changes from now on is asked when someone does. */
    void hidden() {
        stop();
        looked = false;
        engine.rest(this::rested);
    }

    /** The engine was ended unseen, and all branches with it. */
    void rested() {
        orders.drop();
        if (frame.get() != null) {
            lost = true;
            problem.set(Optional.of(Notice.of("arena.rested", LessonEngine.IDLE_MINUTES)));
        }
    }

    ReadOnlyObjectProperty<ArenaSettings> settings() {
        return settings.getReadOnlyProperty();
    }

    /** The last answer; null before the first. Set last of all. */
    ReadOnlyObjectProperty<ArenaFrame> frame() {
        return frame.getReadOnlyProperty();
    }

    /** What becomes of the noise that is pointed at; null while none is, and after every step. */
    ReadOnlyObjectProperty<ArenaLook> looked() {
        return look.getReadOnlyProperty();
    }

    Chronicle chronicle() {
        return chronicle;
    }

    /** Why there is no duel, or why it stands still. */
    ReadOnlyObjectProperty<Optional<Notice>> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return engine.busy();
    }

    /** Steps from one picture to the next while it plays. */
    IntegerProperty pace() {
        return pace;
    }

    /** Who learns in the next steps. */
    ObjectProperty<ArenaPhase> phase() {
        return phase;
    }

    SlowMotion slow() {
        return slow;
    }

    CollapseGuide guide() {
        return guide;
    }

    /** The loaded prices as data; empty where none are loaded. */
    Optional<ArenaSettings.Data> prices() {
        return LoadedPrices.of(session.dataset().get(), settings.get().data().window());
    }

    /** Prices are wanted and none are loaded. */
    void needsPrices() {
        problem.set(Optional.of(Notice.of("arena.needsPrices")));
    }

    /** @param what is changed: changes of the same thing one after another are taken back together */
    void change(String what, UnaryOperator<ArenaSettings> edit) {
        ArenaSettings next = edit.apply(settings.get());
        if (!next.equals(settings.get())) {
            history.changed(what, settings.get());
            take(next);
        }
    }

    void undo() {
        history.undo(settings.get()).ifPresent(this::take);
    }

    void redo() {
        history.redo(settings.get()).ifPresent(this::take);
    }

    private void take(ArenaSettings other) {
        settings.set(other);
        slow.leave();
        if (!playing.get()) {
            follow();
        }
    }

    /** The shown moment by the settings of now. */
    private void follow() {
        if (!looked) {
            behind = true;
        } else if (lost) {
            begin();
        } else {
            orders.order(() -> advance(0));
        }
    }

    /** Whatever is changed next is taken back by itself. */
    void settle() {
        history.settle();
    }

    /** New networks by these settings; the same settings give the same numbers. */
    void begin() {
        stop();
        String ended = id();
        boolean known = frame.get() != null && !lost;
        orders.order(() -> {
            renew();
            if (known) {
                orders.ask(service -> service.arenaClose(new Requests.ArenaId(ended)), closed -> advance(0));
            } else {
                advance(0);
            }
        });
    }

    private void renew() {
        duels++;
        lost = false;
        chronicle = new Chronicle();
    }

    /** New networks by other settings. */
    void begin(ArenaSettings other) {
        history.settle();
        history.changed("preset", settings.get());
        settings.set(other);
        begin();
    }

    void togglePlay() {
        boolean play = !playing.get();
        stop();
        if (play) {
            if (lost) {
                begin();
            }
            problem.set(Optional.empty());
            playing.set(true);
            beat();
        }
    }

    void pause() {
        stop();
    }

    /** Plays so many steps of both by other settings, then stands still; {@code reached} hears of it unless someone stops it. */
    void play(ArenaSettings other, int steps, Runnable reached) {
        stop();
        if (lost) {
            renew();
        }
        slow.on().set(false);
        phase.set(ArenaPhase.BOTH);
        problem.set(Optional.empty());
        playing.set(true);
        history.settle();
        change("preset", was -> other);
        left = steps;
        this.reached = reached;
        beat();
    }

    /** Runs it when all that was ordered is done; whatever else is begun before takes its place. */
    void whenStill(Runnable work) {
        orders.whenStill(work);
    }

    /** So many steps, then it stands still. */
    void step(int steps) {
        stop();
        if (lost) {
            begin();
        } else {
            orders.order(() -> advance(steps));
        }
    }

    /** The next stage in slow motion, else one step. */
    void advanceByHand() {
        if (slow.on().get()) {
            playing.set(false);
            slow.next();
        } else {
            step(1);
        }
    }

    /** Back to a moment with its settings. */
    void rewind(Kept there) {
        stop();
        orders.order(() -> orders.ask(
                service -> service.arenaRewind(new Requests.ArenaRewind(id(), there.branch(), there.step())),
                answer -> {
                    if (!answer.settings().equals(settings.get())) {
                        history.settle();
                        history.changed("rewind", settings.get());
                        settings.set(answer.settings());
                    }
                    heard(answer);
                }));
    }

    /** Points at a noise; null at none. */
    void point(float[] at) {
        pointed = at;
        unanswered = at;
        if (at == null) {
            look.set(null);
        } else {
            orders.goOn();
        }
    }

    /** The next picture of the play, once the one before has come. */
    void beat() {
        if (!playing.get() || orders.underWay()) {
            return;
        }
        if (slow.on().get()) {
            slow.next();
        } else {
            advance(left > 0 ? Math.min(left, pace.get()) : pace.get());
        }
    }

    /** One step told stage by stage. */
    void trace(Consumer<ArenaTrace> told) {
        if (lost) {
            begin();
        } else {
            orders.order(() -> orders.ask(service -> service.arenaTrace(request(1)), told));
        }
    }

    private void stop() {
        playing.set(false);
        left = 0;
        orders.forget();
        reached = null;
        slow.leave();
    }

    private void answerPointer() {
        if (unanswered != null && unanswered.length == settings.get().noise().dimension()) {
            float[] at = unanswered;
            unanswered = null;
            orders.ask(service -> service.arenaLook(new Requests.ArenaLookRequest(id(), at)), look::set);
        }
    }

    private void advance(int steps) {
        if (!looked) {
            behind = true;
            return;
        }
        orders.ask(service -> service.arena(request(steps)), answer -> {
            heard(answer);
            left = Math.max(0, left - steps);
            if (reached != null && left == 0) {
                Runnable hears = reached;
                stop();
                hears.run();
            }
        });
    }

    private Requests.ArenaRequest request(int steps) {
        return new Requests.ArenaRequest(id(), settings.get(), steps, phase.get());
    }

    private String id() {
        return "gan-" + duels;
    }

    /** A moment that was reached or gone back to. */
    void heard(ArenaFrame answer) {
        problem.set(Optional.ofNullable(answer.trouble()));
        if (answer.trouble() != null) {
            stop();
        }
        unanswered = pointed;
        if (pointed == null) {
            look.set(null);
        }
        chronicle.add(answer);
        frame.set(answer);
    }

    private void failed(Notice reason) {
        stop();
        lost |= LOST.contains(reason.key());
        problem.set(Optional.of(reason));
    }
}
