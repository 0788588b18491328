package io.riskloom.app.playground.gan;

import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaFrame.Kept;
import io.riskloom.engine.lesson.ArenaPreset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A lesson that causes a mode collapse, then cures it in three ways, each from the same collapsed moment. */
final class CollapseGuide {

    enum Task {
        CAUSE(ArenaPreset.COLLAPSE, false),
        RATE(ArenaPreset.CURE_RATE, true),
        UPDATES(ArenaPreset.CURE_UPDATES, true),
        WASSERSTEIN(ArenaPreset.CURE_WASSERSTEIN, true),
        COMPARE(null, false);

        final ArenaPreset preset;
        final boolean cure;

        Task(ArenaPreset preset, boolean cure) {
            this.preset = preset;
            this.cure = cure;
        }
    }

    /** What came of a task: parts covered of all, and where it ended. */
    record Found(int covered, int parts, boolean collapsed, Kept at) {}

    private final GanViewModel model;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Task> task = new ReadOnlyObjectWrapper<>(Task.CAUSE);
    private final ReadOnlyObjectWrapper<Map<Task, Found>> found = new ReadOnlyObjectWrapper<>(Map.of());

    CollapseGuide(GanViewModel model) {
        this.model = model;
    }

    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Task> task() {
        return task.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Map<Task, Found>> found() {
        return found.getReadOnlyProperty();
    }

    void toggle() {
        open.set(!open.get());
    }

    void go(int by) {
        int place = Math.clamp(task.get().ordinal() + by, 0, Task.values().length - 1);
        task.set(Task.values()[place]);
    }

    /** Whether it can be done now: a cure wants a collapse. */
    boolean ready() {
        return task.get().preset != null && (!task.get().cure || collapse().isPresent());
    }

    private Optional<Kept> collapse() {
        return Optional.ofNullable(found.get().get(Task.CAUSE)).map(Found::at);
    }

    /** Sets what the task is about and trains: the cause from the start, a cure from the collapsed moment. */
    void act() {
        if (!ready()) {
            return;
        }
        Task now = task.get();
        if (now.cure) {
            model.rewind(collapse().orElseThrow());
        } else {
            found.set(Map.of());
            model.begin(now.preset.settings());
        }
        model.whenStill(() -> model.play(now.preset.settings(), now.preset.steps(), () -> reached(now)));
    }

    private void reached(Task done) {
        ArenaFrame frame = model.frame().get();
        Map<Task, Found> all = new EnumMap<>(Task.class);
        all.putAll(found.get());
        all.put(
                done,
                new Found(
                        frame.coverage().covered(),
                        frame.coverage().parts(),
                        frame.coverage().collapsed(),
                        new Kept(frame.branch(), frame.step())));
        found.set(Map.copyOf(all));
    }
}
