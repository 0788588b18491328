package io.riskloom.app.playground.residual;

import io.riskloom.app.session.LessonEngine;
import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.lesson.RaceFrame;
import io.riskloom.engine.lesson.RaceSettings;
import io.riskloom.engine.service.Requests;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A plain and a residual stack in training, and the block that is looked at. Every change of a setting begins a new race. */
public final class ResidualViewModel {

    /** The one problem that another file solves. */
    static final String NEEDS_PRICES = "residual.needsPrices";

    /** What the middle shows. */
    enum Look {
        RACE,
        BLOCK
    }

    private final Session session;
    private final LessonEngine engine;
    private final ReadOnlyObjectWrapper<Knobs> knobs = new ReadOnlyObjectWrapper<>(Knobs.START);
    private final ReadOnlyObjectWrapper<RaceFrame> frame = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Notice>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final IntegerProperty stepsPerFrame = new SimpleIntegerProperty(1);
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.RACE);
    private final IntegerProperty block = new SimpleIntegerProperty();
    private final IntegerProperty sample = new SimpleIntegerProperty();
    private Course course = new Course();
    private int races;
    private boolean looked;
    private boolean asked;
    private boolean lost;

    public ResidualViewModel(Session session) {
        this.session = session;
        this.engine = session.lesson();
        session.dataset().subscribe((was, is) -> begin());
        block.subscribe((was, is) -> ask(0));
        sample.subscribe((was, is) -> ask(0));
    }

    /** From now on the engine may be started. */
    void shown() {
        looked = true;
        engine.wake();
        if (!asked) {
            begin();
        }
    }

    /** Nobody looks: what changes from now on is asked when someone does. */
    void hidden() {
        pause();
        looked = false;
        engine.rest(this::rested);
    }

    /** The engine was ended unseen, and the race with it; it repeats by the seed. */
    void rested() {
        if (frame.get() != null) {
            lost = true;
            problem.set(Optional.of(Notice.of("residual.rested", LessonEngine.IDLE_MINUTES)));
        }
    }

    ReadOnlyObjectProperty<Knobs> knobs() {
        return knobs.getReadOnlyProperty();
    }

    /** The last answer; null before the first of a race. Set last of all. */
    ReadOnlyObjectProperty<RaceFrame> frame() {
        return frame.getReadOnlyProperty();
    }

    /** Since the race began. */
    Course course() {
        return course;
    }

    /** Why there is no race, or why it ended. */
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
    IntegerProperty stepsPerFrame() {
        return stepsPerFrame;
    }

    ObjectProperty<Look> look() {
        return look;
    }

    /** Number of the block that is looked at, from 0. */
    IntegerProperty block() {
        return block;
    }

    /** Number of the checked window that runs through it, from 0. */
    IntegerProperty sample() {
        return sample;
    }

    void change(UnaryOperator<Knobs> edit) {
        Knobs next = edit.apply(knobs.get());
        if (!next.equals(knobs.get())) {
            knobs.set(next);
            block.set(Math.min(block.get(), next.depth() / 2 - 1));
            begin();
        }
    }

    /** A new race from the first weights; it repeats by the seed. */
    void begin() {
        playing.set(false);
        lost = false;
        races++;
        course = new Course();
        problem.set(Optional.empty());
        frame.set(null);
        asked = false;
        ask(0);
    }

    void togglePlay() {
        if (problem.get().isPresent()) {
            begin();
        }
        playing.set(!playing.get());
        beat();
    }

    void pause() {
        playing.set(false);
    }

    /** So many steps, then it stands still. */
    void step(int steps) {
        pause();
        if (lost) {
            begin();
        } else {
            ask(steps);
        }
    }

    /** The next picture of the play, once the one before has come. */
    void beat() {
        if (playing.get() && !engine.busy().get()) {
            ask(stepsPerFrame.get());
        }
    }

    private void ask(int steps) {
        if (!looked || lost) {
            return;
        }
        Optional<RaceSettings> settings = knobs.get().settings(session.dataset().get());
        if (settings.isEmpty()) {
            problem.set(Optional.of(Notice.of(NEEDS_PRICES)));
            playing.set(false);
            return;
        }
        asked = true;
        int race = races;
        Requests.RaceRequest request =
                new Requests.RaceRequest("residual-" + race, settings.get(), steps, block.get(), sample.get());
        engine.ask(service -> service.race(request), answer -> heard(race, answer), reason -> failed(race, reason));
    }

    private void heard(int race, RaceFrame answer) {
        if (race != races) {
            return;
        }
        course = course.continuedBy(answer) ? course : new Course();
        course.add(answer);
        frame.set(answer);
        if (answer.plain().broken() && answer.residual().broken()) {
            pause();
        }
    }

    /** What the engine kept may be lost: whoever plays on begins anew. */
    private void failed(int race, Notice reason) {
        if (race == races) {
            pause();
            problem.set(Optional.of(reason));
        }
    }
}
