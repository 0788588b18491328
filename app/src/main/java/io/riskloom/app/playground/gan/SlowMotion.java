package io.riskloom.app.playground.gan;

import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaTrace;
import io.riskloom.engine.lesson.ArenaTrace.Stage;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** Steps told stage by stage. The moment after a step is shown with its last stage. */
final class SlowMotion {

    private static final double FIRST_SECONDS = 1.5;

    /** @param number from 0 */
    record Shown(Stage stage, int number, int of) {}

    private final GanViewModel model;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final DoubleProperty seconds = new SimpleDoubleProperty(FIRST_SECONDS);
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private List<Stage> stages = List.of();
    private ArenaFrame after;
    private boolean waiting;

    SlowMotion(GanViewModel model) {
        this.model = model;
        on.subscribe((was, is) -> leave());
    }

    BooleanProperty on() {
        return on;
    }

    /** From one stage to the next. */
    DoubleProperty seconds() {
        return seconds;
    }

    /** Null before the first stage and while nothing is told. */
    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The next stage, or the first one of another step. */
    void next() {
        int number = shown.get() == null ? stages.size() : shown.get().number() + 1;
        if (number < stages.size()) {
            show(number);
        } else if (!waiting) {
            waiting = true;
            model.trace(this::told);
        }
    }

    /** One stage back, within a step. */
    void back() {
        if (shown.get() != null && shown.get().number() > 0) {
            show(shown.get().number() - 1);
        }
    }

    private void told(ArenaTrace trace) {
        if (!waiting) {
            model.heard(trace.frame());
            return;
        }
        waiting = false;
        release();
        stages = trace.stages();
        after = trace.frame();
        if (stages.isEmpty()) {
            leave();
        } else {
            show(0);
        }
    }

    private void show(int number) {
        if (number == stages.size() - 1) {
            release();
        }
        shown.set(new Shown(stages.get(number), number, stages.size()));
    }

    private void release() {
        if (after != null) {
            ArenaFrame reached = after;
            after = null;
            model.heard(reached);
        }
    }

    /** What was told is over; the moment after it is shown at once. */
    void leave() {
        waiting = false;
        stages = List.of();
        shown.set(null);
        release();
    }
}
